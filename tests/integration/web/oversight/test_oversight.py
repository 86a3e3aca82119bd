"""Supervision: the relationship first and sealed, what was agreed becomes tasks, done once."""

from datetime import date

import pytest
from django.test import Client

from drive.vocabulary.oversight import CollusionSign, OversightKind
from drive.vocabulary.tasks import TaskKind
from drive.web.audit.models import Event
from drive.web.casework.models import WhoseRisk
from drive.web.oversight.actions import Agreed, NewRecord, add_record, finish_action
from drive.web.oversight.exceptions import DoneAlready, NotRecordable
from drive.web.oversight.models import OversightAction, OversightRecord
from drive.web.oversight.queries import relationship_in, supervision_due
from drive.web.tasks.queries import tasks_of
from tests.cast import NOW, Cast
from tests.factories.casework import case_at

RELATIONSHIP = "She says the children are used to reach her."
HELD_ON = date(2017, 6, 20)


def _new(**other) -> NewRecord:
    given = {
        "kind": OversightKind.SUPERVISION,
        "held_on": HELD_ON,
        "relationship": RELATIONSHIP,
        "facts": "Two missed appointments.",
        "whose_risk": [WhoseRisk.VICTIM_SURVIVOR],
        "agreed": [Agreed(words="Ring the offender manager", due_on=date(2017, 7, 3))],
    }
    return NewRecord(**given | other)


def _held(cast: Cast, **other) -> OversightRecord:
    case = case_at(cast)
    return add_record(case=case, new=_new(**other), by=cast.service_manager, now=NOW)


def test_what_is_said_of_the_relationship_lies_sealed(cast: Cast) -> None:
    record = _held(cast)
    assert RELATIONSHIP not in record.sealed_relationship
    assert relationship_in(record) == RELATIONSHIP


def test_what_was_agreed_becomes_a_task_of_whoever_does_it(cast: Cast) -> None:
    later = Agreed(words="Speak to housing", due_on=date(2017, 7, 9), for_case_manager=False)
    _held(cast, agreed=[*_new().agreed, later])
    assert [task.due_on for task in tasks_of(cast.case_manager)] == [date(2017, 7, 3)]
    assert [task.due_on for task in tasks_of(cast.service_manager)] == [date(2017, 7, 9)]


def test_an_action_is_done_once_and_its_task_goes(cast: Cast) -> None:
    action = _held(cast).actions.get()
    finish_action(action=action, outcome="Recall considered.", by=cast.case_manager, now=NOW)
    assert not tasks_of(cast.case_manager).filter(kind=TaskKind.OVERSIGHT_ACTION).exists()
    with pytest.raises(DoneAlready):
        finish_action(action=action, outcome="Again", by=cast.service_manager, now=NOW)
    action.refresh_from_db()
    assert action.outcome == "Recall considered."


def test_a_sign_of_collusion_needs_words(cast: Cast) -> None:
    with pytest.raises(NotRecordable) as refusal:
        _held(cast, collusion_signs=[CollusionSign.HIS_WORDS])
    assert refusal.value.field == "collusion_words"
    assert not OversightRecord.objects.exists()


def test_a_case_is_due_six_weeks_after_it_was_last_looked_at(cast: Cast) -> None:
    case = case_at(cast)
    (before,) = supervision_due([case], cast.service_manager)
    add_record(case=case, new=_new(), by=cast.service_manager, now=NOW)
    (after,) = supervision_due([case], cast.service_manager)
    assert (before.due_on, after.due_on) == (date(2017, 3, 3), date(2017, 8, 1))


TYPED = {
    "kind": "supervision",
    "held_on-day": "20",
    "held_on-month": "6",
    "held_on-year": "2017",
    "relationship": RELATIONSHIP,
    "facts": "Two missed appointments.",
    "whose_risk": ["victim_survivor"],
    "agreed_1": "Ring the offender manager",
    "due_1-day": "3",
    "due_1-month": "7",
    "due_1-year": "2017",
    "who_1": "case_manager",
    "key": "5d0dd6a5-7f3e-4f4a-9a8b-3c2b8d6f8a01",
}


def test_a_record_is_made_on_its_page_and_sent_twice_is_one(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.practice_adviser)
    for _ in range(2):
        answer = client.post(f"/cases/{case.pk}/supervision/add/", TYPED)
        assert answer.status_code == 302
    assert OversightRecord.objects.count() == OversightAction.objects.count() == 1
    assert Event.objects.filter(action="oversight.record", kind="change").count() == 1
    page = client.get(f"/cases/{case.pk}/supervision/").content.decode()
    assert RELATIONSHIP in page
    assert "Due 3 July 2017" in page


def test_what_is_agreed_without_a_day_is_asked_for_beside_it(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.service_manager)
    without = {name: text for name, text in TYPED.items() if not name.startswith("due_1")}
    page = client.post(f"/cases/{case.pk}/supervision/add/", without).content.decode()
    assert "Enter by when it is to be done" in page
    assert "Ring the offender manager" in page
    assert not OversightRecord.objects.exists()


def test_the_case_manager_notes_what_came_of_it(cast: Cast, client: Client) -> None:
    record = _held(cast)
    action = record.actions.get()
    client.force_login(cast.case_manager)
    address = f"/cases/{record.drive_case_id}/supervision/actions/{action.pk}/"
    answer = client.post(address, {"outcome": "Done on the day.", "key": TYPED["key"]})
    assert answer.status_code == 302
    action.refresh_from_db()
    assert action.done_by == cast.case_manager


def test_another_case_manager_and_the_idva_see_nothing_of_it(cast: Cast, client: Client) -> None:
    record = _held(cast)
    for user in (cast.other_case_manager, cast.idva, cast.west_sussex_service_manager):
        client.force_login(user)
        address = f"/cases/{record.drive_case_id}/supervision/"
        assert client.get(address).status_code in (403, 404)
        assert not OversightRecord.objects.visible_to(user).exists()
