"""Who is who at the door: a mention joins a person only where nobody else could be meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F

from drive.web.accounts.models import User
from drive.web.organisations.models import Agency, Site
from drive.web.people.exceptions import ONE_HUMAN, OneDyad
from drive.web.people.models import Person, PersonMention
from drive.web.people.rules import says_who

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
    """Somebody named in one row of a source, in one role.

    `person` is who he or she is, where whoever entered the row said so; `apart` says that it is
    nobody on record whom the door would take.
    """

    typed: TypedPerson
    role: str
    agency: Agency
    source_row: str
    key: UUID | None = None
    person: Person | None = None
    apart: bool = False


_Triple = tuple[str, str, date]
_Place = tuple[UUID, str, _Triple]
"""A site, a role and who is meant: the same in all three is the same person."""
_Known = dict[_Place, dict[UUID, Person]]
"""The human beings of each place, by the key of who stands for them."""


def mention_people(
    mentions: Sequence[Mention], *, source: str, by: User, now: datetime
) -> list[Person]:
    """Write mentions and return the person of each, in order.

    It is an existing one only where the site knows one human being in the same role who is equal
    in forename, surname and full birth date; across roles a person is asked, never the door. What
    stands for no name or no date joins nobody. Part of the caller's transaction.

    Raises
    ------
    OneDyad
        If somebody said that the two people of one row are the same human being.
    """
    known = _known_people(mentions)
    in_row: dict[tuple[UUID, str], dict[UUID, str]] = {}
    people, new = [], []
    for mention in mentions:
        place = _place(mention.typed, mention.role, mention.agency.site_id)
        person = mention.person or (None if mention.apart else _only(known, place))
        others = in_row.setdefault((mention.agency.pk, mention.source_row), {})
        if person and others.get(_human(person), mention.role) != mention.role:
            _refuse_if_said(mention)
            person = None
        if person is None:
            person = _new_person(mention.typed, by=by, now=now, key=mention.key)
            new.append(person)
        if place:
            known.setdefault(place, {}).setdefault(_human(person), person)
        others[_human(person)] = mention.role
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


def _human(person: Person) -> UUID:
    return person.survivor_id or person.pk


def _refuse_if_said(mention: Mention) -> None:
    if mention.person:
        raise OneDyad(ONE_HUMAN, field=f"{mention.role}_is")


def matching_people(typed: Sequence[tuple[TypedPerson, str]], site: Site) -> list[Person | None]:
    """Return for each, given with the role, the person of the site whom the door would join."""
    days = {each.date_of_birth for each, _ in typed if each.date_of_birth}
    known = _people_born_on(days, {site.pk})
    places = [_place(each, role, site.pk) for each, role in typed]
    return [_only(known, place) for place in places]


def _only(known: _Known, place: _Place | None) -> Person | None:
    """Return who is meant, unless it may be one of two whom somebody told from each other."""
    humans = known.get(place, {}) if place else {}
    return next(iter(humans.values())) if len(humans) == 1 else None


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
            .annotate(site_id=F("mentions__agency__site"), role=F("mentions__role"))
            .order_by("recorded_at", "id")
            .distinct()
        )
        for person in found:
            if person.date_of_birth:
                triple = _triple(person.forename, person.surname, person.date_of_birth)
                place = (person.site_id, person.role, triple)
                known.setdefault(place, {}).setdefault(_human(person), person)
    return known


def _place(typed: TypedPerson, role: str, site_id: UUID) -> _Place | None:
    born_on = typed.date_of_birth
    if born_on is None or not says_who(typed.forename, typed.surname, born_on):
        return None
    return site_id, role, _triple(typed.forename, typed.surname, born_on)


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
