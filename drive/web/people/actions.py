"""Who is who at the door: a mention joins a person only where nothing could be meant but that one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from drive.vocabulary.answers import Answer
from drive.web.accounts.models import User
from drive.web.organisations.models import Agency, Site
from drive.web.people.models import Dyad, Holder, Perpetrator, Person, PersonMention, VictimSurvivor


@dataclass(frozen=True, kw_only=True)
class TypedPerson:
    """Somebody as typed on a list."""

    forename: str
    surname: str
    date_of_birth: date | None
    date_of_birth_typed: str = ""
    synthetic: bool = False


def mention_person(
    typed: TypedPerson,
    *,
    role: str,
    agency: Agency,
    source: str,
    source_row: str,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> Person:
    """Write a mention and return its person: an existing one of the site only if equal in
    forename, surname and full birth date, otherwise a new one. Part of the caller's transaction.
    """
    person = matching_person(typed, agency.site) or _new_person(typed, by=by, now=now, key=key)
    PersonMention.objects.create(
        person=person,
        agency=agency,
        role=role,
        source=source,
        source_row=source_row,
        forename=typed.forename,
        surname=typed.surname,
        date_of_birth=typed.date_of_birth_typed or _iso(typed.date_of_birth),
        recorded_at=now,
        recorded_by=by,
    )
    return person


def matching_person(typed: TypedPerson, site: Site) -> Person | None:
    """Return the person of the site who is equal in forename, surname and full birth date."""
    if typed.date_of_birth is None:
        return None
    return (
        Person.objects.filter(
            forename__iexact=typed.forename,
            surname__iexact=typed.surname,
            date_of_birth=typed.date_of_birth,
            mentions__agency__site=site,
        )
        .order_by("recorded_at", "id")
        .first()
    )


def _new_person(typed: TypedPerson, *, by: User, now: datetime, key: UUID | None) -> Person:
    person = Person(
        forename=typed.forename,
        surname=typed.surname,
        date_of_birth=typed.date_of_birth,
        synthetic=typed.synthetic,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        person.id = key
    person.save(force_insert=True)
    return person


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def pair_up(
    *,
    perpetrator: Person,
    victim_survivor: Person,
    site: Site,
    relationship: Answer,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> Dyad:
    """Return the dyad of two people at a site, making the roles and the pair where needed."""
    made = {"recorded_at": now, "recorded_by": by}
    role_of_his, _ = Perpetrator.objects.get_or_create(
        person=perpetrator, site=site, defaults=made | _keyed(key, "perpetrator")
    )
    role_of_hers, _ = VictimSurvivor.objects.get_or_create(
        person=victim_survivor, site=site, defaults=made | _keyed(key, "victim_survivor")
    )
    dyad, _ = Dyad.objects.get_or_create(
        perpetrator=role_of_his,
        victim_survivor=role_of_hers,
        defaults=made
        | _keyed(key, "dyad")
        | {
            "relationship": relationship.value or "",
            "relationship_status": relationship.status,
            "is_primary": not role_of_his.dyads.exists(),
        },
    )
    return dyad


def _keyed(key: UUID | None, name: str) -> dict[str, UUID]:
    return {"id": derived_key(key, name)} if key else {}


def derived_key(key: UUID, name: str) -> UUID:
    """Return the key of a part of a keyed record, the same in every load."""
    return uuid5(key, name)


def hold(*, dyad: Dyad, user: User, on_behalf_of: UUID, by: User, now: datetime) -> Holder:
    """Note that somebody works with a dyad. Called by the action of the record that is held."""
    holder, _ = Holder.objects.get_or_create(
        dyad=dyad,
        user=user,
        on_behalf_of=on_behalf_of,
        ended_at=None,
        defaults={"recorded_at": now, "recorded_by": by},
    )
    return holder


def let_go(*, on_behalf_of: UUID, user: User, by: User, now: datetime) -> None:
    """Note that somebody no longer works with the dyads of a record."""
    for holder in Holder.objects.filter(on_behalf_of=on_behalf_of, user=user, ended_at=None):
        holder.ended_at, holder.ended_by = now, by
        holder.save(update_fields=["ended_at", "ended_by"])


def follow_up_from(*, dyad: Dyad, day: date) -> None:
    """Set from when the dyad is followed up. The day says nothing about the arm."""
    if dyad.follow_up_from is None:
        dyad.follow_up_from = day
        dyad.save(update_fields=["follow_up_from"])
