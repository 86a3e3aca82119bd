"""Taking an office for a time, and giving it free again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from drive.vocabulary.offices import OfficeSide
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.offices import rules
from drive.web.offices.exceptions import ImpossibleTime, NotFree, OfficeKnown
from drive.web.offices.models import Office, OfficeTime
from drive.web.organisations.models import Site
from drive.web.tasks.actions import open_task


@dataclass(frozen=True, kw_only=True)
class WantedTime:
    """An office from when to when."""

    office: Office
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class ForCase:
    """The Drive case for which an office is taken: its key, its reference and whom it is about."""

    about: UUID
    reference: str
    person: UUID


@transaction.atomic
def add_office(*, site: Site, name: str, by: User, now: datetime) -> Office:
    """Add an office to a site."""
    if Office.objects.filter(site=site, name__iexact=name).exists():
        raise OfficeKnown(f"{site.name} has an office called {name} already.", field="name")
    office = Office.objects.create(site=site, name=name, recorded_at=now, recorded_by=by)
    record_change("offices.add_office", office, by=by, now=now)
    return office


@transaction.atomic
def take_for_service_user(
    *, wanted: WantedTime, case: ForCase, by: User, now: datetime
) -> OfficeTime:
    """Take an office for a service user; refused in the same words whoever else is there.

    Part of the caller's event: what is planned is recorded with the case.
    """
    if _overlapping(wanted).exists():
        raise NotFree(
            "This time is not free at this office. Choose another time or place.", field="office"
        )
    return _take(wanted, OfficeSide.SERVICE_USER, case=case, by=by, now=now)


@transaction.atomic
def keep_clear(*, wanted: WantedTime, by: User, now: datetime) -> OfficeTime:
    """Take an office for a victim-survivor. It stands; whoever took it for him has to move."""
    if wanted.starts_at < now:
        raise ImpossibleTime("Choose a time that is still to come.", field="on")
    in_the_way = list(
        _overlapping(wanted).filter(side=OfficeSide.SERVICE_USER).select_related("recorded_by")
    )
    taken = _take(wanted, OfficeSide.VICTIM_SURVIVOR, by=by, now=now)
    for other in in_the_way:
        _ask_to_move(other, now=now)
    record_change("offices.keep_clear", taken, by=by, now=now)
    return taken


@transaction.atomic
def give_free(*, taken: OfficeTime, by: User, now: datetime) -> OfficeTime:
    """Give a time free again; one that was given free before stays as it was."""
    release(taken=taken, by=by, now=now)
    record_change("offices.give_free", taken, by=by, now=now)
    return taken


def release(*, taken: OfficeTime, by: User, now: datetime) -> None:
    """Give a time free, in the event of whatever asks for it."""
    if taken.cancelled_at is None:
        taken.cancelled_at, taken.cancelled_by = now, by
        taken.save(update_fields=["cancelled_at", "cancelled_by"])


def _overlapping(wanted: WantedTime) -> QuerySet[OfficeTime]:
    # The office's row is locked, so that two who ask at once do not both get the time.
    Office.objects.select_for_update().get(pk=wanted.office.pk)
    since, until = rules.window(wanted.starts_at, wanted.ends_at)
    return OfficeTime.objects.filter(
        office=wanted.office, cancelled_at=None, starts_at__lt=until, ends_at__gt=since
    )


def _take(
    wanted: WantedTime,
    side: OfficeSide,
    *,
    case: ForCase | None = None,
    by: User,
    now: datetime,
) -> OfficeTime:
    return OfficeTime.objects.create(
        office=wanted.office,
        side=side,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        about=case.about if case else None,
        reference=case.reference if case else "",
        person=case.person if case else None,
        recorded_at=now,
        recorded_by=by,
    )


def _ask_to_move(other: OfficeTime, *, now: datetime) -> None:
    # In the name of whoever took it: the task must not say who took the office for somebody else.
    if other.about is None or other.person is None:
        return
    open_task(
        kind=TaskKind.MOVE_APPOINTMENT,
        about=other.about,
        reference=other.reference,
        site=other.office.site,
        role=Role.CASE_MANAGER,
        user=other.recorded_by,
        subjects=[other.person],
        due_on=now.astimezone(LONDON).date(),
        key=str(other.pk),
        by=other.recorded_by,
        now=now,
    )
