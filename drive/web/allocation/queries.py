"""Finding what waits for a draw, and the arms that people hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import CharField, DateField, F, OuterRef, QuerySet, Subquery

from drive.vocabulary.allocation import Arm
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation, DesignPeriod, EligibilityDecision
from drive.web.allocation.rules import Waiting
from drive.web.organisations.models import AllocationMode, Site
from drive.web.referrals.models import MaracHearing

MOST_AT_ONCE = 200
"""Hearings decided on in one draw: as many as a person can check on one page."""


def undecided(site: Site) -> QuerySet[MaracHearing]:
    """Return the hearings of a site that nobody has decided on, in the order of recording."""
    return (
        MaracHearing.objects.filter(site=site)
        .exclude(pk__in=EligibilityDecision.objects.values("hearing"))
        .select_related(
            "meeting__marac",
            "site",
            "dyad__perpetrator__person",
            "dyad__victim_survivor__person",
        )
        .order_by("recorded_at", "meeting__held_on", "pk")
    )


def next_to_decide(site: Site, *, recorded_until: datetime | None = None) -> list[MaracHearing]:
    """Return the hearings of the next draw: the oldest first, no more than fit on one page."""
    hearings = undecided(site)
    if recorded_until is not None:
        hearings = hearings.filter(recorded_at__lte=recorded_until)
    return list(hearings[:MOST_AT_ONCE])


def as_waiting(hearings: Iterable[MaracHearing]) -> list[Waiting]:
    """Return the plain values that the rules decide on."""
    return [
        Waiting(
            hearing=hearing.pk,
            perpetrator=hearing.dyad.perpetrator_id,
            person=hearing.dyad.perpetrator.person_id,
            heard_on=hearing.meeting.held_on,
        )
        for hearing in hearings
    ]


def arms_of(people: Iterable[UUID]) -> dict[UUID, Arm]:
    """Return the arm of each person who has one, at whatever site."""
    held = Allocation.objects.filter(perpetrator__person__in=set(people)).values_list(
        "perpetrator__person", "arm"
    )
    return {person: Arm(arm) for person, arm in held}


def periods_of(site: Site) -> list[DesignPeriod]:
    """Return the periods of a site, the first one first."""
    return list(DesignPeriod.objects.filter(site=site).order_by("starts_on"))


def log(actor: User) -> QuerySet[EligibilityDecision]:
    """Return every decision that the actor may see, with the arm, day and origin it led to."""
    allocation = Allocation.objects.filter(perpetrator=OuterRef("perpetrator"))
    return (
        EligibilityDecision.objects.visible_to(actor)
        .select_related("perpetrator__person", "perpetrator__site", "hearing__meeting__marac")
        .annotate(
            arm=Subquery(allocation.values("arm")[:1], output_field=CharField()),
            origin=Subquery(allocation.values("origin")[:1], output_field=CharField()),
            allocated_on=Subquery(allocation.values("allocated_on")[:1], output_field=DateField()),
            heard_on=F("hearing__meeting__held_on"),
        )
        .order_by("-recorded_at", "-heard_on", "pk")
    )


@dataclass(frozen=True, kw_only=True)
class SiteToday:
    """A site, the ratio in force today, and how many of its hearings wait."""

    site: Site
    period: DesignPeriod | None
    waiting: int


def sites_of_the_trial() -> list[Site]:
    """Return the sites at which perpetrators are drawn."""
    return list(Site.objects.filter(mode=AllocationMode.TRIAL))


def sites_today(day: date) -> list[SiteToday]:
    """Return each site of the trial with what waits there."""
    return [
        SiteToday(
            site=site,
            period=DesignPeriod.objects.filter(site=site, starts_on__lte=day)
            .order_by("-starts_on")
            .first(),
            waiting=undecided(site).count(),
        )
        for site in sites_of_the_trial()
    ]


def narrowed(
    decisions: QuerySet[EligibilityDecision], chosen: Mapping[str, str]
) -> QuerySet[EligibilityDecision]:
    """Return the decisions with the site, arm, origin and outcome that were chosen."""
    paths = {"site": "perpetrator__site__code"}
    return decisions.filter(**{paths.get(name, name): code for name, code in chosen.items()})
