"""Who is who at the door: a mention joins a person only where nobody else could be meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import F

from drive.vocabulary.answers import Answer
from drive.web.accounts.models import User
from drive.web.organisations.models import Agency, Site
from drive.web.people.models import Dyad, Perpetrator, Person, PersonMention, VictimSurvivor

_AT_ONCE = 500
"""Rows in one statement: SQLite allows no more than 32,766 values."""


@dataclass(frozen=True, kw_only=True)
class TypedPerson:
    """Somebody as typed on a list."""

    forename: str
    surname: str
    date_of_birth: date | None
    date_of_birth_typed: str = ""
    synthetic: bool = False


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Somebody named in one row of a source, in one role."""

    typed: TypedPerson
    role: str
    agency: Agency
    source_row: str
    key: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Two people of a site who are to be one dyad."""

    perpetrator: Person
    victim_survivor: Person
    site: Site
    relationship: Answer
    key: UUID | None = None


_Triple = tuple[str, str, date]
_Known = dict[tuple[UUID, _Triple], Person]


def mention_people(
    mentions: Sequence[Mention], *, source: str, by: User, now: datetime
) -> list[Person]:
    """Write mentions and return the person of each, in order: an existing one of the site only
    if equal in forename, surname and full birth date, otherwise a new one. Part of the caller's
    transaction.
    """
    known = _known_people(mentions)
    people, new = [], []
    for mention in mentions:
        place = _place(mention.typed, mention.agency.site_id)
        person = known.get(place) if place else None
        if person is None:
            person = _new_person(mention.typed, by=by, now=now, key=mention.key)
            new.append(person)
        if place:
            known[place] = person
        people.append(person)
    Person.objects.bulk_create(new, batch_size=_AT_ONCE)
    PersonMention.objects.bulk_create(
        [
            _mention_row(mention, person, source=source, by=by, now=now)
            for mention, person in zip(mentions, people, strict=True)
        ],
        batch_size=_AT_ONCE,
    )
    return people


def matching_people(typed: Sequence[TypedPerson], site: Site) -> list[Person | None]:
    """Return for each the person of the site who is equal in forename, surname and birth date."""
    days = {each.date_of_birth for each in typed if each.date_of_birth}
    known = _people_born_on(days, {site.pk})
    places = [_place(each, site.pk) for each in typed]
    return [known.get(place) if place else None for place in places]


def _known_people(mentions: Sequence[Mention]) -> _Known:
    days = {each.typed.date_of_birth for each in mentions if each.typed.date_of_birth}
    return _people_born_on(days, {each.agency.site_id for each in mentions})


def _people_born_on(days: set[date], sites: set[UUID]) -> _Known:
    known: _Known = {}
    ordered = sorted(days)
    for first in range(0, len(ordered), _AT_ONCE):
        found = (
            Person.objects.filter(
                date_of_birth__in=ordered[first : first + _AT_ONCE],
                mentions__agency__site__in=sites,
            )
            .annotate(site_id=F("mentions__agency__site"))
            .order_by("recorded_at", "id")
            .distinct()
        )
        for person in found:
            if person.date_of_birth:
                triple = _triple(person.forename, person.surname, person.date_of_birth)
                known.setdefault((person.site_id, triple), person)
    return known


def _place(typed: TypedPerson, site_id: UUID) -> tuple[UUID, _Triple] | None:
    if typed.date_of_birth is None:
        return None
    return site_id, _triple(typed.forename, typed.surname, typed.date_of_birth)


def _triple(forename: str, surname: str, born_on: date) -> _Triple:
    # Compared here and not in the database: SQLite and PostgreSQL fold letters differently.
    return forename.casefold(), surname.casefold(), born_on


def _mention_row(
    mention: Mention, person: Person, *, source: str, by: User, now: datetime
) -> PersonMention:
    typed = mention.typed
    return PersonMention(
        person=person,
        agency=mention.agency,
        role=mention.role,
        source=source,
        source_row=mention.source_row,
        forename=typed.forename,
        surname=typed.surname,
        date_of_birth=typed.date_of_birth_typed or _iso(typed.date_of_birth),
        recorded_at=now,
        recorded_by=by,
    )


def _new_person(typed: TypedPerson, *, by: User, now: datetime, key: UUID | None) -> Person:
    person = Person(
        forename=typed.forename,
        surname=typed.surname,
        date_of_birth=typed.date_of_birth,
        # Demonstration mode has nobody real, so that it can tell a database that has.
        synthetic=typed.synthetic or settings.DRIVE_MODE == "demonstration",
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        person.id = key
    return person


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def pair_people_up(pairings: Sequence[Pairing], *, by: User, now: datetime) -> list[Dyad]:
    """Return the dyad of each pair of people, in order, making the roles and the pair where
    needed. Part of the caller's transaction.
    """
    made = {"recorded_at": now, "recorded_by": by}
    his = _roles(
        Perpetrator, [(p.perpetrator, p.site, p.key) for p in pairings], "perpetrator", made
    )
    hers = _roles(
        VictimSurvivor,
        [(p.victim_survivor, p.site, p.key) for p in pairings],
        "victim_survivor",
        made,
    )
    known = {
        (dyad.perpetrator_id, dyad.victim_survivor_id): dyad
        for dyad in Dyad.objects.filter(perpetrator__in=his)
    }
    paired = {perpetrator_id for perpetrator_id, _ in known}
    dyads, new = [], []
    for pairing, perpetrator, victim_survivor in zip(pairings, his, hers, strict=True):
        dyad = known.get((perpetrator.pk, victim_survivor.pk))
        if dyad is None:
            dyad = Dyad(
                relationship=pairing.relationship.value or "",
                relationship_status=pairing.relationship.status,
                is_primary=perpetrator.pk not in paired,
                **made,
                **_keyed(pairing.key, "dyad"),
            )
            new.append(dyad)
        dyad.perpetrator, dyad.victim_survivor = perpetrator, victim_survivor
        known[perpetrator.pk, victim_survivor.pk] = dyad
        paired.add(perpetrator.pk)
        dyads.append(dyad)
    Dyad.objects.bulk_create(new, batch_size=_AT_ONCE)
    return dyads


def _roles(
    model: Any, wanted: Sequence[tuple[Person, Site, UUID | None]], name: str, made: dict[str, Any]
) -> list[Any]:
    people = {person.pk for person, _, _ in wanted}
    known = {(row.person_id, row.site_id): row for row in model.objects.filter(person__in=people)}
    rows, new = [], []
    for person, site, key in wanted:
        row = known.get((person.pk, site.pk))
        if row is None:
            row = model(**made, **_keyed(key, name))
            new.append(row)
        row.person, row.site = person, site
        known[person.pk, site.pk] = row
        rows.append(row)
    model.objects.bulk_create(new, batch_size=_AT_ONCE)
    return rows


def _keyed(key: UUID | None, name: str) -> dict[str, UUID]:
    return {"id": derived_key(key, name)} if key else {}


def derived_key(key: UUID, name: str) -> UUID:
    """Return the key of a part of a keyed record, the same in every load."""
    return uuid5(key, name)
