"""Entering one hearing by hand, with what was said of the people on record who were shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from drive.vocabulary.identity import Verdict
from drive.web.accounts.models import User
from drive.web.people.actions import say_at_entry
from drive.web.people.models import Person
from drive.web.people.queries import Possible
from drive.web.referrals.actions.hearings import NewHearing, ReferredPerson, record_hearing
from drive.web.referrals.actions.repeats import recount_repeats
from drive.web.referrals.models import MaracHearing

SOURCE = "entered by hand"


@dataclass(frozen=True, kw_only=True)
class SaidOfPerson:
    """What was said when possible matches were shown: this one, or with no verdict "cannot tell".

    `about` holds the one chosen (`SAME`), or everybody who was shown (`DIFFERENT`).
    """

    verdict: Verdict | None
    about: Sequence[Possible] = ()

    @property
    def joins(self) -> Person | None:
        """The person whom the mention joins: one of the site, known in the same role."""
        for each in self.about:
            if self.verdict is Verdict.SAME and each.in_same_role and each.at_site:
                return each.person
        return None


@transaction.atomic
def enter_hearing(
    *, hearing: NewHearing, said: Mapping[str, SaidOfPerson], by: User, now: datetime
) -> MaracHearing:
    """Record a hearing entered by hand, and what was said of whoever was shown as alike.

    Whoever is known in another role, or at another site only, becomes a person of his or her own
    first; that the two are one is then a decision like any other, which can be undone.

    Raises
    ------
    AlreadyHeard, OneDyad
        As `record_hearings` does.
    """
    told = replace(
        hearing,
        perpetrator=_told(hearing.perpetrator, said.get("perpetrator")),
        victim_survivor=_told(hearing.victim_survivor, said.get("victim_survivor")),
    )
    recorded = record_hearing(hearing=told, source=SOURCE, by=by, now=now)
    for role, each in said.items():
        person = getattr(recorded.dyad, role).person
        if not each.joins:
            _note(person, role, each, by=by, now=now)
    return recorded


def _told(referred: ReferredPerson, said: SaidOfPerson | None) -> ReferredPerson:
    return replace(referred, person=said.joins, apart=not said.joins) if said else referred


def _note(person: Person, role: str, said: SaidOfPerson, *, by: User, now: datetime) -> None:
    if said.verdict is None:
        return
    for each in said.about:
        merge = say_at_entry(
            person=person,
            other=each.person,
            role=role,
            likeness=each.likeness,
            verdict=said.verdict,
            by=by,
            now=now,
        )
        if merge:
            recount_repeats([person, each.person])
