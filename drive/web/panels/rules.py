"""What follows from the verdicts of a panel, and what its lotteries allow."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from uuid import UUID

from drive.vocabulary.panels import PanelCriterion, PanelOutcome, PanelVerdict


class Way(Enum):
    """How the places of a panel are given to those whom it selected."""

    NOBODY = auto()
    NO_PLACE = auto()
    EVERYBODY = auto()
    LOTTERY = auto()


def way_of(selected: int, places: int) -> Way:
    """Return how places are given out.

    Parameters
    ----------
    selected : int
        How many were selected; co-perpetrators of one hearing stand together for one place.
    places : int
        How many places are free.
    """
    if not selected:
        return Way.NOBODY
    if not places:
        return Way.NO_PLACE
    return Way.EVERYBODY if selected <= places else Way.LOTTERY


_OF_SELECTED = {
    Way.NO_PLACE: PanelOutcome.WAITS,
    Way.EVERYBODY: PanelOutcome.PLACE,
    Way.LOTTERY: PanelOutcome.LOTTERY,
}


def outcome_of(verdict: PanelVerdict | None, way: Way, *, is_open: bool) -> PanelOutcome:
    """Return what becomes of a hearing when its panel is settled.

    Parameters
    ----------
    verdict : PanelVerdict or None
        The panel's latest word on it; None if it said nothing.
    way : Way
        How the places are given out.
    is_open : bool
        Whether it can be decided on at this moment.
    """
    if not is_open or verdict in {None, PanelVerdict.ADJOURNED}:
        return PanelOutcome.WAITS
    if verdict is PanelVerdict.NOT_SELECTED:
        return PanelOutcome.PASSED_OVER
    return _OF_SELECTED[way]


def lacks_a_criterion(verdict: PanelVerdict, criteria: Collection[PanelCriterion]) -> bool:
    """Return whether a verdict needs a criterion and has none: nobody is selected for nothing."""
    return verdict is PanelVerdict.SELECTED and not criteria


@dataclass(frozen=True, kw_only=True)
class Lot:
    """What a lottery gave to one perpetrator, by the key of the one who stands for him.

    `number` is that of the lottery's batch; it tells two apart that were drawn at one moment.
    """

    lottery: UUID
    person: UUID
    drawn_at: datetime
    number: int
    has_a_place: bool


def first_lots(lots: Iterable[Lot]) -> list[Lot]:
    """Return for each person the lot of his first lottery.

    Whoever comes into a second lottery is somebody who was not drawn in the first, and whom a
    panel selected again: to count him twice would compare people who differ.
    """
    first: dict[UUID, Lot] = {}
    for lot in sorted(lots, key=lambda each: (each.drawn_at, each.number)):
        first.setdefault(lot.person, lot)
    return list(first.values())
