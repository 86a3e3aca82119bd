"""Comparing people with people: those who are new with everybody, and at night all with all."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.people.actions.asking import AfterMerge, settle_or_ask
from drive.web.people.actions.pairs import Found, pairs_of_people
from drive.web.people.actions.records import as_frame, decisions_frame, read_mentions
from drive.web.people.actions.runs import finish_run
from drive.web.people.actions.weighing import compare_records
from drive.web.people.models import LinkageRun, Person

if TYPE_CHECKING:
    from drive.linkage import Linkage

_AT_ONCE = 100


def compare_new(*, run: LinkageRun, after_merge: AfterMerge, by: User, now: datetime) -> LinkageRun:
    """Compare whoever was not compared yet with everybody on record.

    Who is linked beyond doubt (`people.rules.AUTOMATIC_RULES`) is made one; every other likeness
    is put to a reviewer. Run again, it goes on with whoever was not reached.

    Parameters
    ----------
    after_merge : callable
        Called in the transaction of a merge with the two people: what the apps above have to do.
    """
    # Before the mentions are read: whoever is recorded meanwhile waits for the next run.
    new = list(
        Person.objects.filter(compared_at=None)
        .order_by("recorded_at", "pk")
        .values_list("pk", flat=True)
    )
    _note_progress(run, in_all=len(new))
    linkage, found = _compared(run, renew=False, by=by, now=now) if new else (None, [])
    for first in range(0, len(new), _AT_ONCE):
        some = set(new[first : first + _AT_ONCE])
        for each in found:
            if linkage and some & each.people:
                settle_or_ask(each, linkage, run, after_merge=after_merge, by=by, now=now)
        _note_compared(run, some, now=now)
    finish_run(run=run, by=by, now=now)
    return run


def compare_all(*, run: LinkageRun, by: User, now: datetime) -> LinkageRun:
    """Compare everybody with everybody, and keep the model. Nobody is made one by it.

    What was asked or decided before is not asked again.
    """
    in_all = Person.objects.count()
    _note_progress(run, in_all=in_all)
    if in_all:
        linkage, found = _compared(run, renew=True, by=by, now=now)
        for number, each in enumerate(found, start=1):
            settle_or_ask(each, linkage, run, after_merge=None, by=by, now=now)
            if number % _AT_ONCE == 0:
                run.people_done = in_all * number // len(found)
                run.save(update_fields=["people_done", "candidates_opened"])
    run.people_done = in_all
    finish_run(run=run, by=by, now=now)
    return run


def _compared(
    run: LinkageRun, *, renew: bool, by: User, now: datetime
) -> tuple[Linkage, list[Found]]:
    mentions = read_mentions()
    linkage, run.model = compare_records(
        as_frame(mentions), decisions_frame(mentions), renew=renew, by=by, now=now
    )
    run.save(update_fields=["model"])
    return linkage, pairs_of_people(linkage, mentions)


def _note_progress(run: LinkageRun, *, in_all: int) -> None:
    run.people_in_all = in_all
    run.save(update_fields=["people_in_all"])


@transaction.atomic
def _note_compared(run: LinkageRun, people: set[UUID], *, now: datetime) -> None:
    Person.objects.filter(pk__in=people).update(compared_at=now)
    run.people_done += len(people)
    run.save(update_fields=["people_done", "candidates_opened", "merged"])
