"""Telling a site that somebody whom it knows is known at another one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.people.models import KnownElsewhere, Perpetrator, VictimSurvivor

_Place = tuple[str, UUID, UUID | None]
"""Role, the site that is told, and the site that it is told of."""


def tell_sites(*, group: Iterable[UUID], by: User, now: datetime) -> None:
    """Write the notices that follow from some people being one human being.

    Of a perpetrator both sites learn that he is known at the other. Of a victim-survivor only the
    site that recorded her later learns that she was known before, and not where: that could say
    where she lives. What is no longer true is withdrawn. Part of the caller's transaction.
    """
    people = list(group)
    wanted = {**_of_perpetrator(people), **_of_victim_survivor(people)}
    standing: dict[_Place, KnownElsewhere] = {}
    for notice in KnownElsewhere.objects.filter(person__in=people):
        place = (notice.role, notice.site_id, notice.other_site_id)
        if wanted.get(place) == notice.person_id:
            standing[place] = notice
        else:
            notice.delete()
    KnownElsewhere.objects.bulk_create(
        KnownElsewhere(
            person_id=person,
            role=role,
            site_id=site,
            other_site_id=other,
            recorded_at=now,
            recorded_by=by,
        )
        for (role, site, other), person in wanted.items()
        if (role, site, other) not in standing
    )


def _of_perpetrator(people: list[UUID]) -> dict[_Place, UUID]:
    known = _known_at(Perpetrator, people)
    return {
        (PartyRole.PERPETRATOR.value, site, other): person
        for site, person in known.items()
        for other in known
        if other != site
    }


def _of_victim_survivor(people: list[UUID]) -> dict[_Place, UUID]:
    known = list(_known_at(VictimSurvivor, people).items())
    return {(PartyRole.VICTIM_SURVIVOR.value, site, None): person for site, person in known[1:]}


def _known_at(role: Any, people: list[UUID]) -> dict[UUID, UUID]:
    """Return the sites at which people have a role, the earliest first, and who is known there."""
    found: dict[UUID, UUID] = {}
    rows = role.objects.filter(person__in=people).order_by("recorded_at", "pk")
    for site, person in rows.values_list("site", "person"):
        found.setdefault(site, person)
    return found
