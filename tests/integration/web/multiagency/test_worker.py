"""What the worker does by the clock: chasers, proposals, and what was missed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from drive.vocabulary.casework import CaseState
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import EscalationLevel, RequestWay
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import system_user
from drive.web.accounts.roles import Role
from drive.web.casework.models import CaseNote
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import opened
from drive.web.organisations.models import Absence
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    HOLD,
    agency_in,
    asked,
    contact_in,
    replied,
    sent,
    staffed,
    to,
)
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.integration.web.multiagency.mornings import (
    FIRST,
    SECOND,
    THEN,
    K,
    at,
    chasers,
    live,
    tasks,
    wake,
)

pytestmark = pytest.mark.django_db


def test_two_chasers_go_in_the_name_of_whoever_asked_and_count_as_work(
    cast: Cast, request_out: Request
) -> None:
    live(at(31))
    assert chasers(request_out) == [(FIRST, 1), (SECOND, 2)]
    steps = request_out.steps.filter(kind=K.CHASED)
    assert {(step.recorded_by, step.by_clock) for step in steps} == {(cast.case_manager, True)}
    assert [message.to[0] for message in mail.outbox] == [
        "pat.desk.of.essex.police@agency.example"
    ] * 3
    assert request_out.reference in mail.outbox[1].body
    assert "Example" not in mail.outbox[1].body.split("CONFIDENTIAL")[1].split("Our reference")[0]
    assert CaseNote.objects.filter(linked_id=request_out.pk).count() == 3


def test_after_two_somebody_else_is_proposed_once_and_nothing_is_escalated(
    cast: Cast, request_out: Request
) -> None:
    live(at(31))
    (task,) = tasks(TaskKind.NEXT_SOURCE)
    assert (task.user, task.due_on, task.key) == (cast.case_manager, THEN, str(request_out.pk))
    assert not request_out.steps.filter(kind=K.ESCALATED).exists()
    assert tasks(TaskKind.REQUEST_AT_TOP) == []


def test_at_the_top_the_service_manager_is_asked(cast: Cast) -> None:
    only = agency_in(cast.essex)
    contact_in(only)
    sent(case_at(cast), only, cast.case_manager)
    live(at(31))
    (task,) = tasks(TaskKind.REQUEST_AT_TOP)
    assert (task.role, task.user) == (Role.SERVICE_MANAGER, None)


def test_a_week_in_which_the_worker_did_not_run_is_made_up_for_once(request_out: Request) -> None:
    wake(at(18))
    wake(at(18) + timedelta(hours=1))
    assert chasers(request_out) == [(date(2017, 7, 18), 1)]
    wake(at(24))
    assert len(chasers(request_out)) == 1
    wake(at(25))
    assert chasers(request_out) == [(date(2017, 7, 18), 1), (date(2017, 7, 25), 2)]


def test_mail_down_for_a_day_sends_one_message_and_counts_from_its_day(
    request_out: Request, settings: object
) -> None:
    working = settings.EMAIL_BACKEND  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    for hour in range(12):
        wake(at(10) + timedelta(hours=hour))
    assert chasers(request_out) == [(None, 1)]
    settings.EMAIL_BACKEND = working  # type: ignore[attr-defined]
    wake(at(11))
    assert chasers(request_out) == [(date(2017, 7, 11), 1)]
    assert len(mail.outbox) == 2
    live(at(17))
    assert len(chasers(request_out)) == 1
    wake(at(18))
    assert chasers(request_out)[1] == (date(2017, 7, 18), 2)


def test_a_contact_who_left_is_not_written_to_but_whoever_is_there_now(
    cast: Cast, request_out: Request
) -> None:
    gone = request_out.contact
    assert gone is not None
    gone.ends_on = date(2017, 7, 3)
    gone.save()
    contact_in(request_out.agency, name="New Desk", starts_on=date(2017, 7, 4))
    wake(at(10))
    assert mail.outbox[-1].to == ["new.desk@agency.example"]
    assert request_out.steps.get(kind=K.CHASED).contact.name == "New Desk"


def test_who_is_away_is_covered_for(cast: Cast, request_out: Request) -> None:
    cover = contact_in(request_out.agency, ContactRole.MANAGER, name="Cover")
    Absence.objects.create(
        contact=request_out.contact,
        starts_on=date(2017, 7, 3),
        ends_on=date(2017, 7, 14),
        cover=cover,
        recorded_at=NOW,
        recorded_by=system_user(),
    )
    live(at(17))
    assert [message.to[0] for message in mail.outbox[1:]] == [
        "cover@agency.example",
        "pat.desk.of.essex.police@agency.example",
    ]
    assert opened(request_out, date(2017, 7, 17)).level is EscalationLevel.PERSON


def test_where_nobody_is_at_the_rung_a_person_decides_who_is_asked(
    cast: Cast, request_out: Request
) -> None:
    gone = request_out.contact
    assert gone is not None
    gone.ends_on = date(2017, 7, 3)
    gone.save()
    live(at(11))
    assert chasers(request_out) == []
    (task,) = tasks(TaskKind.CHASE_REQUEST)
    assert task.user == cast.case_manager


@pytest.mark.parametrize("way", [RequestWay.TELEPHONE, RequestWay.LETTER])
def test_by_telephone_or_letter_a_chaser_is_a_task_with_the_words_prepared(
    cast: Cast, way: RequestWay
) -> None:
    request = asked(case_at(cast), staffed(cast.essex), cast.case_manager, way=way)
    actions.say(step=request.steps.get(), by=cast.case_manager, now=NOW + HOLD)
    live(at(14))
    assert chasers(request) == []
    assert len(tasks(TaskKind.CHASE_REQUEST)) == 1
    actions.chase(
        request=request, to=to(request.agency, way), text="Again.", by=cast.case_manager, now=at(14)
    )
    assert tasks(TaskKind.CHASE_REQUEST) == []


def test_nobody_is_chased_before_eight_or_on_a_holiday(request_out: Request) -> None:
    wake(at(10).replace(hour=5))
    assert chasers(request_out) == []
    wake(at(15))
    assert chasers(request_out) == []


def test_answered_withdrawn_and_closed_ones_are_left_alone(cast: Cast) -> None:
    case, police = case_at(cast, CaseState.ACTIVE), staffed(cast.essex)
    answered, withdrawn, shut = (sent(case, police, cast.case_manager) for _ in range(3))
    replied(answered, cast.case_manager)
    actions.withdraw(request=withdrawn, reason="Known.", by=cast.case_manager, now=NOW)
    closed(cast, case)
    live(at(31))
    assert not RequestStep.objects.filter(kind=K.CHASED).exists()
    assert shut.steps.count() == 1
