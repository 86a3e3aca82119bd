"""Adding a contact, changing how one is reached, and that somebody leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from drive.vocabulary.directory import ContactRole
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.multiagency.actions.directory.locking import check_there_on, lock_agency
from drive.web.organisations.exceptions import NameTaken, NotThere, Unreachable
from drive.web.organisations.models import Agency, AgencyContact, Team
from drive.web.organisations.queries import latest_row
from drive.web.organisations.rules import check_days
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class NewContact:
    """Somebody or a desk, how they are reached, and since when that holds."""

    role: ContactRole
    name: str
    starts_on: date
    team: Team | None = None
    job: str = ""
    telephone: str = ""
    email: str = ""
    hours: str = ""


@transaction.atomic
def add_contact(*, agency: Agency, new: NewContact, by: User, now: datetime) -> AgencyContact:
    """Add a contact to an agency."""
    agency = lock_agency(agency)
    _check(agency, new, besides=None)
    contact = AgencyContact.objects.create(
        agency=agency, **vars(new), recorded_at=now, recorded_by=by
    )
    record_change("multiagency.add_contact", contact, by=by, now=now)
    return contact


@transaction.atomic
def change_contact(
    *, contact: AgencyContact, new: NewContact, seen: UUID | None, by: User, now: datetime
) -> AgencyContact:
    """Change a contact from a day on; what held before stays to be read."""
    agency = lock_agency(contact.agency)
    latest = latest_row(contact)
    check_seen(seen, latest, values_of_contact)
    check_days({"": latest.starts_on, "starts_on": new.starts_on})
    if latest.ends_on and latest.ends_on < new.starts_on:
        raise NotThere(
            f"{latest.name} left on {in_words(latest.ends_on)}. Add them again if they are back.",
            field="starts_on",
        )
    _check(agency, new, besides=latest)
    changed = AgencyContact.objects.create(
        agency=agency,
        **vars(new),
        ends_on=latest.ends_on,
        supersedes=latest,
        recorded_at=now,
        recorded_by=by,
    )
    latest.ends_on = max(latest.starts_on, new.starts_on - timedelta(days=1))
    latest.save(update_fields=["ends_on"])
    record_change("multiagency.change_contact", latest, changed, by=by, now=now)
    return changed


@transaction.atomic
def end_contact(*, contact: AgencyContact, ends_on: date, by: User, now: datetime) -> AgencyContact:
    """Say which day is somebody's last."""
    lock_agency(contact.agency)
    latest = latest_row(contact)
    check_days({"": latest.starts_on, "ends_on": ends_on})
    latest.ends_on = ends_on
    latest.save(update_fields=["ends_on"])
    record_change("multiagency.end_contact", latest, by=by, now=now, fields=f"ends {ends_on}")
    return latest


def values_of_contact(row: AgencyContact) -> Mapping[str, object]:
    """Return what a row holds, by the fields of the form."""
    return {
        "role": ContactRole(row.role),
        "name": row.name,
        "team": str(row.team_id) if row.team_id else None,
        "job": row.job,
        "telephone": row.telephone,
        "email": row.email,
        "hours": row.hours,
        "starts_on": row.starts_on,
    }


def _check(agency: Agency, new: NewContact, *, besides: AgencyContact | None) -> None:
    check_days({"starts_on": new.starts_on})
    if not new.telephone and not new.email:
        raise Unreachable("Enter a telephone number or an e-mail address.", field="telephone")
    check_there_on(agency, new.starts_on, field="starts_on")
    if new.team and new.team.ends_on and new.team.ends_on < new.starts_on:
        raise NotThere(
            f"{new.team.name} ended on {in_words(new.team.ends_on)}. Choose another team.",
            field="team",
        )
    same = agency.contacts.filter(superseded_by=None, name__iexact=new.name, role=new.role)
    same = same.filter(team=new.team).exclude(ends_on__lt=new.starts_on)
    if any(row != besides for row in same):
        raise NameTaken(f"{agency.name} has {new.name} in the directory already.", field="name")
