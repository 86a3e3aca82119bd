"""A worker that is killed sends nothing twice and leaves nothing out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction

from drive.vocabulary.requests import RequestStepKind
from drive.web.casework.models import CaseNote
from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
from drive.web.multiagency.models import Request, RequestStep
from drive.web.outbound.actions import deliver_due
from tests.cast import NOW, Cast, make_cast
from tests.factories.agencies import sent, staffed
from tests.factories.casework import case_at
from tests.integration.web.multiagency.waking import Morning, killed_after, together

K = RequestStepKind
MORNING = NOW.replace(month=7, day=10)
FIRST = date(2017, 7, 10)
IN_ALL = 2


class Killed(BaseException):
    """What kill -9 is to the code: nothing of it runs on."""


def out(cast: Cast, number: int = IN_ALL) -> list[Request]:
    """Send some requests that are all to be chased on one morning."""
    case, police = case_at(cast), staffed(cast.essex)
    return [sent(case, police, cast.case_manager) for _ in range(number)]


def wake(moment: datetime) -> None:
    do_what_is_due(now=moment)
    deliver_due(now=moment)
    note_what_left(now=moment)


@contextmanager
def killed_at(statement: int) -> Iterator[list[str]]:
    """Kill the worker before one of its statements; give those that it made."""
    made: list[str] = []

    def execute(run: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            made.append(sql)
            if len(made) == statement:
                raise Killed
        return run(sql, *rest)

    with connection.execute_wrapper(execute):
        yield made


def require_once_each(requests: list[Request]) -> None:
    """Require one chaser of each request, and one message of each, however often it was sent."""
    for request in requests:
        (chaser,) = request.steps.filter(kind=K.CHASED)
        assert (chaser.number, chaser.left_on) == (1, FIRST)
        assert CaseNote.objects.filter(linked_id=request.pk).count() == 2
    by_message = defaultdict(set)
    for message in mail.outbox:
        by_message[message.extra_headers["Message-ID"]].add(message.body)
    assert len(by_message) == 2 * len(requests)
    assert all(len(bodies) == 1 for bodies in by_message.values())


@pytest.mark.django_db
def test_killed_before_any_statement_it_makes_up_for_it(cast: Cast, settings: Any) -> None:
    settings.DRIVE_HOLD_SECONDS = 0
    requests, before = out(cast), len(mail.outbox)
    with transaction.atomic(), killed_at(0) as made:
        wake(MORNING)
        transaction.set_rollback(True)
    assert len(made) > 100
    # Each statement that writes, and some of those that read.
    writes = [at for at, sql in enumerate(made, 1) if not sql.startswith("SELECT")]
    for statement in sorted({*writes, *range(1, len(made), 25)}):
        del mail.outbox[before:]
        with transaction.atomic():
            with pytest.raises(Killed), killed_at(statement):
                wake(MORNING)
            wake(MORNING + timedelta(hours=1))
            wake(MORNING + timedelta(hours=3))
            require_once_each(requests)
            assert len(mail.outbox) - before <= IN_ALL + 1, "only one was on its way"
            transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("after", [False, True])
def test_killed_between_the_mail_server_and_the_database_it_is_one_message(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    settings.DRIVE_HOLD_SECONDS = 0
    requests = out(cast)
    real, begun = EmailBackend.send_messages, []

    def dies(self: EmailBackend, messages: Any) -> int:
        begun.append(1)
        if len(begun) == 1:
            if after:
                real(self, messages)
            raise Killed
        return real(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", dies)
    with pytest.raises(Killed):
        wake(MORNING)
    wake(MORNING + timedelta(hours=1))
    require_once_each(requests)
    assert len(mail.outbox) == 2 * IN_ALL + after


@pytest.mark.django_db(transaction=True)
def test_killed_as_a_process_at_any_moment_nothing_goes_twice(tmp_path: Path) -> None:
    requests = out(make_cast(), 6)
    chance, kills, moment = np.random.default_rng(6), 0, MORNING
    # Later and later, so that on a quick machine and on a slow one some die in the middle.
    for latest in 0.02 * 1.5 ** np.arange(12):
        morning = Morning(moment=moment, database=connection.settings_dict["NAME"], mail=tmp_path)
        kills += killed_after(morning, float(chance.uniform(latest / 2, latest)))
        moment += timedelta(minutes=20)
    last = Morning(moment=moment, database=connection.settings_dict["NAME"], mail=tmp_path)
    assert not killed_after(last, None)
    assert kills > 0
    assert RequestStep.objects.filter(kind=K.CHASED, left_on=FIRST).count() == len(requests)
    assert CaseNote.objects.count() == 2 * len(requests)
    assert len(_messages(tmp_path)) == len(requests)


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_each_chaser_is_sent_by_one(tmp_path: Path) -> None:
    requests = out(make_cast(), 6)
    morning = Morning(moment=MORNING, database=connection.settings_dict["NAME"], mail=tmp_path)
    assert together(morning, 3) == [0, 0, 0]
    assert RequestStep.objects.filter(kind=K.CHASED).count() == len(requests)
    sent_as = [name for path in tmp_path.iterdir() for name in _names_in(path)]
    assert len(sent_as) == len(set(sent_as)) == len(requests)


def _messages(folder: Path) -> set[str]:
    return {name for path in folder.iterdir() for name in _names_in(path)}


def _names_in(path: Path) -> list[str]:
    return re.findall(r"^Message-ID: (\S+)", path.read_text("utf-8"), re.MULTILINE)
