"""Cover and succession that would lead back to where they began."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from drive.web.organisations.rules.book import Away, Became


def overlap(one: Away, other: Away) -> Away | None:
    """Return the days that two absences share, with the cover of the other; None if they do not."""
    starts_on = max(one.starts_on, other.starts_on)
    ends = [each.ends_on for each in (one, other) if each.ends_on]
    ends_on = min(ends) if ends else None
    if ends_on is not None and ends_on < starts_on:
        return None
    return Away(starts_on=starts_on, ends_on=ends_on, cover=other.cover)


def covers_in_a_circle(
    absences: Mapping[UUID, Collection[Away]], *, who: UUID, away: Away
) -> tuple[UUID, ...]:
    """Return those through whom a new absence would be covered by the very one who is away.

    Only days on which they are all away count; empty if there is no such day.
    """
    return _back_to(who, away, absences, ())


def _back_to(
    who: UUID, away: Away, absences: Mapping[UUID, Collection[Away]], passed: tuple[UUID, ...]
) -> tuple[UUID, ...]:
    if away.cover is None or away.cover in passed:
        return ()
    if away.cover == who:
        return passed
    for each in absences.get(away.cover, ()):
        shared = overlap(away, each)
        found = _back_to(who, shared, absences, (*passed, away.cover)) if shared else ()
        if found:
            return found
    return ()


def end_of_chain(became: Mapping[UUID, Became], start: UUID) -> tuple[UUID, ...]:
    """Return the agencies that one becomes after another; a circle is walked once."""
    walked: list[UUID] = []
    while start in became and became[start].after not in walked:
        start = became[start].after
        walked.append(start)
    return tuple(walked)


def first_overlapping(wanted: Away, others: Iterable[Away]) -> Away | None:
    """Return an absence that shares a day with another."""
    return next((each for each in others if overlap(wanted, each)), None)
