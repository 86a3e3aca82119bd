"""The runs of a comparison: asked for, begun, ended. One goes at a time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from drive.vocabulary.identity import LinkageRunKind
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.people.models import LinkageRun, Person

_AT_ONCE = 500

LOST_AFTER = timedelta(hours=6)
"""A run that has gone for so long was killed where nobody could note it."""


@transaction.atomic
def ask_for_run(*, kind: LinkageRunKind, by: User, now: datetime) -> LinkageRun | None:
    """Ask for a comparison; None where one that waits will do the same."""
    waiting = LinkageRun.objects.select_for_update().filter(kind=kind, state=RunState.WAITING)
    if waiting.exists():
        return None
    run = LinkageRun.objects.create(
        kind=kind, state=RunState.WAITING, recorded_at=now, recorded_by=by
    )
    record_change("people.ask_for_run", run, by=by, now=now)
    return run


@transaction.atomic
def begin_run(*, run: LinkageRun, now: datetime) -> bool:
    """Let a run begin, or go on where it was killed; it has to wait while another goes."""
    runs = {
        each.pk: each
        for each in LinkageRun.objects.select_for_update()
        .filter(state__in=[RunState.WAITING, RunState.RUNNING])
        .order_by("pk")
    }
    if run.pk not in runs or any(_is_going(each, now) for each in runs.values() if each != run):
        return False
    run.state, run.message = RunState.RUNNING, ""
    run.people_in_all = run.people_done = 0
    run.save(update_fields=["state", "message", "people_in_all", "people_done"])
    return True


def _is_going(run: LinkageRun, now: datetime) -> bool:
    return run.state == RunState.RUNNING and now - run.recorded_at < LOST_AFTER


def next_waiting_run() -> LinkageRun | None:
    """Return the run that has waited longest."""
    return LinkageRun.objects.filter(state=RunState.WAITING).order_by("recorded_at").first()


@transaction.atomic
def finish_run(*, run: LinkageRun, by: User, now: datetime) -> None:
    """Note that a run has compared everybody whom it was to compare."""
    run.state, run.finished_at = RunState.DONE, now
    run.save(update_fields=["state", "finished_at", "people_done", "candidates_opened", "merged"])
    record_change("people.compare", run, by=by, now=now)


@transaction.atomic
def note_run_failed(*, run: LinkageRun, words: str, by: User, now: datetime) -> None:
    """Note in words that a run ended early: who was not compared waits for the next one."""
    run.state, run.message, run.finished_at = RunState.FAILED, words, now
    run.save(update_fields=["state", "message", "finished_at"])
    record_change("people.note_run_failed", run, by=by, now=now)


def count_as_compared(people: Iterable[Person]) -> None:
    """Note that it is settled already who some people are, as it is of the first year's.

    Part of the caller's transaction and of its audit event.
    """
    keys = [person.pk for person in people]
    for first in range(0, len(keys), _AT_ONCE):
        some = Person.objects.filter(pk__in=keys[first : first + _AT_ONCE], compared_at=None)
        some.update(compared_at=F("recorded_at"))
