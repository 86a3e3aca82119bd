"""Saying from which day a site counts the months of its cases."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.clock import ClockStart
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.exceptions import CountsSoAlready
from drive.web.casework.models import SiteClock
from drive.web.casework.queries.clock import clock_of_site
from drive.web.organisations.models import Site
from drive.web.recording.rules import check_seen


@transaction.atomic
def set_site_clock(
    *, site: Site, start: ClockStart, reason: str, seen: UUID | None, by: User, now: datetime
) -> SiteClock:
    """Let a site count the months of the cases opened from now on from another day.

    Cases that are open or closed keep the days they have: what was due on them does not move.
    """
    locked = Site.objects.select_for_update().get(pk=site.pk)
    latest = clock_of_site(locked)
    check_seen(seen, latest, lambda row: {"start": ClockStart(row.start), "reason": row.reason})
    if locked.clock_start == start:
        raise CountsSoAlready("The site counts the months from that day already.", field="start")
    row = SiteClock.objects.create(
        site=locked,
        start=start,
        reason=reason,
        supersedes=latest,
        recorded_at=now,
        recorded_by=by,
    )
    locked.clock_start = start
    locked.save(update_fields=["clock_start"])
    record_change("casework.set_site_clock", locked, row, by=by, now=now, fields=start.label)
    return row
