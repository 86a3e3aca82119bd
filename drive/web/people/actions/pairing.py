"""Making two people a pair: their roles at a site, and the dyad."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from drive.vocabulary.answers import Answer
from drive.web.accounts.models import User
from drive.web.organisations.models import Site
from drive.web.people.actions.notices import tell_sites
from drive.web.people.exceptions import ONE_HUMAN, OneDyad
from drive.web.people.models import Dyad, Perpetrator, Person, VictimSurvivor
from drive.web.people.queries import groups_of

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Two people of a site who are to be one dyad."""

    perpetrator: Person
    victim_survivor: Person
    site: Site
    relationship: Answer
    key: UUID | None = None


def pair_people_up(pairings: Sequence[Pairing], *, by: User, now: datetime) -> list[Dyad]:
    """Return the dyad of each pair of people, in order, making the roles and the pair where
    needed. Part of the caller's transaction.

    Raises
    ------
    OneDyad
        If the two of a pair are the same human being.
    """
    for pairing in pairings:
        _refuse_one_human(pairing)
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


def _refuse_one_human(pairing: Pairing) -> None:
    his, hers = pairing.perpetrator, pairing.victim_survivor
    if (his.survivor_id or his.pk) == (hers.survivor_id or hers.pk):
        raise OneDyad(ONE_HUMAN)


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
    _tell_where_known(new, **made)
    return rows


def _tell_where_known(roles: Sequence[Any], *, recorded_by: User, recorded_at: datetime) -> None:
    """Write notices where somebody who was on record before is now heard at another site."""
    before = [role.person for role in roles if role.person.recorded_at < recorded_at]
    for group in {frozenset(group) for group in groups_of(p.pk for p in before).values()}:
        tell_sites(group=group, by=recorded_by, now=recorded_at)


def _keyed(key: UUID | None, name: str) -> dict[str, UUID]:
    return {"id": derived_key(key, name)} if key else {}


def derived_key(key: UUID, name: str) -> UUID:
    """Return the key of a part of a keyed record, the same in every load."""
    return uuid5(key, name)
