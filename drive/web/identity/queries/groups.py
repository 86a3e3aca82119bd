"""One human being as the actor may see him or her: records, mentions, hearings, notices."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.allocation.models import DesignPeriod
from drive.web.identity.rules import Appearance
from drive.web.people.models import Person, PersonMention
from drive.web.people.queries import group_of, roots_of
from drive.web.referrals.models import MaracHearing


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One hearing of somebody: what he or she was in it, and who the other party is."""

    hearing: MaracHearing
    role: PartyRole
    other: Person


@dataclass(frozen=True, kw_only=True)
class Human:
    """One human being: every record in reach that is he or she, and what hangs on them."""

    people: list[Person]
    mentions: list[PersonMention] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)

    @property
    def first(self) -> Person:
        """The record that was made first of all in reach."""
        return self.people[0]

    @property
    def keys(self) -> set[UUID]:
        """The keys of the records."""
        return {person.pk for person in self.people}

    @property
    def rows(self) -> list[Person | PersonMention | MaracHearing]:
        """Everything that is shown, for the audit."""
        return [*self.people, *self.mentions, *(one.hearing for one in self.heard)]


def human(actor: User, person: Person) -> Human:
    """Return the human being whom a person is, as far as the actor may see."""
    group = group_of(person.pk).values("pk")
    people = list(
        Person.objects.visible_to(actor).filter(pk__in=group).order_by("recorded_at", "pk")
    )
    keys = [each.pk for each in people]
    mentions = PersonMention.objects.visible_to(actor).filter(person__in=keys)
    return Human(
        people=people,
        mentions=list(
            mentions.select_related("agency__site", "recorded_by").order_by("recorded_at", "pk")
        ),
        heard=_heard(actor, keys),
    )


def _of(keys: list[UUID], prefix: str = "") -> Q:
    return Q(**{f"{prefix}perpetrator__person__in": keys}) | Q(
        **{f"{prefix}victim_survivor__person__in": keys}
    )


def _heard(actor: User, keys: list[UUID]) -> list[Heard]:
    found = (
        MaracHearing.objects.visible_to(actor)
        .filter(_of(keys, "dyad__"))
        .select_related(
            "site", "meeting__marac", "dyad__perpetrator__person", "dyad__victim_survivor__person"
        )
        .order_by("meeting__held_on", "recorded_at", "pk")
    )
    rows = []
    for hearing in found:
        his, hers = hearing.dyad.perpetrator.person, hearing.dyad.victim_survivor.person
        if his.pk in keys:
            rows.append(Heard(hearing=hearing, role=PartyRole.PERPETRATOR, other=hers))
        else:
            rows.append(Heard(hearing=hearing, role=PartyRole.VICTIM_SURVIVOR, other=his))
    return rows


def appearances(heard: Iterable[Heard]) -> list[Appearance]:
    """Return hearings as the rules take them."""
    rows = list(heard)
    roots = roots_of(each.other.pk for each in rows)
    return [
        Appearance(
            hearing=each.hearing.pk,
            heard_on=each.hearing.meeting.held_on,
            role=each.role,
            other=roots[each.other.pk],
        )
        for each in rows
    ]


def began_on(heard: Iterable[Heard]) -> date | None:
    """Return the first day of Drive at the sites of some hearings; None where none is set."""
    sites = {each.hearing.site_id for each in heard}
    first = DesignPeriod.objects.filter(site__in=sites).order_by("starts_on").first()
    return first.starts_on if first else None
