"""Panels opened, spoken and settled by walking the real actions."""

from collections.abc import Iterable
from datetime import date, timedelta

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.allocation import AllocationMethod
from drive.vocabulary.panels import PanelCriterion, PanelVerdict
from drive.web.accounts.models import User
from drive.web.allocation.actions import Chosen
from drive.web.allocation.models import DesignPeriod
from drive.web.organisations.models import Site
from drive.web.panels.actions import Meeting, Said, open_panel, record_verdict, settle
from drive.web.panels.models import Panel, PanelDecision, PanelHearing
from drive.web.panels.queries import prospect_of
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.allocation import design

TODAY = NOW.date()
STARTS_ON = date(2017, 6, 1)
REASON = "The police were called four times this month."
SELECTED, NOT_SELECTED, ADJOURNED = PanelVerdict


def service_mode(
    cast: Cast, site: Site | None = None, *, starts_on: date = STARTS_ON
) -> DesignPeriod:
    """Let a panel select from a day on; before any hearing of that time is recorded."""
    return design(cast, Chosen(method=AllocationMethod.PANEL), site, starts_on=starts_on)


def meeting(places: int = 2, *, held_on: date = TODAY) -> Meeting:
    """Return a meeting as the service manager writes it down."""
    return Meeting(
        held_on=held_on,
        members=[AgencyType.DRIVE, AgencyType.POLICE, AgencyType.IDVA],
        criteria=list(PanelCriterion),
        places=places,
    )


def panel(
    cast: Cast, places: int = 2, *, site: Site | None = None, by: User | None = None
) -> Panel:
    """Open a panel with all that waits for one."""
    return open_panel(
        site=site or cast.essex,
        meeting=meeting(places),
        by=by or cast.service_manager,
        now=NOW,
        today=TODAY,
    )


def entry_of(opened: Panel, heard: MaracHearing) -> PanelHearing:
    """Return a hearing as it is before a panel."""
    return opened.hearings.get(hearing=heard)


def says(
    cast: Cast,
    opened: Panel,
    heard: MaracHearing,
    verdict: PanelVerdict = SELECTED,
    *,
    reason: str = REASON,
    by: User | None = None,
) -> PanelDecision:
    """Write down what a panel says of a hearing."""
    said = Said(verdict=verdict, criteria=[PanelCriterion.HIGH_HARM], reason=reason)
    return record_verdict(
        entry=entry_of(opened, heard),
        said=said,
        by=by or cast.service_manager,
        now=NOW,
        today=TODAY,
    )


def selects(cast: Cast, opened: Panel, hearings: Iterable[MaracHearing]) -> None:
    """Let a panel select all of some hearings."""
    for heard in hearings:
        says(cast, opened, heard)


def mark(opened: Panel) -> str:
    """Return the mark of the page on which settling is checked."""
    return prospect_of(Panel.objects.get(pk=opened.pk), today=TODAY).mark


def settled(cast: Cast, opened: Panel, *, by: User | None = None) -> Panel:
    """Settle a panel as it stands."""
    return settle(
        panel=opened,
        mark=mark(opened),
        by=by or cast.service_manager,
        now=NOW + timedelta(hours=1),
        today=TODAY,
    )
