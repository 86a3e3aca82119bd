"""Settling a panel: places for the selected or a lottery among them, a reason for the others."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.panels import PanelOutcome
from drive.web.accounts.models import User
from drive.web.allocation.actions import exclude, give_places, lock_selected, pass_over
from drive.web.allocation.actions.deciding import lock_people
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.allocation.models import Batch
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.organisations.models import Site
from drive.web.panels.actions.holding import locked
from drive.web.panels.models import Panel, PanelHearing
from drive.web.panels.queries import Prospect, Row, line_of, prospect_of


@transaction.atomic
def settle(*, panel: Panel, mark: str, by: User, now: datetime, today: date) -> Panel:
    """Carry out what a panel said, all of it or nothing.

    Whoever was not selected is passed over with the panel's criteria. Those selected get the
    places if there are enough; otherwise they are locked for a lottery, which somebody else draws.
    Whoever was adjourned, was not spoken of or cannot be decided on now waits for the next panel.

    Parameters
    ----------
    mark
        That of the page on which somebody checked what would happen.

    Raises
    ------
    PanelSettled
        If it was settled already.
    WaitingChanged
        If something is other than it was on that page. Nothing was done.
    NoTrial
        If a lottery is needed and no trial runs.
    """
    panel = locked(panel)
    Site.objects.select_for_update().get(pk=panel.site_id)
    lock_people(panel.site)
    prospect = prospect_of(panel, today=today)
    if prospect.mark != mark:
        raise WaitingChanged(
            "Something changed since you opened the page: a verdict was recorded, it was asked who "
            "somebody is, or somebody can no longer be decided on. Nothing was done; check again."
        )
    _exclude(panel, by=by, now=now, today=today)
    _pass_over(panel, prospect, by=by, now=now, today=today)
    panel.lottery = _give(panel, prospect, by=by, now=now, today=today)
    _write_outcomes(prospect)
    panel.settled_at, panel.settled_by = now, by
    panel.save(update_fields=["settled_at", "settled_by", "lottery"])
    record_change("panels.settle", panel, by=by, now=now)
    return panel


def _exclude(panel: Panel, *, by: User, now: datetime, today: date) -> None:
    """Record the reappearance of those who have an arm: no panel is asked about them."""
    excluded = line_of(panel.site, today=min(today, panel.held_on)).excluded
    if keys := [door.waiting.hearing for door in excluded]:
        exclude(site=panel.site, hearings=keys, by=by, now=now, today=today)


def _pass_over(panel: Panel, prospect: Prospect, *, by: User, now: datetime, today: date) -> None:
    reasons = {
        row.entry.hearing_id: _reason(panel, row)
        for row in prospect.having(PanelOutcome.PASSED_OVER)
    }
    if reasons:
        pass_over(site=panel.site, reasons=reasons, by=by, now=now, today=today)


def _reason(panel: Panel, row: Row) -> str:
    """Return what the log says: what the panel wrote stays with the panel, sealed."""
    met = len(row.decision.criteria) if row.decision else 0
    return f"Panel of {in_words(panel.held_on)}: {met} of {len(panel.criteria)} criteria met."


def _give(
    panel: Panel, prospect: Prospect, *, by: User, now: datetime, today: date
) -> Batch | None:
    if chosen := _hearings(prospect.having(PanelOutcome.PLACE)):
        give_places(site=panel.site, hearings=chosen, by=by, now=now, today=today)
    if chosen := _hearings(prospect.having(PanelOutcome.LOTTERY)):
        return lock_selected(
            site=panel.site, hearings=chosen, places=panel.places, by=by, now=now, today=today
        )
    return None


def _hearings(rows: Iterable[Row]) -> list[UUID]:
    return [row.entry.hearing_id for row in rows]


def _write_outcomes(prospect: Prospect) -> None:
    for row in prospect.rows:
        row.entry.outcome = prospect.outcome(row)
    PanelHearing.objects.bulk_update([row.entry for row in prospect.rows], ["outcome"])
