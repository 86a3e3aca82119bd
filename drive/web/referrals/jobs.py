"""Reading and saving lists, comparing the people in them, and erasing lists that have expired."""

from datetime import datetime

from django.utils import timezone

from drive.vocabulary.identity import LinkageRunKind
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.core.clock import now, today
from drive.web.core.jobs import chore, job
from drive.web.people.actions import ask_for_run, next_waiting_run, note_run_failed
from drive.web.people.models import LinkageRun
from drive.web.referrals import actions
from drive.web.referrals.models import ImportBatch


def _batch(batch_id: str) -> ImportBatch:
    return ImportBatch.objects.select_related("agency__site", "recorded_by", "confirmed_by").get(
        pk=batch_id
    )


def _unreadable(*, words: str, batch_id: str) -> None:
    batch = _batch(batch_id)
    actions.note_unreadable(batch=batch, words=words, by=batch.recorded_by, now=now())


@job(gives_up=_unreadable)
def read_list(*, batch_id: str) -> None:
    """Read an uploaded list."""
    batch = _batch(batch_id)
    actions.read_batch(batch=batch, by=batch.recorded_by, now=now(), today=today())


def _interrupted(*, words: str, batch_id: str) -> None:
    batch = _batch(batch_id)
    by = batch.confirmed_by or batch.recorded_by
    actions.note_interrupted(batch=batch, words=words, by=by, now=now())


@job(gives_up=_interrupted)
def save_list(*, batch_id: str) -> None:
    """Save the ready rows of a confirmed list."""
    batch = _batch(batch_id)
    by = batch.confirmed_by or batch.recorded_by
    actions.save_ready_rows(batch=batch, by=by, now=now(), today=today())
    compare_who_is_new(by=by)


def compare_who_is_new(*, by: User) -> None:
    """Let whoever was just recorded be compared; one comparison that waits is enough."""
    run = ask_for_run(kind=LinkageRunKind.NEW, by=by, now=now())
    if run:
        compare_people.enqueue(run_id=str(run.pk))


def _run(run_id: str) -> LinkageRun:
    return LinkageRun.objects.select_related("recorded_by").get(pk=run_id)


def _not_compared(*, words: str, run_id: str) -> None:
    run = _run(run_id)
    note_run_failed(run=run, words=words, by=run.recorded_by, now=now())
    go_on_after(run)


@job(gives_up=_not_compared)
def compare_people(*, run_id: str) -> None:
    """Compare people with people, then let the comparison begin that waited for this one."""
    run = _run(run_id)
    actions.compare(run=run, by=run.recorded_by, now=now())
    if run.finished_at:
        go_on_after(run)


def go_on_after(run: LinkageRun) -> None:
    """Let the comparison begin that waited for this one."""
    waiting = next_waiting_run()
    if waiting and waiting.pk != run.pk:
        compare_people.enqueue(run_id=str(waiting.pk))


@chore
def compare_what_is_due(moment: datetime) -> None:
    """Begin the comparison of the night, and one of whoever was left uncompared."""
    for run in actions.runs_due(by=system_user(), now=moment):
        compare_people.enqueue(run_id=str(run.pk))


@chore
def erase_expired_lists(moment: datetime) -> None:
    """Erase lists whose seven days are over."""
    actions.purge_expired(today=timezone.localtime(moment).date(), now=moment)
