"""Closing names each open thing; keeping out closes every door."""

from datetime import date

import pytest

from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    ClosureReason,
    NonContactReason,
)
from drive.web.audit.models import Event
from drive.web.case_record.actions import close_case, keep_out, look_up
from drive.web.case_record.exceptions import CannotKeepOut, WhoseRiskMissing
from drive.web.casework.actions import record_non_contact
from drive.web.casework.exceptions import CaseClosed, CaseNotReady
from drive.web.casework.models import CaseClosure, CaseNote, DriveCase, WhoseRisk
from drive.web.casework.queries import state_of
from drive.web.recording.rules import LEGACY, definition
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on
from tests.factories.closing import LEAVING

pytestmark = pytest.mark.django_db


def close(cast: Cast, case: DriveCase, **other: object) -> CaseClosure:
    given = {
        "closed_on": date(2017, 6, 30),
        "reason": ClosureReason.COMPLETED,
        "whose_risk": [WhoseRisk.VICTIM_SURVIVOR, WhoseRisk.CHILDREN],
        "leaving": LEAVING,
    }
    return close_case(case=case, by=cast.service_manager, now=NOW, **{**given, **other})


def assessed(cast: Cast) -> DriveCase:
    case = case_at(cast, CaseState.ACTIVE)
    assessment_at(cast, case, AssessmentPoint.CLOSURE, assessed_on=date(2017, 6, 20))
    return case


def test_each_open_thing_is_named(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(CaseNotReady) as refusal:
        close(cast, case)
    assert "closure assessment is not submitted" in refusal.value.message
    assert "never contacted" in refusal.value.message
    assert not CaseClosure.objects.exists()


def test_a_case_in_order_is_closed_once(cast: Cast) -> None:
    case = assessed(cast)
    contact_with(cast, case)
    closure = close(cast, case)
    assert closure.whose_risk == "victim_survivor,children"
    assert state_of(case) is CaseState.CLOSED
    assert Event.objects.filter(action="casework.close").count() == 1
    with pytest.raises(CaseClosed):
        close(cast, case)


def test_never_contacted_needs_a_reason_at_closure(cast: Cast) -> None:
    case = assessed(cast)
    record_non_contact(
        case=case,
        point=AssessmentPoint.CLOSURE,
        reason=NonContactReason.CJS_PENDING_HOLD,
        by=cast.case_manager,
        now=NOW,
    )
    close(cast, case)
    assert state_of(case) is CaseState.CLOSED


def test_the_old_form_closed_with_planned_and_nothing_else_may(cast: Cast) -> None:
    case, old = assessed(cast), definition("assessment", LEGACY)
    record_non_contact(
        case=case,
        point=AssessmentPoint.CLOSURE,
        reason=NonContactReason.PLANNED_OR_PENDING,
        definition=old,
        by=cast.case_manager,
        now=NOW,
    )
    with pytest.raises(CaseNotReady, match="cannot stand at closure"):
        close(cast, case)
    close(cast, case, definition=old, whose_risk=())
    assert state_of(case) is CaseState.CLOSED


def test_closing_says_whose_risk_it_reduces(cast: Cast) -> None:
    with pytest.raises(WhoseRiskMissing) as refusal:
        close(cast, assessed(cast), whose_risk=())
    assert refusal.value.field == "whose_risk"


def test_somebody_kept_out_reaches_nothing_of_the_case(cast: Cast) -> None:
    case = case_at(cast)
    note_on(cast, case)
    assert DriveCase.objects.visible_to(cast.excluded).exists()
    keep_out(case=case, user=cast.excluded, reason="A relative", by=cast.service_manager, now=NOW)
    assert not DriveCase.objects.visible_to(cast.excluded).exists()
    assert not CaseNote.objects.visible_to(cast.excluded).exists()
    assert DriveCase.objects.visible_to(cast.service_manager).exists()


def test_nobody_keeps_herself_out(cast: Cast) -> None:
    with pytest.raises(CannotKeepOut):
        keep_out(
            case=case_at(cast),
            user=cast.service_manager,
            reason="Mine",
            by=cast.service_manager,
            now=NOW,
        )


def test_a_search_finds_by_parts_of_name_and_reference_and_is_audited(cast: Cast) -> None:
    first, second = case_at(cast, number=1), case_at(cast, number=2)
    assert look_up(words="perpetrator2 syn", by=cast.case_manager, now=NOW) == [second]
    assert look_up(words="es-0001", by=cast.case_manager, now=NOW) == [first]
    assert look_up(words="  ", by=cast.case_manager, now=NOW) == []
    assert look_up(words="synthetic", by=cast.west_sussex_case_manager, now=NOW) == []
    assert Event.objects.filter(action="case_record.look_up").count() == 4
