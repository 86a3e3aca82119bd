"""What would complete an assessment fastest: whom to ask, for what, the most gained first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drive.vocabulary.answers import InformationSource, ValueStatus
from drive.web.recording.rules import Asked

WAITING = frozenset({ValueStatus.AGENCY_NO_REPLY, ValueStatus.REQUESTED})
"""Somebody was asked and has not answered."""
TO_ASK = frozenset(
    {ValueStatus.NOT_ASKED, ValueStatus.NOT_CONTACTABLE, ValueStatus.ASKED_NOT_KNOWN}
)
"""Somebody else could be asked. Declined, withheld and not applicable are left in peace."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Whom to ask or to remind, and of what."""

    who: InformationSource
    remind: tuple[str, ...]
    ask: tuple[str, ...]

    @property
    def gained(self) -> int:
        """How many answers it could bring."""
        return len(self.remind) + len(self.ask)


def fastest(asked: Iterable[Asked]) -> list[Suggestion]:
    """Return whom to turn to so that the fewest conversations close the most gaps.

    Whoever could close most comes first; what that person could tell is not counted again for
    the next. An agency that was asked and has not replied keeps its own questions.
    """
    left = {number: each for number, each in enumerate(asked) if _sources(each)}
    found: list[Suggestion] = []
    while left:
        who = _knows_most(left)
        taken = {number: each for number, each in left.items() if who in _sources(each)}
        found.append(_suggestion(who, list(taken.values())))
        left = {number: each for number, each in left.items() if number not in taken}
    return found


def _sources(each: Asked) -> tuple[InformationSource, ...]:
    answer = each.answer
    if answer is None:
        return each.likely
    if answer.status in WAITING:
        return (answer.source,) if answer.source else each.likely[:1]
    if answer.status not in TO_ASK:
        return ()
    was_asked = answer.source if answer.status is ValueStatus.ASKED_NOT_KNOWN else None
    cannot = InformationSource.SU if answer.status is ValueStatus.NOT_CONTACTABLE else None
    return tuple(who for who in each.likely if who not in (was_asked, cannot))


def _knows_most(left: Mapping[int, Asked]) -> InformationSource:
    counts: dict[InformationSource, int] = {}
    for each in left.values():
        for who in _sources(each):
            counts[who] = counts.get(who, 0) + 1
    order = list(InformationSource)
    return min(counts, key=lambda who: (-counts[who], order.index(who)))


def _suggestion(who: InformationSource, taken: Sequence[Asked]) -> Suggestion:
    def waits(each: Asked) -> bool:
        return each.answer is not None and each.answer.status in WAITING

    return Suggestion(
        who=who,
        remind=tuple(each.label for each in taken if waits(each)),
        ask=tuple(each.label for each in taken if not waits(each)),
    )
