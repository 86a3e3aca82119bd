"""Whether both have gone quiet: he and she out of contact within a few days of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from drive.vocabulary.facts import ChronologyKind

_OF_CONTACT = frozenset({ChronologyKind.CONTACT, ChronologyKind.DISENGAGED})


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event of one side: what kind, on which day, and the key of its row."""

    key: Any
    kind: ChronologyKind
    day: date


def standing_silence(events: Iterable[Happened]) -> Happened | None:
    """Return the event by which one side is out of contact now, or None while it is in contact.

    Of two events of one day the silence counts: a contact that ended in it is over.
    """
    of_contact = [each for each in events if each.kind in _OF_CONTACT]
    silences = [each for each in of_contact if each.kind is ChronologyKind.DISENGAGED]
    heard = max((each.day for each in of_contact if each not in silences), default=date.min)
    since = [each for each in silences if each.day >= heard]
    return min(since, key=lambda each: each.day, default=None)


def went_quiet(
    his: Iterable[Happened], hers: Iterable[Happened], *, within_days: int
) -> tuple[Happened, Happened] | None:
    """Return the two silences if both stand and began within `within_days` of each other.

    In the pilot such a silence of both led to an arrest.
    """
    he, she = standing_silence(his), standing_silence(hers)
    if he is None or she is None or abs((he.day - she.day).days) > within_days:
        return None
    return he, she
