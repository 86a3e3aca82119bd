"""Which hearings of a site wait for a panel."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from drive.vocabulary.allocation import AllocationMethod
from drive.web.allocation.queries import (
    as_waiting,
    doors_of,
    locked_people,
    periods_of,
    undecided,
)
from drive.web.allocation.rules import Door, Waiting, companions
from drive.web.organisations.models import Site
from drive.web.referrals.models import MaracHearing


@dataclass(frozen=True, kw_only=True)
class PanelLine:
    """The hearings of a site that nobody draws since a panel selects, the earliest first.

    Parameters
    ----------
    ready : list of Waiting
        Those that a panel can decide on.
    held : list of Waiting
        Those of whom, or of whose co-perpetrators, it is open who they are.
    excluded : list of Door
        Those of perpetrators who have an arm, or whose hearing does not count. No panel is asked
        about them.
    """

    ready: list[Waiting]
    held: list[Waiting]
    excluded: list[Door]


def line_of(site: Site, *, today: date) -> PanelLine:
    """Return what waits for a panel of a site. Who waits in a batch does not wait here too."""
    locked = locked_people()
    hearings = _for_a_panel(site).filter(meeting__held_on__lte=today)
    waiting = [each for each in as_waiting(hearings) if each.person not in locked]
    doors = doors_of(site, waiting, today=today)
    beside = companions(doors)
    held = {door.waiting.hearing for door in doors if door.is_held} | set(beside)
    return PanelLine(
        ready=[
            door.waiting
            for door in doors
            if door.eligibility.may_be_drawn and door.waiting.hearing not in held
        ],
        held=[door.waiting for door in doors if door.waiting.hearing in held],
        excluded=[door for door in doors if _is_excluded(door)],
    )


def _is_excluded(door: Door) -> bool:
    return not (door.eligibility.may_be_drawn or door.is_held or door.waits_for_first)


def _for_a_panel(site: Site) -> QuerySet[MaracHearing]:
    """Return the undecided hearings of the periods in which a panel selects."""
    wanted = Q(pk__in=[])
    periods = periods_of(site)
    for period, following in zip(periods, [*periods[1:], None], strict=True):
        if period.method == AllocationMethod.PANEL:
            spoken_of = Q(meeting__held_on__gte=period.starts_on)
            if following:
                spoken_of &= Q(meeting__held_on__lt=following.starts_on)
            wanted |= spoken_of
    return undecided(site).filter(wanted)
