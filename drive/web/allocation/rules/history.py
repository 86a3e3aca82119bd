"""What is frozen of somebody's history when he is drawn: repeat and serial perpetrator.

The same rule as in `drive.linkage.groups`, said for one hearing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One hearing, both people given by the key of the one who stands for the human being."""

    hearing: UUID
    perpetrator: UUID
    victim_survivor: UUID
    heard_on: date


@dataclass(frozen=True, kw_only=True)
class History:
    """Whether he was heard before about the same victim-survivor, and about another one by now."""

    repeat: bool
    serial: bool


def history_at(hearing: Heard, hearings: Iterable[Heard]) -> History:
    """Return what was known of a perpetrator at one of his hearings.

    A repeat perpetrator was heard about the same victim-survivor on an earlier day; a serial one
    was heard about another up to and including this day. What comes later changes neither.
    """
    his = [each for each in hearings if each.perpetrator == hearing.perpetrator]
    victims = {each.victim_survivor for each in his if each.heard_on <= hearing.heard_on}
    return History(
        repeat=any(
            each.victim_survivor == hearing.victim_survivor and each.heard_on < hearing.heard_on
            for each in his
        ),
        serial=len(victims | {hearing.victim_survivor}) > 1,
    )
