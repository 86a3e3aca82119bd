"""Whom one asks at a rung of the ladder, how long one waits there, and what is good to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.directory import ContactRole
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON, in_words
from drive.web.multiagency.actions.directory.locking import lock_agency
from drive.web.organisations.exceptions import NotThere
from drive.web.organisations.models import Agency, AgencyContact, Rung, Standing
from drive.web.organisations.queries import latest_row, latest_rung
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class NewRung:
    """Who is asked at a rung, or whoever has that role; and how many working days one waits."""

    role: ContactRole
    wait_days: int
    contact: AgencyContact | None = None


@transaction.atomic
def set_rung(*, agency: Agency, new: NewRung, seen: UUID | None, by: User, now: datetime) -> Rung:
    """Settle a rung of the ladder of an agency."""
    agency = lock_agency(agency)
    check_seen(seen, latest_rung(agency, new.role), values_of_rung)
    if new.contact:
        row = latest_row(new.contact)
        if row.ends_on and row.ends_on < now.astimezone(LONDON).date():
            raise NotThere(f"{row.name} left on {in_words(row.ends_on)}.", field="contact")
    rung = Rung.objects.create(
        agency=agency,
        role=new.role,
        contact=new.contact,
        wait_days=new.wait_days,
        recorded_at=now,
        recorded_by=by,
    )
    record_change("multiagency.set_rung", rung, by=by, now=now)
    return rung


def values_of_rung(rung: Rung) -> Mapping[str, object]:
    """Return what a rung holds, by the fields of the form."""
    return {
        "contact": str(rung.contact_id) if rung.contact_id else None,
        "wait_days": rung.wait_days,
    }


@transaction.atomic
def add_standing(*, agency: Agency, text: str, by: User, now: datetime) -> Standing:
    """Add what is good to know of an agency."""
    standing = Standing.objects.create(agency=agency, text=text, recorded_at=now, recorded_by=by)
    record_change("multiagency.add_standing", standing, by=by, now=now)
    return standing
