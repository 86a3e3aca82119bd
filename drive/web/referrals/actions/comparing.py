"""Comparing people, with what follows from it for hearings: who is one is counted as one."""

from datetime import datetime, timedelta

from django.utils import timezone

from drive.vocabulary.identity import LinkageRunKind
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.people import actions as people
from drive.web.people.models import LinkageRun, Person
from drive.web.referrals.actions.repeats import recount_repeats

NIGHT_BEGINS = 2
"""The hour in London from which everybody is compared with everybody, once a day."""

FORGOTTEN_AFTER = timedelta(minutes=30)
"""A comparison that has waited for so long is in nobody's queue any more."""


def compare(*, run: LinkageRun, by: User, now: datetime) -> LinkageRun:
    """Do a comparison that was asked for, unless another one goes; that one is followed by it."""
    if not people.begin_run(run=run, now=now):
        return run
    if run.kind == LinkageRunKind.NEW:
        return people.compare_new(run=run, after_merge=recount_repeats, by=by, now=now)
    return people.compare_all(run=run, by=by, now=now)


def runs_due(*, by: User, now: datetime) -> list[LinkageRun]:
    """Ask for what is due: the comparison of the night, and of whoever was left uncompared.

    One that has waited for long was asked for where nobody took it up, and is due again.
    """
    due: list[LinkageRun | None] = list(
        LinkageRun.objects.filter(state=RunState.WAITING, recorded_at__lt=now - FORGOTTEN_AFTER)
    )
    if Person.objects.filter(compared_at=None).exists() and not _is_under_way(now):
        due.append(people.ask_for_run(kind=LinkageRunKind.NEW, by=by, now=now))
    if _night_is_due(now):
        due.append(people.ask_for_run(kind=LinkageRunKind.NIGHTLY, by=by, now=now))
    return [run for run in due if run is not None]


def _is_under_way(now: datetime) -> bool:
    going = LinkageRun.objects.filter(
        kind=LinkageRunKind.NEW, state=RunState.RUNNING, recorded_at__gt=now - timedelta(hours=1)
    )
    return going.exists()


def _night_is_due(now: datetime) -> bool:
    local = timezone.localtime(now)
    began = local.replace(hour=NIGHT_BEGINS, minute=0, second=0, microsecond=0)
    if local < began or not Person.objects.exists():
        return False
    tonight = LinkageRun.objects.filter(kind=LinkageRunKind.NIGHTLY, recorded_at__gte=began)
    return not tonight.exists()
