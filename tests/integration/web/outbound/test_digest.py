"""Once a working day whoever has something due is told so, in one fixed sentence."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.actions.tasks import open_case_task
from drive.web.outbound.actions import digest_due, notices
from drive.web.outbound.models import Digest
from drive.web.outbound.presenters.letters import NOTIFICATION
from tests.cast import NOW, Cast
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(cast: Cast) -> User:
    """The case manager, with an address and something due today."""
    user = cast.case_manager
    user.email = "case.manager@drive.example"
    user.save()
    _due(cast, NOW)
    return user


def _due(cast: Cast, on: datetime, key: str = "") -> None:
    open_case_task(
        case=case_at(cast, number=1 if not key else 2),
        kind=TaskKind.CHASE_REQUEST,
        role=Role.CASE_MANAGER,
        due_on=on.date(),
        key=key,
        by=cast.case_manager,
        now=NOW,
    )


def test_it_says_one_sentence_once_a_day_and_nothing_else(manager: User) -> None:
    for minutes in range(0, 600, 30):
        digest_due(now=NOW + timedelta(minutes=minutes))
    (message,) = mail.outbox
    assert (message.subject, message.body, message.to) == (
        "A message for you",
        NOTIFICATION,
        [manager.email],
    )
    # NOW is a Friday.
    assert digest_due(now=NOW + timedelta(days=1)) == 0
    assert digest_due(now=NOW + timedelta(days=3)) == 1


def test_nothing_due_is_nothing_told(cast: Cast) -> None:
    User.objects.filter(pk=cast.case_manager.pk).update(email="case.manager@drive.example")
    _due(cast, NOW + timedelta(days=30))
    assert digest_due(now=NOW) == 0
    assert mail.outbox == []


def test_it_waits_for_the_morning(manager: User) -> None:
    assert digest_due(now=NOW.replace(hour=5)) == 0
    assert digest_due(now=NOW.replace(hour=7)) == 1


def test_while_the_mail_server_is_down_it_waits_and_goes_once(manager: User, settings: Any) -> None:
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert digest_due(now=NOW) == 0
    settings.EMAIL_BACKEND = working
    assert digest_due(now=NOW + timedelta(hours=1)) == 1
    assert digest_due(now=NOW + timedelta(hours=2)) == 0


class Killed(BaseException):
    """What kill -9 is to the code: nothing runs after it."""


def test_whoever_is_killed_after_the_server_took_it_sends_the_same_message_again(
    manager: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = EmailBackend.send_messages

    def takes_and_dies(self: EmailBackend, messages: Any) -> int:
        real(self, messages)
        raise Killed

    monkeypatch.setattr(EmailBackend, "send_messages", takes_and_dies)
    with pytest.raises(Killed):
        digest_due(now=NOW)
    monkeypatch.undo()
    assert digest_due(now=NOW + timedelta(minutes=5)) == 0, "it may be on its way still"
    assert digest_due(now=NOW + timedelta(hours=1)) == 1
    first, second = mail.outbox
    assert first.extra_headers == second.extra_headers
    assert Digest.objects.count() == 1


def test_two_workers_at_once_send_one(manager: User, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = notices._told, []

    def meanwhile(*said: Any) -> bool:
        if not calls:
            calls.append(1)
            assert digest_due(now=NOW) == 0
        return real(*said)

    monkeypatch.setattr(notices, "_told", meanwhile)
    assert digest_due(now=NOW) == 1
    assert len(mail.outbox) == 1
