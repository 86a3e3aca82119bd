"""What waits at the door of the draw: what can be decided on now, and what a question holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from drive.web.allocation.models import DesignPeriod, EligibilityDecision
from drive.web.allocation.queries.arms import arms_of
from drive.web.allocation.rules import Door, Heard, Waiting, decide
from drive.web.organisations.models import AllocationMode, Site
from drive.web.people.queries import groups_of, identity_unsettled, roots_of
from drive.web.referrals.models import MaracHearing

MOST_AT_ONCE = 200
"""Hearings decided on in one draw: as many as a person can check on one page."""

_AT_ONCE = 500


def undecided(site: Site) -> QuerySet[MaracHearing]:
    """Return the hearings of a site that nobody has decided on, in the order of recording."""
    return (
        MaracHearing.objects.filter(site=site)
        .exclude(pk__in=EligibilityDecision.objects.values("hearing"))
        .order_by("recorded_at", "meeting__held_on", "pk")
    )


@dataclass(frozen=True, kw_only=True)
class Line:
    """The hearings of a site that wait, in the order of recording.

    Parameters
    ----------
    ready : list of Waiting
        Those that can be decided on.
    held : list of Waiting
        Those of perpetrators who may be drawn once it is settled who they are.
    """

    ready: list[Waiting]
    held: list[Waiting]

    @property
    def next(self) -> list[Waiting]:
        """The hearings of the next draw: the oldest first, no more than fit on one page."""
        return self.ready[:MOST_AT_ONCE]

    @property
    def mark(self) -> str:
        """A short text that is another one if the next draw would decide on others."""
        return sha256("".join(each.hearing.hex for each in self.next).encode()).hexdigest()


def line_of(site: Site, *, today: date, recorded_until: datetime | None = None) -> Line:
    """Return what waits at a site; who is held does not keep others from the next draw."""
    hearings = undecided(site)
    if recorded_until is not None:
        hearings = hearings.filter(recorded_at__lte=recorded_until)
    waiting = _as_waiting(hearings)
    held = {door.waiting.hearing for door in doors_of(site, waiting, today=today) if door.is_held}
    return Line(
        ready=[each for each in waiting if each.hearing not in held],
        held=[each for each in waiting if each.hearing in held],
    )


def doors_of(site: Site, waiting: Sequence[Waiting], *, today: date) -> list[Door]:
    """Return what the door of the draw says of some hearings of a site."""
    began_on = DesignPeriod.objects.filter(site=site).order_by("starts_on").first()
    return decide(
        waiting,
        arms=arms_of(each.person for each in waiting),
        trial_began_on=began_on.starts_on if began_on else date.min,
        today=today,
    )


def _as_waiting(hearings: QuerySet[MaracHearing]) -> list[Waiting]:
    rows = list(
        hearings.values_list(
            "pk",
            "dyad__perpetrator",
            "dyad__perpetrator__person",
            "meeting__held_on",
            "recorded_at",
        )
    )
    roots = roots_of(person for _, _, person, _, _ in rows)
    unsettled = identity_unsettled(roots.values())
    return [
        Waiting(
            hearing=key,
            perpetrator=perpetrator,
            person=roots[person],
            heard_on=heard_on,
            held_since=_later(recorded_at, unsettled.get(roots[person])),
        )
        for key, perpetrator, person, heard_on, recorded_at in rows
    ]


def _later(recorded_at: datetime, asked_at: datetime | None) -> datetime | None:
    # A question may be older than the hearing that it holds.
    return max(recorded_at, asked_at) if asked_at else None


def hearings_of(waiting: Iterable[Waiting]) -> dict[UUID, MaracHearing]:
    """Return the hearings themselves, with what a page says of them."""
    found = MaracHearing.objects.filter(pk__in=[each.hearing for each in waiting]).select_related(
        "meeting__marac",
        "site",
        "dyad__perpetrator__person",
        "dyad__victim_survivor__person",
    )
    return {hearing.pk: hearing for hearing in found}


def heard_of(people: Iterable[UUID]) -> list[Heard]:
    """Return every hearing of some perpetrators and of whoever is the same human being."""
    everybody = sorted(set().union(*groups_of(people).values()))
    rows: list[tuple[UUID, UUID, UUID, date]] = []
    for first in range(0, len(everybody), _AT_ONCE):
        found = MaracHearing.objects.filter(
            dyad__perpetrator__person__in=everybody[first : first + _AT_ONCE]
        ).order_by()
        rows += found.values_list(
            "pk", "dyad__perpetrator__person", "dyad__victim_survivor__person", "meeting__held_on"
        )
    roots = roots_of(key for _, his, hers, _ in rows for key in (his, hers))
    return [
        Heard(
            hearing=hearing,
            perpetrator=roots[his],
            victim_survivor=roots[hers],
            heard_on=heard_on,
        )
        for hearing, his, hers, heard_on in rows
    ]


def periods_of(site: Site) -> list[DesignPeriod]:
    """Return the periods of a site, the first one first."""
    return list(DesignPeriod.objects.filter(site=site).order_by("starts_on"))


@dataclass(frozen=True, kw_only=True)
class SiteToday:
    """A site, the ratio in force today, and what of its hearings waits."""

    site: Site
    period: DesignPeriod | None
    line: Line

    @property
    def waiting(self) -> int:
        """How many hearings can be decided on."""
        return len(self.line.ready)


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
            line=line_of(site, today=day),
        )
        for site in sites_of_the_trial()
    ]
