"""The panels of a site, what they said, and what they said of somebody before."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.allocation.models import DesignPeriod
from drive.web.allocation.queries import heard_of
from drive.web.allocation.rules import Heard, history_at
from drive.web.core.sealing import unseal_field
from drive.web.organisations.models import Site
from drive.web.panels.models import Panel, PanelDecision, PanelHearing
from drive.web.people.queries import group_of
from drive.web.referrals.models import MaracHearing

"""The compartment under whose key reasons are sealed."""


def panel_sites(actor: User) -> list[Site]:
    """Return the sites, within reach, at which a panel selects or once did."""
    periods = DesignPeriod.objects.visible_to(actor).filter(method=AllocationMethod.PANEL)
    return list(Site.objects.filter(pk__in=periods.values("site")).order_by("name"))


def open_panel_of(site: Site) -> Panel | None:
    """Return the panel of a site that is not settled."""
    return Panel.objects.filter(site=site, settled_at=None).first()


def counts_of(panels: Iterable[Panel]) -> dict[UUID, int]:
    """Return how many hearings are before each of some panels."""
    found = PanelHearing.objects.filter(panel__in=[panel.pk for panel in panels]).order_by()
    return dict(found.values_list("panel").annotate(number=Count("pk")))


def reason_of(decision: PanelDecision) -> str:
    """Return the reason that a panel gave."""
    return unseal_field(decision, "sealed_reason")


def latest_decisions(entries: Iterable[PanelHearing]) -> dict[UUID, PanelDecision]:
    """Return what a panel said last of each of some hearings, by the key of the entry."""
    found = PanelDecision.objects.filter(entry__in=[entry.pk for entry in entries])
    return {each.entry_id: each for each in found.order_by("number")}


def decisions_of(entry: PanelHearing) -> QuerySet[PanelDecision]:
    """Return all that a panel said of a hearing, the latest first."""
    return entry.decisions.select_related("recorded_by", "entry__panel").order_by("-number")


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A hearing of the same person before another panel, and what that panel said last."""

    entry: PanelHearing
    decision: PanelDecision | None


def earlier_of(entry: PanelHearing, actor: User) -> list[Earlier]:
    """Return what other panels said of the same human being, the newest first."""
    people = group_of(entry.perpetrator.person_id).order_by().values("pk")
    entries = list(
        PanelHearing.objects.visible_to(actor)
        .filter(perpetrator__person__in=people)
        .exclude(panel=entry.panel_id)
        .select_related("panel__lottery", "hearing__meeting")
        .order_by("-panel__held_on", "-panel__recorded_at")
    )
    said = latest_decisions(entries)
    return [Earlier(entry=each, decision=said.get(each.pk)) for each in entries]


@dataclass(frozen=True, kw_only=True)
class History:
    """How often somebody was heard at the site by one hearing, and whether he comes back."""

    hearings: int
    repeat: bool
    serial: bool


def history_of(entry: PanelHearing) -> History:
    """Return what is known at the site; hearings elsewhere are not its to see."""
    heard = heard_of([entry.perpetrator.person_id])
    here = set(
        MaracHearing.objects.filter(
            site=entry.panel.site_id, pk__in=[each.hearing for each in heard]
        ).values_list("pk", flat=True)
    )
    of_site: list[Heard] = [each for each in heard if each.hearing in here]
    this = next(each for each in of_site if each.hearing == entry.hearing_id)
    found = history_at(this, of_site)
    return History(
        hearings=sum(each.heard_on <= this.heard_on for each in of_site),
        repeat=found.repeat,
        serial=found.serial,
    )
