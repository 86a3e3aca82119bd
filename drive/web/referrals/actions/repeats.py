"""Which hearings are repeats: counted by who people are, not by how often they were written."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from drive.web.people.models import Person
from drive.web.people.queries import groups_of, roots_of
from drive.web.referrals.models import MaracHearing
from drive.web.referrals.rules.repeats import is_repeat

_AT_ONCE = 400
_SIDES = ("perpetrator", "victim_survivor")


def recount_repeats(people: Iterable[Person]) -> int:
    """Say anew of each hearing of these people whether it is a repeat; return how many changed.

    Part of the caller's transaction. To be called when hearings were recorded, since lists may
    come out of order, and when people were made one, or two again.
    """
    keys = list(dict.fromkeys(person.pk for person in people))
    portions = (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))
    return sum(_recount(list(_hearings_of(some))) for some in portions)


def _hearings_of(people: Iterable[UUID]) -> Iterator[MaracHearing]:
    """Return each hearing of some people, and of whoever is the same human being."""
    everybody = sorted(set().union(*groups_of(people).values()))
    seen: set[UUID] = set()
    for side in _SIDES:
        for first in range(0, len(everybody), _AT_ONCE):
            some = everybody[first : first + _AT_ONCE]
            found = MaracHearing.objects.filter(**{f"dyad__{side}__person__in": some})
            for hearing in found.select_related(
                "meeting", "dyad__perpetrator", "dyad__victim_survivor"
            ).order_by():
                if hearing.pk not in seen:
                    seen.add(hearing.pk)
                    yield hearing


def _recount(hearings: list[MaracHearing]) -> int:
    roots = roots_of(key for hearing in hearings for key in _pair(hearing))
    pairs = {each.pk: tuple(roots[key] for key in _pair(each)) for each in hearings}
    days: dict[tuple[UUID, ...], list[date]] = {}
    for hearing in hearings:
        days.setdefault(pairs[hearing.pk], []).append(hearing.meeting.held_on)
    changed = []
    for hearing in hearings:
        repeat = is_repeat(hearing.meeting.held_on, days[pairs[hearing.pk]])
        if repeat != hearing.is_repeat:
            hearing.is_repeat = repeat
            changed.append(hearing)
    MaracHearing.objects.bulk_update(changed, ["is_repeat"], batch_size=_AT_ONCE)
    return len(changed)


def _pair(hearing: MaracHearing) -> tuple[UUID, UUID]:
    return hearing.dyad.perpetrator.person_id, hearing.dyad.victim_survivor.person_id
