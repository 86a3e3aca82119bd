"""Who on record may be meant by somebody typed now: shown before a person is made."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, When

from drive.web.accounts.models import User
from drive.web.organisations.models import Site
from drive.web.people.models import Person, PersonMention
from drive.web.people.rules import Likeness, Said, likeness

MOST = 6
"""So many are shown for one person; more would not be read."""
_LOOKED_AT = 300
_LOOKED_AT_FOR_MANY = 3000


@dataclass(frozen=True, kw_only=True)
class Possible:
    """Somebody on record who may be meant, and what speaks for and against it."""

    person: Person
    likeness: Likeness
    in_same_role: bool
    at_site: bool


def possible_matches(said: Said, *, role: str, site: Site, actor: User) -> list[Possible]:
    """Return who on record may be meant, of those whom the actor may see: same role first.

    Whoever was made one is shown once, as the person known at the site if there is one.
    """
    found = [
        Possible(
            person=person,
            likeness=likeness(said, _said_of(person)),
            in_same_role=person.in_same_role,
            at_site=person.at_site,
        )
        for person in _looked_at(said, role=role, site=site, actor=actor)
    ]
    alike = sorted((each for each in found if each.likeness.is_alike), key=_order)
    one_a_human: dict[UUID, Possible] = {}
    for each in alike:
        one_a_human.setdefault(each.person.survivor_id or each.person.pk, each)
    return list(one_a_human.values())[:MOST]


def _order(each: Possible) -> tuple[bool, bool, int]:
    return not each.in_same_role, not each.at_site, -each.likeness.points


def _said_of(person: Person) -> Said:
    return Said(forename=person.forename, surname=person.surname, born_on=person.date_of_birth)


def _looked_at(said: Said, *, role: str, site: Site, actor: User) -> Any:
    names = Q(surname__iexact=said.surname) | Q(surname__iexact=said.forename)
    days = _days(said.born_on)
    mentions = PersonMention.objects.filter(person=OuterRef("pk"))
    seen = Person.objects.visible_to(actor).filter(names | Q(date_of_birth__in=days))
    return seen.annotate(
        born_then=_born_on(days),
        in_same_role=Exists(mentions.filter(role=role)),
        at_site=Exists(mentions.filter(agency__site=site)),
    ).order_by("-born_then", "recorded_at", "pk")[:_LOOKED_AT]


def _born_on(days: Collection[date]) -> Case:
    # A birth date tells more than a surname that hundreds share, so it is looked at first.
    return Case(When(date_of_birth__in=days, then=True), default=False)


def _days(born_on: date | None) -> list[date]:
    if born_on is None:
        return []
    days = [born_on]
    if born_on.day <= 12:
        days.append(date(born_on.year, born_on.day, born_on.month))
    return days


def possible_counts(people: Sequence[Said], *, actor: User) -> list[int]:
    """Return for each of many people how many on record may be meant, of those the actor may see.

    Cheaper than `possible_matches` and a little blinder: a surname counts as typed, in capitals,
    or with a capital.
    """
    surnames = {form for said in people for form in _spellings(said)}
    days = {day for said in people for day in _days(said.born_on)}
    seen = Person.objects.visible_to(actor).filter(
        Q(surname__in=surnames) | Q(date_of_birth__in=days)
    )
    near: dict[object, list[Person]] = defaultdict(list)
    first = seen.annotate(born_then=_born_on(days)).order_by("-born_then", "recorded_at", "pk")
    for person in first[:_LOOKED_AT_FOR_MANY]:
        near[person.surname.casefold()].append(person)
        near[person.date_of_birth].append(person)
    return [_count(said, near) for said in people]


def _spellings(said: Said) -> set[str]:
    return {
        form
        for name in (said.surname, said.forename)
        for form in (name, name.upper(), name.title())
    }


def _count(said: Said, near: Mapping[object, Sequence[Person]]) -> int:
    places: list[object] = [said.surname.casefold(), said.forename.casefold()]
    places += _days(said.born_on)
    return len(
        {
            person.survivor_id or person.pk
            for place in places
            for person in near.get(place, ())
            if likeness(said, _said_of(person)).is_alike
        }
    )
