"""Adding an agency to a directory, its days, and that it became another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.multiagency.actions.directory.locking import (
    check_there_on,
    lock_agencies,
    lock_agency,
    lock_site,
)
from drive.web.organisations.actions import add_agency
from drive.web.organisations.exceptions import InACircle, NotThere, Overlapping
from drive.web.organisations.models import Agency, AgencyContact, Site, Succession
from drive.web.organisations.queries import became_of
from drive.web.organisations.rules import check_days, end_of_chain

A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class NewAgency:
    """An agency, and since when it exists if that is worth knowing."""

    site: Site
    kind: AgencyType
    name: str
    starts_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewSuccession:
    """Which agency does from which day on what another did, and whether its contacts end."""

    after: Agency
    on: date
    ends_contacts: bool = False


@transaction.atomic
def add_listed_agency(*, new: NewAgency, by: User, now: datetime) -> Agency:
    """Add an agency to the directory of a site."""
    check_days({"starts_on": new.starts_on})
    agency = add_agency(site=lock_site(new.site), kind=new.kind, name=new.name, by=by, now=now)
    if new.starts_on:
        agency.starts_on = new.starts_on
        agency.save(update_fields=["starts_on"])
    return agency


@transaction.atomic
def set_days_of_agency(
    *, agency: Agency, starts_on: date | None, ends_on: date | None, by: User, now: datetime
) -> Agency:
    """Say from when to when an agency exists; lists offer it on those days alone."""
    agency = lock_agency(agency)
    check_days({"starts_on": starts_on, "ends_on": ends_on})
    agency.starts_on, agency.ends_on = starts_on, ends_on
    agency.save(update_fields=["starts_on", "ends_on"])
    days = f"{starts_on or ''} to {ends_on or ''}"
    record_change("multiagency.set_days_of_agency", agency, by=by, now=now, fields=days)
    return agency


@transaction.atomic
def record_succession(*, agency: Agency, new: NewSuccession, by: User, now: datetime) -> Succession:
    """Say that from a day on another agency does what this one did."""
    agency, after = lock_agencies(agency, new.after)
    check_days({"on": new.on})
    _check_chain(agency, after)
    check_there_on(after, new.on, field="after")
    _end_contacts(agency, new, by=by, now=now)
    succession = Succession.objects.create(
        before=agency, after=after, on=new.on, recorded_at=now, recorded_by=by
    )
    record_change("multiagency.record_succession", succession, by=by, now=now)
    return succession


def _check_chain(agency: Agency, after: Agency) -> None:
    became = became_of(agency.site)
    if agency.pk in became:
        day = in_words(became[agency.pk].on)
        raise Overlapping(f"{agency.name} has had a successor since {day}.", field="after")
    if after.pk == agency.pk or agency.pk in end_of_chain(became, after.pk):
        raise InACircle(
            f"{after.name} came to be what {agency.name} is now: that would be a circle.",
            field="after",
        )


def _end_contacts(agency: Agency, new: NewSuccession, *, by: User, now: datetime) -> None:
    still = list(_open_contacts(agency, new.on))
    if still and not new.ends_contacts:
        names = ", ".join(each.name for each in still[:5])
        more = " and others" if len(still) > 5 else ""
        raise NotThere(
            f"{agency.name} has contacts after that day: {names}{more}. End them first, or tick "
            "the box.",
            field="ends_contacts",
        )
    for each in still:
        each.ends_on = max(each.starts_on, new.on - A_DAY)
        each.save(update_fields=["ends_on"])
    if still:
        record_change("multiagency.end_contacts", *still, by=by, now=now)


def _open_contacts(agency: Agency, day: date) -> QuerySet[AgencyContact]:
    still = Q(ends_on=None) | Q(ends_on__gte=day)
    return agency.contacts.filter(still, superseded_by=None)


@transaction.atomic
def take_back_succession(*, succession: Succession, by: User, now: datetime) -> Succession:
    """Say that one agency did not become another; contacts that ended with it stay ended."""
    lock_agency(succession.before)
    succession.refresh_from_db()
    if succession.taken_back_at is None:
        succession.taken_back_at, succession.taken_back_by = now, by
        succession.save(update_fields=["taken_back_at", "taken_back_by"])
        record_change("multiagency.take_back_succession", succession, by=by, now=now)
    return succession
