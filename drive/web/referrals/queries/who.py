"""Who on record may be meant by the two people of a hearing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from drive.web.accounts.models import User
from drive.web.organisations.models import Site
from drive.web.people.models import Person, PersonMention
from drive.web.people.queries import Possible, possible_matches
from drive.web.people.rules import Said
from drive.web.referrals.queries.lists import hearings_for
from drive.web.referrals.rules.hearings import ROLES, Named, ReadHearing


@dataclass(frozen=True, kw_only=True)
class Known:
    """Where somebody on record was heard, as far as the asker may see: last day and roles."""

    last_heard_on: date | None
    roles: Sequence[str]


def said_of(named: Named) -> Said:
    """Return somebody on a list as likeness is looked for."""
    return Said(forename=named.forename, surname=named.surname, born_on=named.born_on)


def possible_people(hearing: ReadHearing, *, site: Site, actor: User) -> dict[str, list[Possible]]:
    """Return by role who on record may be meant; a role for which there is nobody is left out."""
    found = {
        role: possible_matches(said_of(one), role=role, site=site, actor=actor)
        for role, one in zip(ROLES, hearing.people, strict=True)
    }
    return {role: some for role, some in found.items() if some}


def known_of(people: Iterable[Person], *, actor: User) -> dict[UUID, Known]:
    """Return what the actor may see of where people were heard: the last day and the roles."""
    known = {}
    for person in people:
        heard = hearings_for(actor).filter(
            Q(dyad__perpetrator__person=person) | Q(dyad__victim_survivor__person=person)
        )
        last = heard.values_list("meeting__held_on", flat=True).first()
        mentions = PersonMention.objects.visible_to(actor).filter(person=person)
        roles = sorted(set(mentions.values_list("role", flat=True)))
        known[person.pk] = Known(last_heard_on=last, roles=roles)
    return known
