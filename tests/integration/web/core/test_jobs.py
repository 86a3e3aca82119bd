"""Jobs that are interrupted are done again, a few times; then whoever waits is told."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from drive.web.core import jobs, worker
from drive.web.core.exceptions import Refusal
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)

done: list[str] = []
told: list[str] = []
chores: list[datetime] = []


def _gave_up(*, words: str, what: str) -> None:
    told.append(f"{what}: {words}")


@jobs.job(gives_up=_gave_up)
def act(*, what: str) -> None:
    """Do it, or fail in the way that is asked for."""
    if what == "refused":
        raise Refusal("A rule says no.")
    if what == "broken":
        raise ZeroDivisionError
    if what == "locked":
        raise OperationalError("database is locked")
    done.append(what)


@pytest.fixture(autouse=True)
def queue(settings: Any) -> Iterator[None]:
    """Keep the jobs in the database, as the site does."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for noted in (done, told, chores):
        noted.clear()
    yield
    DBTaskResult.objects.all().delete()


def work() -> None:
    worker.work(clock=lambda: NOW, until_idle=True)


def enqueue(what: str) -> DBTaskResult:
    return DBTaskResult.objects.get(pk=act.enqueue(what=what).id)


def left_running(row: DBTaskResult, *workers: str, since: timedelta = timedelta()) -> None:
    DBTaskResult.objects.filter(pk=row.pk).update(
        status="RUNNING",
        worker_ids=list(workers),
        started_at=timezone.now() - since,
    )


def gone() -> str:
    """Return the name of a worker whose process has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    machine = jobs.worker_name().rpartition(":")[0]
    return f"{machine}:{ended.pid}"


def test_a_job_is_done_by_the_worker() -> None:
    enqueue("this")
    assert done == []
    work()
    assert (done, told) == (["this"], [])


def test_a_refusal_is_told_in_its_own_words() -> None:
    enqueue("refused")
    work()
    assert told == ["refused: A rule says no."]


def test_a_fault_is_told_without_its_details() -> None:
    row = enqueue("broken")
    work()
    row.refresh_from_db()
    assert told == [f"broken: {jobs.WENT_WRONG}"]
    assert row.status == "FAILED"


def test_a_job_whose_worker_was_killed_is_done_again() -> None:
    row = enqueue("this")
    left_running(row, gone())
    work()
    row.refresh_from_db()
    assert (done, row.status, len(row.worker_ids)) == (["this"], "SUCCESSFUL", 2)


def test_after_three_attempts_it_is_given_up_and_told_once() -> None:
    row = enqueue("this")
    left_running(row, gone(), gone(), gone())
    work()
    work()
    row.refresh_from_db()
    assert (done, told, row.status) == ([], [f"this: {jobs.STOPPED}"], "FAILED")


def test_a_job_that_a_living_worker_does_is_left_alone() -> None:
    row = enqueue("this")
    left_running(row, jobs.worker_name())
    assert jobs.sweep() == 0


def test_a_job_of_another_machine_is_lost_after_an_hour() -> None:
    row = enqueue("this")
    left_running(row, "elsewhere:1", since=timedelta(minutes=59))
    assert jobs.sweep() == 0
    left_running(row, "elsewhere:1", since=timedelta(minutes=61))
    assert jobs.sweep() == 1


def test_a_locked_database_is_no_end() -> None:
    row = enqueue("locked")
    for _ in range(jobs.ATTEMPTS):
        assert told == []
        work()
    work()
    row.refresh_from_db()
    assert told == [f"locked: {jobs.STOPPED}"]
    assert len(row.worker_ids) == jobs.ATTEMPTS


def test_chores_are_done_and_one_that_fails_keeps_no_other_from_being_done(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_moment: datetime) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(jobs, "CHORES", [fails, chores.append])
    work()
    assert chores == [NOW]
    assert "the chore fails failed" in caplog.text
