"""What an entry sets going: tasks, the end of a strategy, and who is told."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.registers.actions import correct_entry, end_entry, take_back_entry
from drive.web.registers.registry.every import REGISTERS
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in
from tests.factories.sign_in import signed_in
from tests.integration.web.registers.desk import on, waiting, words

pytestmark = pytest.mark.django_db


def ended(slug: str, row: Any, by: User, day: date = date(2017, 6, 30)) -> Any:
    """End an entry."""
    return end_entry(register=REGISTERS[slug], entry=row, ends_on=day, seen=row.pk, by=by, now=NOW)


# -- Levers ----------------------------------------------------------------------------------------


def test_the_end_of_a_lever_asks_to_look_again_until_another_takes_its_place(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    first = entry_in("levers", case, by)
    assert waiting(by) == []
    ended("levers", first, by)
    assert waiting(by) == [TaskKind.LEVER_ENDED]
    entry_in("levers", case, by, kind="own_health")
    assert waiting(by) == []


def test_an_end_that_is_set_is_due_on_its_day(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    lever = entry_in("levers", case, by, **on("ends_on", date(2017, 9, 30)))
    assert Task.objects.get().due_on == date(2017, 9, 30)
    ended("levers", lever, by, date(2017, 12, 1))
    assert Task.objects.get(settled_at=None).due_on == date(2017, 12, 1)


def test_a_lever_taken_back_asks_nothing(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    lever = entry_in("levers", case, by, **on("ends_on", date(2017, 9, 30)))
    take_back_entry(
        register=REGISTERS["levers"], entry=lever, reason="Twice", seen=lever.pk, by=by, now=NOW
    )
    assert waiting(by) == []


def test_a_task_is_settled_by_hand_where_no_entry_tells_it(cast: Cast, client: Client) -> None:
    case, by = case_at(cast), cast.case_manager
    entry_in("levers", case, by, **on("ends_on", date(2017, 9, 30)))
    task = Task.objects.get()
    signed_in(client, by)
    address = reverse("registers:settle", args=[case.pk, task.pk])
    assert address in client.get(reverse("registers:index", args=[case.pk])).content.decode()
    sent = {"answer": "not_needed", "key": str(uuid4())}
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 302
    assert waiting(by) == []
    task.refresh_from_db()
    assert (task.outcome, task.settled_by) == ("It is no longer needed", by)


def test_a_task_that_an_entry_tells_is_not_settled_by_hand(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    entry_in("pathways", case, cast.case_manager)
    signed_in(client, cast.service_manager)
    task = Task.objects.get()
    address = reverse("registers:settle", args=[case.pk, task.pk])
    assert client.get(address).status_code == 404


def test_what_compels_is_copied_in_its_own_words(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    sent = {"kind": "prison", **on("happened_on", date(2017, 6, 1)), "key": str(uuid4())}
    answer = client.post(reverse("registers:add", args=[case.pk, "levers"]), sent)
    assert "Copy the words" in words(answer.content)
    sent["kind"] = "own_health"
    answer = client.post(reverse("registers:add", args=[case.pk, "levers"]), sent)
    assert answer.status_code == 302


# -- Pathways and their reviews --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "task", "reviewer"),
    [
        ("stalking", TaskKind.ADVISER_REVIEW, "practice_adviser"),
        ("severe_dependency", TaskKind.SUITABILITY_REVIEW, "service_manager"),
        ("severe_mental_illness", TaskKind.SUITABILITY_REVIEW, "service_manager"),
    ],
)
def test_a_pathway_is_reviewed_by_whoever_must(
    cast: Cast, kind: str, task: TaskKind, reviewer: str
) -> None:
    case, actor = case_at(cast), cast.users[reviewer]
    entry_in("pathways", case, cast.case_manager, kind=kind)
    assert waiting(actor) == [task]
    assert waiting(cast.case_manager) == []
    entry_in("reviews", case, actor)
    assert waiting(actor) == []


def test_a_slip_that_is_put_right_asks_for_no_second_review(cast: Cast) -> None:
    case, by, register = case_at(cast), cast.case_manager, REGISTERS["pathways"]
    row = entry_in("pathways", case, by)
    entry_in("reviews", case, cast.practice_adviser)
    values = {"happened_on": row.happened_on, "kind": "stalking", "text": "Since the winter."}
    row = correct_entry(register=register, entry=row, values=values, seen=row.pk, by=by, now=NOW)
    assert waiting(cast.practice_adviser) == []
    values |= {"kind": "severe_dependency"}
    correct_entry(register=register, entry=row, values=values, seen=row.pk, by=by, now=NOW)
    assert waiting(cast.service_manager) == [TaskKind.SUITABILITY_REVIEW]


def test_a_case_manager_reviews_no_pathway(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    entry_in("pathways", case, cast.case_manager)
    signed_in(client, cast.case_manager)
    assert client.get(reverse("registers:add", args=[case.pk, "reviews"])).status_code == 403
    signed_in(client, cast.practice_adviser)
    assert client.get(reverse("registers:add", args=[case.pk, "reviews"])).status_code == 200
    assert client.get(reverse("registers:add", args=[case.pk, "levers"])).status_code == 403


# -- Custody ---------------------------------------------------------------------------------------


def test_a_release_is_on_the_list_a_fortnight_before(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    spell = entry_in("custody", case, by, **on("expected_release_on", date(2017, 8, 31)))
    task = Task.objects.get()
    assert (task.kind, task.due_on, task.user) == ("custody_release", date(2017, 8, 17), by)
    ended("custody", spell, by)
    assert waiting(by) == []


def test_a_release_before_the_time_in_custody_cannot_be(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    sent = {
        "prison": "Chelmsford",
        **on("happened_on", date(2017, 6, 20)),
        **on("expected_release_on", date(2017, 6, 1)),
        "key": str(uuid4()),
    }
    answer = client.post(reverse("registers:add", args=[case.pk, "custody"]), sent)
    assert "before the day on which it began" in words(answer.content)


# -- Children --------------------------------------------------------------------------------------


def test_abuse_left_out_asks_for_another_referral(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    entry_in("child-events", case, by, kind="abuse_left_out")
    assert waiting(by) == [TaskKind.PROPOSE_NEXT_STEP]
    entry_in("child-events", case, by, kind="referral")
    assert waiting(by) == []


def test_the_latest_status_of_a_child_counts(cast: Cast, client: Client) -> None:
    case, by = case_at(cast), cast.case_manager
    entry_in("child-statuses", case, by, status="reopened")
    entry_in("child-statuses", case, by, status="in_need", **on("happened_on", date(2017, 3, 1)))
    signed_in(client, by)
    page = words(client.get(reverse("registers:index", args=[case.pk])).content)
    assert "A Opened again 20 June 2017" in page


@pytest.mark.parametrize(("typed", "kept"), [("8", 2009), ("2011", 2011), ("0", 2017), ("", None)])
def test_an_age_is_kept_as_a_year(cast: Cast, typed: str, kept: int | None) -> None:
    child = entry_in("children", case_at(cast), cast.case_manager, born_in=typed)
    assert child.born_in == kept


@pytest.mark.parametrize("typed", ["1950", "2200", "40", "eight"])
def test_a_child_is_a_child(cast: Cast, client: Client, typed: str) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    sent = {"label": "A", "born_in": typed, **on("happened_on", NOW.date()), "key": str(uuid4())}
    answer = client.post(reverse("registers:add", args=[case.pk, "children"]), sent)
    assert "There is a problem" in words(answer.content)


# -- Breaches --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"decision": "recall_declined"}, "Write the reason that was given"),
        ({"decision": "no_action", "reason": " "}, "Write the reason that was given"),
        (on("informed_on", date(2017, 6, 1)), "Nobody was informed before it happened"),
    ],
)
def test_what_a_breach_needs(
    cast: Cast, client: Client, changed: dict[str, str], said: str
) -> None:
    case, by = case_at(cast), cast.case_manager
    order = entry_in("orders", case, by)
    signed_in(client, by)
    sent = {
        "order": str(order.origin),
        "decision": "waiting",
        **on("happened_on", date(2017, 6, 20)),
        "key": str(uuid4()),
        **changed,
    }
    answer = client.post(reverse("registers:add", args=[case.pk, "breaches"]), sent)
    assert said in words(answer.content)


def test_what_a_breach_is_of_must_stand_first(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    page = client.get(reverse("registers:add", args=[case.pk, "breaches"])).content.decode()
    assert reverse("registers:list", args=[case.pk, "orders"]) in page
    assert "<form" not in page[page.index("<main") :]


# -- Tasks are seen by whoever has to act ----------------------------------------------------------


def test_the_practice_adviser_sees_no_task_of_the_case_manager(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    ended("levers", entry_in("levers", case, by), by)
    assert waiting(cast.practice_adviser) == []
    assert {Role(task.role) for task in Task.objects.all()} == {Role.CASE_MANAGER}
