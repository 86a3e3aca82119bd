"""Opening a panel, and putting hearings before it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.allocation import AllocationMethod
from drive.vocabulary.panels import PanelCriterion
from drive.web.accounts.models import User
from drive.web.allocation.queries import periods_of
from drive.web.allocation.rules import Waiting
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.organisations.models import Site
from drive.web.panels.exceptions import (
    NotAPanel,
    NothingBeforeAPanel,
    PanelIsOpen,
    PanelSettled,
)
from drive.web.panels.models import Panel, PanelHearing
from drive.web.panels.queries import line_of, open_panel_of


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting of a panel: its day, which agencies took part, what it looks at, its places."""

    held_on: date
    members: Collection[AgencyType]
    criteria: Collection[PanelCriterion]
    places: int


@transaction.atomic
def open_panel(*, site: Site, meeting: Meeting, by: User, now: datetime, today: date) -> Panel:
    """Open a panel of a site and put before it whatever waits for one.

    Raises
    ------
    NotAPanel
        If no panel selects at the site, or what was given makes no meeting.
    PanelIsOpen
        If another one of the site is not settled.
    NothingBeforeAPanel
        If no hearing waits.
    """
    _check(meeting, today)
    Site.objects.select_for_update().get(pk=site.pk)
    if not any(period.method == AllocationMethod.PANEL for period in periods_of(site)):
        raise NotAPanel(f"No panel selects at {site.name}: its design says so.", field="site")
    if earlier := open_panel_of(site):
        raise PanelIsOpen(
            f"The panel of {in_words(earlier.held_on)} at {site.name} is not settled yet. Settle "
            "it first, so that nobody is before two panels.",
            field="site",
        )
    panel = Panel.objects.create(
        site=site,
        held_on=meeting.held_on,
        members=sorted(meeting.members),
        criteria=[each for each in PanelCriterion if each in meeting.criteria],
        places=meeting.places,
        recorded_at=now,
        recorded_by=by,
    )
    if not _put_before(panel, waiting_beside(panel, today=today)):
        raise NothingBeforeAPanel(
            f"No hearing of {site.name} up to {in_words(meeting.held_on)} waits for a panel.",
            field="site",
        )
    record_change("panels.open", panel, by=by, now=now)
    return panel


def _check(meeting: Meeting, today: date) -> None:
    if meeting.places < 0:
        raise NotAPanel("There are no places below zero. Write 0 if none is free.", field="places")
    if not meeting.members:
        raise NotAPanel("Say which agencies took part.", field="members")
    if not meeting.criteria:
        raise NotAPanel("Choose what the panel looks at.", field="criteria")
    if meeting.held_on > today:
        raise NotAPanel("The panel is opened on its day or afterwards.", field="held_on")


@transaction.atomic
def bring(*, panel: Panel, by: User, now: datetime, today: date) -> list[PanelHearing]:
    """Put those before an open panel who have come to wait since it was opened.

    Raises
    ------
    PanelSettled
        If it is settled.
    """
    panel = locked(panel)
    made = _put_before(panel, waiting_beside(panel, today=today))
    record_change("panels.bring", *made, by=by, now=now)
    return made


def locked(panel: Panel) -> Panel:
    """Return an open panel, locked until the end of the transaction.

    Raises
    ------
    PanelSettled
        If it is settled.
    """
    panel = Panel.objects.select_for_update(of=("self",)).select_related("site").get(pk=panel.pk)
    if not panel.is_open:
        raise PanelSettled("This panel was settled already. Nothing was changed.")
    return panel


def waiting_beside(panel: Panel, *, today: date) -> list[Waiting]:
    """Return who waits for a panel, was heard by the day of this one, and is not before it."""
    line = line_of(panel.site, today=min(today, panel.held_on))
    before = set(panel.hearings.values_list("hearing", flat=True))
    return [each for each in [*line.ready, *line.held] if each.hearing not in before]


def _put_before(panel: Panel, waiting: Collection[Waiting]) -> list[PanelHearing]:
    return PanelHearing.objects.bulk_create(
        PanelHearing(panel=panel, hearing_id=each.hearing, perpetrator_id=each.perpetrator)
        for each in waiting
    )
