"""What will happen with the rows of a list once it is confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.web.accounts.models import User
from drive.web.organisations.models import Site
from drive.web.people.actions import matching_people
from drive.web.people.models import Person
from drive.web.people.queries import groups_of, possible_counts
from drive.web.people.rules import says_who
from drive.web.referrals.models import MaracHearing
from drive.web.referrals.queries.lists import typed_person
from drive.web.referrals.queries.who import said_of
from drive.web.referrals.rules.hearings import ROLES, Named, ReadHearing
from drive.web.referrals.rules.repeats import is_repeat

_Key = UUID | tuple[str, str, str, date] | int
"""Who is meant: somebody on record by key, somebody new by role and name, else nobody else."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is known of one person of a row before the list is confirmed."""

    known: bool = False
    earlier_in_list: bool = False
    possible: int = 0


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What will happen with one hearing once it is confirmed."""

    perpetrator: Standing
    victim_survivor: Standing
    is_repeat: bool


def outlooks(
    hearings: Sequence[ReadHearing], site: Site, *, actor: User, earlier: Sequence[ReadHearing] = ()
) -> list[Outlook]:
    """Return for each hearing whom the site or the list knows already, and whether it is a repeat.

    Parameters
    ----------
    hearings
        Of some rows of a list, in its order.
    actor
        Who asks: somebody who may be meant counts only where the actor may see him or her.
    earlier
        Of the rows that stand before them.
    """
    told = [*earlier, *hearings]
    found = matching_people(
        [(typed_person(one), role) for each in told for role, one in _people(each)], site
    )
    pairs = list(zip(found[::2], found[1::2], strict=True))
    counts = _possible(hearings, actor)
    heard = _days_heard(pairs, site)
    seen: set[_Key] = set()
    outlook = []
    for number, (hearing, pair) in enumerate(zip(told, pairs, strict=True)):
        keys = tuple(_keys(hearing, pair, number))
        days = heard.setdefault(keys, [])
        if number >= len(earlier):
            his, hers = (
                _standing(person, key, seen, next(counts))
                for person, key in zip(pair, keys, strict=True)
            )
            outlook.append(
                Outlook(
                    perpetrator=his,
                    victim_survivor=hers,
                    is_repeat=is_repeat(hearing.heard_on, days),
                )
            )
        days.append(hearing.heard_on)
        seen.update(keys)
    return outlook


def _people(hearing: ReadHearing) -> Iterator[tuple[str, Named]]:
    return zip(ROLES, hearing.people, strict=True)


def _possible(hearings: Sequence[ReadHearing], actor: User) -> Iterator[int]:
    said = [said_of(one) for hearing in hearings for one in hearing.people]
    return iter(possible_counts(said, actor=actor))


def _standing(person: Person | None, key: _Key, seen: set[_Key], possible: int) -> Standing:
    if person:
        return Standing(known=True)
    if key in seen:
        return Standing(earlier_in_list=True)
    return Standing(possible=possible)


def _keys(
    hearing: ReadHearing, pair: tuple[Person | None, Person | None], number: int
) -> Iterator[_Key]:
    for (role, one), person in zip(_people(hearing), pair, strict=True):
        if person:
            yield person.survivor_id or person.pk
        elif one.born_on and says_who(one.forename, one.surname, one.born_on):
            yield role, one.forename.casefold(), one.surname.casefold(), one.born_on
        else:
            yield number


_Pair = tuple[_Key, ...]


def _days_heard(
    pairs: Iterable[tuple[Person | None, Person | None]], site: Site
) -> dict[_Pair, list[date]]:
    """Return when each two human beings were heard at a site, however often they are on record."""
    groups = groups_of(his.pk for his, _ in pairs if his)
    people = set().union(*groups.values())
    days: dict[_Pair, list[date]] = {}
    heard = MaracHearing.objects.filter(site=site, dyad__perpetrator__person__in=people)
    for his, his_root, hers, her_root, day in heard.order_by().values_list(
        "dyad__perpetrator__person",
        "dyad__perpetrator__person__survivor",
        "dyad__victim_survivor__person",
        "dyad__victim_survivor__person__survivor",
        "meeting__held_on",
    ):
        days.setdefault((his_root or his, her_root or hers), []).append(day)
    return days
