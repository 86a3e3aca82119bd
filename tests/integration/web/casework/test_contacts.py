"""A contact is a fact and never refused; while there is none, somebody says why."""

from datetime import date

import pytest

from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    Channel,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.web.audit.models import Event
from drive.web.casework import actions
from drive.web.casework.exceptions import ReasonCannotStand
from drive.web.casework.models import DriveCase, NonContactRecord, SuContact
from drive.web.casework.queries import contact_states, reasons_on, without_reason
from drive.web.recording.rules import LEGACY, definition
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, contact_with

pytestmark = pytest.mark.django_db


def say_why(cast: Cast, case: DriveCase, **about: object) -> NonContactRecord:
    given = {"point": AssessmentPoint.MONTH_3, "reason": NonContactReason.NOT_SAFE} | about
    return actions.record_non_contact(case=case, by=cast.case_manager, now=NOW, **given)


@pytest.mark.parametrize("stage", [CaseState.ALLOCATED, CaseState.RESEARCH, CaseState.ACTIVE])
def test_a_contact_is_recorded_wherever_the_case_stands(cast: Cast, stage: CaseState) -> None:
    case = case_at(cast, stage)
    contact_with(cast, case)
    assert contact_states([case], cast.case_manager)[case.pk].last_contact_on == date(2017, 5, 3)


def test_a_contact_with_a_note_is_one_event(cast: Cast) -> None:
    case = case_at(cast)
    before = Event.objects.count()
    made = actions.record_contact(
        case=case,
        contact=actions.NewContact(
            happened_on=date(2017, 6, 1), contact_type=ContactType.LETTER, successful=False
        ),
        note=actions.NewNote(
            happened_on=date(2017, 6, 1), channel=Channel.LETTER, text="A letter, no answer."
        ),
        by=cast.case_manager,
        now=NOW,
    )
    assert made.note
    assert made.note.text == "A letter, no answer."
    assert Event.objects.count() == before + 1


def test_many_contacts_are_recorded_at_once(cast: Cast) -> None:
    case = case_at(cast)
    contacts = [
        actions.NewContact(
            happened_on=date(2017, 6, day),
            contact_type=ContactType.TELEPHONE,
            successful=True,
            reconstructed=True,
        )
        for day in range(1, 6)
    ]
    made = actions.record_contacts(case=case, contacts=contacts, by=cast.case_manager, now=NOW)
    assert [each.happened_on.day for each in made] == [1, 2, 3, 4, 5]
    assert SuContact.objects.filter(reconstructed=True).count() == 5


def test_a_new_reason_replaces_the_one_that_stood_and_keeps_it(cast: Cast) -> None:
    case = case_at(cast)
    first = say_why(cast, case, reason=NonContactReason.PLANNED_OR_PENDING)
    second = say_why(cast, case, cause=NonContactCause.SOLE_INFORMANT)
    assert second.supersedes == first
    assert list(reasons_on(case, cast.case_manager)) == [second]
    assert NonContactRecord.objects.count() == 2


def test_planned_cannot_stand_at_closure_but_in_the_old_form_it_could(cast: Cast) -> None:
    case = case_at(cast)
    planned = {
        "point": AssessmentPoint.CLOSURE,
        "reason": NonContactReason.PLANNED_OR_PENDING,
    }
    with pytest.raises(ReasonCannotStand) as refusal:
        say_why(cast, case, **planned)
    assert refusal.value.field == "reason"
    old = say_why(cast, case, definition=definition("assessment", LEGACY), **planned)
    assert old.form == "assessment/legacy"


def test_cases_without_contact_and_without_a_reason_are_found(cast: Cast) -> None:
    silent, explained, contacted = (case_at(cast, number=number) for number in (1, 2, 3))
    say_why(cast, explained)
    contact_with(cast, contacted)
    assert without_reason(cast.case_manager) == [silent]
    assert without_reason(cast.west_sussex_case_manager) == []
