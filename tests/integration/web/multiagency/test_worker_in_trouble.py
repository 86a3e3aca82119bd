"""What the worker does in trouble: a person decides, and the rest goes on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import EscalationLevel, RequestWay
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.information.models import Folder
from drive.web.multiagency import actions
from drive.web.multiagency.actions.due import do_what_is_due
from drive.web.multiagency.models import Request
from drive.web.outbound.actions import call_back
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    asked,
    left,
    new_request,
    sent,
    staffed,
    to,
)
from tests.factories.casework import case_at
from tests.factories.facts import fact, her_word
from tests.integration.web.multiagency.mornings import (
    FIRST,
    K,
    at,
    chasers,
    live,
    tasks,
    wake,
)

pytestmark = pytest.mark.django_db


def test_what_the_guard_stops_meanwhile_is_not_chased_by_the_worker(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    folder = Folder.objects.get(about=case.pk)
    known = fact(cast, folder)
    request = actions.ask_and_send(
        case=case,
        new=new_request(police, facts=[known]),
        reason="The police said so.",
        by=cast.case_manager,
        now=NOW,
    )
    left(request, at=NOW)
    wake(at(10))
    assert chasers(request) == [(FIRST, 1)]
    _now_hers_alone(known, cast)
    live(at(18))
    assert len(chasers(request)) == 1
    assert len(tasks(TaskKind.CHASE_REQUEST)) == 1


def _now_hers_alone(known: object, cast: Cast) -> None:
    from drive.web.information.actions import withdraw_fact

    withdraw_fact(fact=known, reason="It was hers.", by=cast.case_manager, now=NOW)


def test_what_was_stopped_or_lies_there_is_looked_at(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    asked(case, police, cast.case_manager, facts=[told])
    asked(case, police, cast.case_manager, way=RequestWay.TELEPHONE)
    wake(NOW + timedelta(hours=1))
    assert len(tasks(TaskKind.REQUEST_STUCK)) == 1
    wake(at(3))
    assert len(tasks(TaskKind.REQUEST_STUCK)) == 2


def test_a_chaser_that_was_called_back_is_not_made_again_at_once(
    cast: Cast, request_out: Request
) -> None:
    do_what_is_due(now=at(10))
    step = request_out.steps.get(kind=K.CHASED)
    call_back(outgoing=step.outgoing, by=cast.case_manager, now=at(10))
    wake(at(10) + timedelta(hours=1))
    assert chasers(request_out) == [(None, 1)]
    live(at(17))
    assert chasers(request_out) == [(None, 1), (date(2017, 7, 17), 2)]


def test_once_whoever_asked_has_gone_the_worker_writes_in_the_name_of_who_holds_the_case(
    cast: Cast,
) -> None:
    request = sent(case_at(cast), staffed(cast.essex), cast.service_manager)
    User.objects.filter(pk=cast.service_manager.pk).update(is_active=False)
    wake(at(10))
    assert request.steps.get(kind=K.CHASED).recorded_by == cast.case_manager


def test_one_that_fails_does_not_keep_the_others_from_being_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from drive.web.multiagency.actions import due

    case, police = case_at(cast), staffed(cast.essex)
    first, second = (sent(case, police, cast.case_manager) for _ in range(2))
    real = due.chase

    def fails_once(**said: object) -> object:
        if said["request"].pk == first.pk:  # type: ignore[attr-defined]
            raise RuntimeError("no")
        return real(**said)  # type: ignore[arg-type]

    monkeypatch.setattr(due, "chase", fails_once)
    wake(at(10))
    assert chasers(first) == []
    assert chasers(second) == [(FIRST, 1)]
    assert "failed" in caplog.text


def test_each_act_settles_what_was_due_before(cast: Cast, request_out: Request) -> None:
    live(at(31))
    manager = request_out.agency.contacts.get(role=ContactRole.MANAGER)
    actions.escalate(
        request=request_out,
        level=EscalationLevel.MANAGER,
        to=to(request_out.agency, contact=manager),
        text="Up.",
        by=cast.case_manager,
        now=at(31),
    )
    assert tasks(TaskKind.NEXT_SOURCE) == []
