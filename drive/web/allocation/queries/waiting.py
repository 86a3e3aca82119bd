"""What waits at the door of the draw: what can be decided on now, and what a question holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from itertools import zip_longest
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.allocation.models import (
    Batch,
    DesignPeriod,
    DrawUnit,
    EligibilityDecision,
    LockedHearing,
)
from drive.web.allocation.queries.arms import arms_of
from drive.web.allocation.rules import Door, Heard, Waiting, choose, companions, decide
from drive.web.organisations.models import Site
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
    """The hearings of a site that wait for a draw, in the order of recording.

    Parameters
    ----------
    ready : list of Waiting
        Those that can be decided on.
    held : list of Waiting
        Those of perpetrators who may be drawn once it is settled who they, or their
        co-perpetrators, are.
    starts : tuple of datetime.date
        When the periods of the site begin.
    """

    ready: list[Waiting]
    held: list[Waiting]
    starts: tuple[date, ...]

    def next(self, *, meeting: UUID | None = None, hearing: UUID | None = None) -> list[Waiting]:
        """Return the hearings of the next batch: all that wait, those of a Marac, or one."""
        return choose(
            self.ready,
            self.starts,
            most=MOST_AT_ONCE,
            wanted=lambda each: (
                each.meeting == (meeting or each.meeting)
                and each.hearing == (hearing or each.hearing)
            ),
        )


def mark_of(waiting: Iterable[Waiting]) -> str:
    """Return a short text that is another one if others were decided on."""
    return sha256("".join(sorted(each.hearing.hex for each in waiting)).encode()).hexdigest()


def line_of(site: Site, *, today: date, recorded_until: datetime | None = None) -> Line:
    """Return what waits at a site; who is held does not keep others from the next draw.

    Nobody waits here while he is in a batch, through whichever of his hearings. What a panel
    selects is not drawn, and a hearing that has yet to take place waits until it has.
    """
    hearings = _to_be_drawn(site).filter(meeting__held_on__lte=today)
    if recorded_until is not None:
        hearings = hearings.filter(recorded_at__lte=recorded_until)
    locked = locked_people()
    waiting = [each for each in as_waiting(hearings) if each.person not in locked]
    doors = doors_of(site, waiting, today=today)
    beside = companions(doors)
    held = {door.waiting.hearing for door in doors if door.is_held} | set(beside)
    return Line(
        ready=[each for each in waiting if each.hearing not in held],
        held=[
            replace(each, held_since=each.held_since or beside[each.hearing])
            for each in waiting
            if each.hearing in held
        ],
        starts=tuple(period.starts_on for period in periods_of(site)),
    )


def locked_people() -> set[UUID]:
    """Return those who are in a batch that is not drawn yet, by who stands for them."""
    waiting = LockedHearing.objects.filter(is_live=True, batch__drawn_at=None)
    return set(roots_of(waiting.values_list("perpetrator__person", flat=True)).values())


def _to_be_drawn(site: Site) -> QuerySet[MaracHearing]:
    hearings = undecided(site)
    periods = periods_of(site)
    for period, following in zip_longest(periods, periods[1:]):
        if period.method == AllocationMethod.PANEL:
            spoken_of = Q(meeting__held_on__gte=period.starts_on)
            if following:
                spoken_of &= Q(meeting__held_on__lt=following.starts_on)
            hearings = hearings.exclude(spoken_of)
    return hearings


def doors_of(site: Site, waiting: Sequence[Waiting], *, today: date) -> list[Door]:
    """Return what the door of the draw says of some hearings of a site."""
    began_on = DesignPeriod.objects.filter(site=site).order_by("starts_on").first()
    return decide(
        waiting,
        arms=arms_of(each.person for each in waiting),
        trial_began_on=began_on.starts_on if began_on else date.min,
        today=today,
    )


def as_waiting(hearings: QuerySet[MaracHearing]) -> list[Waiting]:
    """Return what the door of the draw needs to know of some hearings, in their order."""
    rows = list(
        hearings.values_list(
            "pk",
            "dyad__perpetrator",
            "dyad__perpetrator__person",
            "dyad__victim_survivor__person",
            "meeting",
            "meeting__held_on",
            "recorded_at",
        )
    )
    roots = roots_of(person for row in rows for person in row[2:4])
    unsettled = identity_unsettled(roots[row[2]] for row in rows)
    return [
        Waiting(
            hearing=key,
            perpetrator=perpetrator,
            person=roots[person],
            heard_on=heard_on,
            meeting=meeting,
            victim_survivor=roots[victim_survivor],
            held_since=_later(recorded_at, unsettled.get(roots[person])),
        )
        for key, perpetrator, person, victim_survivor, meeting, heard_on, recorded_at in rows
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
    """A site, the design in force today, what of its hearings waits, and its locked batches."""

    site: Site
    period: DesignPeriod | None
    line: Line
    batches: list[Batch]

    @property
    def waiting(self) -> int:
        """How many hearings can be decided on."""
        return len(self.line.ready)


def sites_of_the_trial() -> list[Site]:
    """Return the sites at which perpetrators are drawn."""
    return list(Site.objects.all())


def open_batches(site: Site) -> QuerySet[Batch]:
    """Return the batches of a site that wait for their salt, the oldest first."""
    waiting = Batch.objects.filter(site=site, drawn_at=None, released_at=None)
    return waiting.select_related("recorded_by", "site").order_by("recorded_at")


def settled_batches(actor: User, *, most: int = 10) -> list[Batch]:
    """Return the batches that were drawn or released last."""
    settled = Batch.objects.visible_to(actor).exclude(drawn_at=None, released_at=None)
    related = settled.select_related("site", "drawn_by", "released_by")
    return list(related.order_by("-recorded_at")[:most])


def units_of_batch(batch: Batch) -> dict[int, DrawUnit]:
    """Return what each unit of a batch drew, by its number; nothing before the draw."""
    drawn = DrawUnit.objects.filter(batch=batch).select_related("sealed_list")
    return {unit.number: unit for unit in drawn if unit.number is not None}


def sites_today(day: date) -> list[SiteToday]:
    """Return each site of the trial with what waits there."""
    return [
        SiteToday(
            site=site,
            period=DesignPeriod.objects.filter(site=site, starts_on__lte=day)
            .order_by("-starts_on")
            .first(),
            line=line_of(site, today=day),
            batches=list(open_batches(site)),
        )
        for site in sites_of_the_trial()
    ]
