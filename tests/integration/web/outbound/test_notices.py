"""A notification says one sentence, to whom it concerns, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.web.accounts.actions import add_user, grant_role, keep_out
from drive.web.accounts.models import User
from drive.web.accounts.queries import holders_of
from drive.web.accounts.roles import Role
from drive.web.outbound.actions import Leaked, notify_due, record_leak, send
from drive.web.outbound.models import Notice
from drive.web.tasks.models import Task
from tests.cast import NOW, PASSWORD
from tests.factories.outbound import of_drive, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db

SENTENCE = "You have 1 item in the case system."


@pytest.fixture
def told(desk: Desk) -> Desk:
    for name, user in desk.cast.users.items():
        User.objects.filter(pk=user.pk).update(email=f"{name}@drive.example")
    return desk


def _leak(desk: Desk, *, at: datetime = NOW) -> None:
    case = of_drive(desk.drive)
    leaked = Leaked(
        dyad=case.pairs[0],
        what="Her new address",
        route=LeakRoute.COURT,
        reached_him=ReachedHim.YES,
        happened_on=NOW.date(),
    )
    record_leak(case=case, leaked=leaked, by=desk.cast.case_manager, now=at)


def test_her_idva_is_told_of_a_leak_in_one_fixed_sentence(told: Desk) -> None:
    assert notify_due(now=NOW) == 0
    _leak(told)
    assert notify_due(now=NOW) == 1
    [sent] = mail.outbox
    assert (sent.to, sent.body) == (["idva@drive.example"], SENTENCE)
    assert sent.subject == "A message for you"
    assert not sent.attachments
    raw = sent.message().as_string()
    assert raw.count("\n\n") == 1
    assert raw.endswith(SENTENCE)


def test_both_are_told_of_what_is_shared_to_protect(told: Desk) -> None:
    row = wrote(of_drive(told.drive), told.cast.case_manager, use=Use.PROTECTIVE_SHARING)
    send(outgoing=row, reason="She is in danger.", by=told.cast.case_manager, now=NOW)
    notify_due(now=NOW)
    managers = holders_of(Role.SERVICE_MANAGER, site=told.drive.site)
    told_of_it = {told.cast.idva.username, *(user.username for user in managers)}
    assert len(told_of_it) == 3
    assert {each.to[0] for each in mail.outbox} == {
        User.objects.get(username=name).email for name in told_of_it
    }
    assert {each.body for each in mail.outbox} == {SENTENCE}


def test_nobody_is_told_twice_of_the_same(told: Desk) -> None:
    _leak(told)
    assert [notify_due(now=NOW + timedelta(hours=hours)) for hours in range(3)] == [1, 0, 0]


def test_a_mail_server_that_is_down_is_tried_again(
    told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_args: Any, **_kwargs: Any) -> None:
        raise ConnectionRefusedError

    _leak(told)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", down)
        assert notify_due(now=NOW) == 0
    assert not Notice.objects.exists()
    assert notify_due(now=NOW) == 1


def _queries(hours: int) -> int:
    with CaptureQueriesContext(connection) as made:
        notify_due(now=NOW + timedelta(hours=hours))
    return len(made)


def _more_people(desk: Desk) -> None:
    by, essex = desk.cast.administrator, desk.cast.essex
    for number in range(5):
        name = f"colleague{number}"
        address = f"{name}@drive.example"
        user = add_user(username=name, name=name, password=PASSWORD, email=address, by=by, now=NOW)
        grant_role(user=user, role=Role.IDVA, site=essex, by=by, now=NOW)


def test_whoever_is_asked_nothing_costs_no_query(told: Desk) -> None:
    nothing = _queries(0)
    _leak(told)
    telling, told_before = _queries(1), _queries(2)
    _more_people(told)
    assert _queries(3) == told_before
    _leak(told, at=NOW + timedelta(hours=4))
    assert _queries(5) == telling
    Task.objects.update(settled_by=told.cast.idva, settled_at=NOW)
    assert _queries(6) == nothing == 1


def test_a_role_is_told_at_its_site_and_nobody_who_is_kept_out(told: Desk) -> None:
    cast = told.cast
    keep_out(
        user=cast.excluded,
        person_id=told.drive.perpetrator.person_id,
        reason="Knows him",
        by=cast.service_manager,
        now=NOW,
    )
    row = wrote(of_drive(told.drive), cast.case_manager, use=Use.PROTECTIVE_SHARING)
    send(outgoing=row, reason="She is in danger.", by=cast.case_manager, now=NOW)
    assert notify_due(now=NOW) == 2
    assert {each.to[0] for each in mail.outbox} == {
        "idva@drive.example",
        "service_manager@drive.example",
    }


def test_something_new_is_told_of_once_the_pause_is_over(told: Desk) -> None:
    _leak(told)
    assert notify_due(now=NOW) == 1
    later = NOW + timedelta(minutes=5)
    row = wrote(of_drive(told.drive), told.cast.case_manager, use=Use.PROTECTIVE_SHARING)
    send(outgoing=row, reason="She is in danger.", by=told.cast.case_manager, now=later)
    assert notify_due(now=later) == 2, "the two service managers"
    assert notify_due(now=NOW + timedelta(minutes=15)) == 1, "and now her Idva"
