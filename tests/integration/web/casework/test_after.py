"""Loads, handing over, and what comes in after closing."""

from datetime import date

import pytest
from django.db import connection

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    NonContactReason,
)
from drive.vocabulary.clock import LateOutcome
from drive.vocabulary.tasks import TaskKind
from drive.web.casework import actions
from drive.web.casework.exceptions import (
    CannotWrite,
    CaseloadFull,
    NotClosed,
    NotWaiting,
)
from drive.web.casework.models import (
    Capacity,
    CaseClosure,
    DriveCase,
    Handover,
    LateInformation,
)
from drive.web.casework.queries import open_cases_seen_by, state_of
from drive.web.casework.queries.closing import handed_over, late_text
from drive.web.casework.queries.loads import load_of
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import OPENED_ON, case_at
from tests.factories.closing import closed
from tests.factories.strategies import TODAY, held

pytestmark = pytest.mark.django_db


def essex_has(cast: Cast, **settings: object) -> None:
    """Change the settings of Essex, also where it is known already as the site of its Marac."""
    for site in (cast.essex, cast.essex_marac.site):
        for name, value in settings.items():
            setattr(site, name, value)
        site.save()


def due(kind: TaskKind) -> list[tuple[str, date]]:
    return list(Task.objects.filter(kind=kind, settled_at=None).values_list("role", "due_on"))


def say_why(cast: Cast, case: DriveCase, reason: NonContactReason, **about: object):
    given = {"point": AssessmentPoint.INTAKE} | about
    return actions.record_non_contact(
        case=case, reason=reason, by=cast.case_manager, now=NOW, **given
    )


# -- Loads and handing over ------------------------------------------------------------------------


def test_a_case_on_hold_weighs_a_half(cast: Cast) -> None:
    first, _second = (case_at(cast, number=number) for number in (1, 2))
    held(cast, first)
    load = load_of(cast.case_manager, TODAY)
    assert (load.cases, load.weight) == (2, 1.5)
    assert load.ending(date(2017, 12, 1)) == 2
    essex_has(cast, caseload_limit=2)
    case_at(cast, number=3)
    with pytest.raises(CaseloadFull, match=r"3 open cases, which weigh 2\.5"):
        case_at(cast, number=4)


def test_handing_over_tells_the_next_and_moves_what_is_due(cast: Cast) -> None:
    case = case_at(cast)
    say_why(cast, case, NonContactReason.NOT_SAFE)
    given = actions.assign(
        case=case,
        capacity=Capacity.CASE_MANAGER,
        user=cast.other_case_manager,
        handover="she moved on Monday",
        by=cast.service_manager,
        now=NOW,
    )
    assert handed_over(given.handover) == "she moved on Monday"
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_text FROM casework_handover")
        assert "Monday" not in cursor.fetchone()[0]
    assert not Handover.objects.visible_to(cast.idva).exists()
    assert Handover.objects.visible_to(cast.other_case_manager).exists()
    assert Task.objects.get(kind=TaskKind.REVIEW_NON_CONTACT).user == cast.other_case_manager


# -- After closing ---------------------------------------------------------------------------------


def late(cast: Cast, case: DriveCase, informant=InformationSource.IDVA) -> LateInformation:
    told = actions.Late(learned_on=TODAY, informant=informant, text="he is back")
    return actions.receive_late(case=case, late=told, by=cast.case_manager, now=NOW)


def settle(cast: Cast, row: LateInformation, outcome: LateOutcome, **about: str) -> None:
    verdict = actions.LateVerdict(outcome=outcome, reason="Read and judged.", **about)
    actions.decide_late(information=row, verdict=verdict, by=cast.service_manager, now=NOW)


def test_an_open_case_has_no_inbox(cast: Cast) -> None:
    with pytest.raises(NotClosed):
        late(cast, case_at(cast))


def test_late_information_waits_sealed_and_reopens_nothing(cast: Cast) -> None:
    case = closed(cast, case_at(cast))
    row = late(cast, case)
    assert state_of(case) is CaseState.CLOSED
    assert (row.text, late_text(row)) == ("", "he is back")
    assert [role for role, _ in due(TaskKind.LATE_INFORMATION)] == ["service_manager"]
    settle(cast, row, LateOutcome.NOTED)
    assert state_of(case) is CaseState.CLOSED
    assert due(TaskKind.LATE_INFORMATION) == []
    with pytest.raises(NotWaiting):
        settle(cast, row, LateOutcome.NOTED)


def test_reopening_is_an_act_with_a_reason_and_the_closure_is_kept(cast: Cast) -> None:
    case = closed(cast, case_at(cast))
    assert not open_cases_seen_by(cast.case_manager).exists()
    settle(cast, late(cast, case), LateOutcome.REOPENED)
    assert state_of(case) is CaseState.ACTIVE
    assert open_cases_seen_by(cast.case_manager).get() == case
    assert load_of(cast.case_manager, TODAY).cases == 1
    closed(cast, case)
    assert CaseClosure.objects.filter(drive_case=case).count() == 2
    assert CaseClosure.objects.get(standing_for=case).recorded_at == NOW


def test_what_is_passed_on_names_to_whom(cast: Cast) -> None:
    row = late(cast, closed(cast, case_at(cast)), InformationSource.POLICE)
    assert row.text == "he is back"
    with pytest.raises(CannotWrite) as refusal:
        settle(cast, row, LateOutcome.PASSED_ON)
    assert refusal.value.field == "passed_to"
    settle(cast, row, LateOutcome.PASSED_ON, passed_to="The IDVA service")


def test_opening_still_needs_a_reason_at_the_limit(cast: Cast) -> None:
    essex_has(cast, caseload_limit=1)
    case_at(cast)
    with pytest.raises(CaseloadFull):
        actions.open_case(
            allocation=allocation(cast, 2, allocated_on=OPENED_ON),
            case_manager=cast.case_manager,
            idva_lead=cast.idva,
            opened_on=OPENED_ON,
            by=cast.service_manager,
            now=NOW,
        )
