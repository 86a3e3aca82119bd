"""What the gate asks of other apps about a case: the one place in which they are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from drive.vocabulary.facts import Side, Use
from drive.vocabulary.vault import ProtectedKind
from drive.web.information.queries.citing import verdict_on
from drive.web.information.rules.guard import Verdict
from drive.web.organisations.models import Site
from drive.web.outbound.models import Outgoing
from drive.web.outbound.rules.addresses import plain
from drive.web.outbound.rules.scanner import Protectable
from drive.web.people.models import Dyad, Perpetrator, Person
from drive.web.people.queries import groups_of
from drive.web.vault.queries.protected import Protected, known_to_him, protected_strings


@dataclass(frozen=True, kw_only=True)
class Case:
    """A case of an app above this one, as far as something that leaves is about it.

    Parameters
    ----------
    key : UUID
        Of the Drive case or the Idva case.
    pairs : sequence of Dyad
        The pairs whom it is about: the one of an Idva case, all of a Drive case.
    """

    key: UUID
    reference: str
    side: Side
    site: Site
    perpetrator: Perpetrator
    pairs: Sequence[Dyad]


def pairs_of(perpetrator: Perpetrator) -> list[Dyad]:
    """Return every pair of a perpetrator, with the victim-survivor."""
    return list(perpetrator.dyads.select_related("victim_survivor__person"))


def protected_of(perpetrator: Perpetrator) -> list[Protectable]:
    """Return all that must not reach him: of every victim-survivor of his, whoever writes.

    What he has or knows himself, such as the address at which he lives, is no secret to him.
    """
    hers = _people(pair.victim_survivor.person_id for pair in pairs_of(perpetrator))
    known = {(each.kind, plain(each.text)) for each in his_addresses(perpetrator)}
    found: list[Protectable] = [*_names(hers), *protected_strings(hers)]
    return [each for each in found if (each.kind, plain(each.text)) not in known]


def all_that_tells_of(perpetrator: Perpetrator) -> list[Protectable]:
    """Return whatever tells who the people of a case are: names and all that is kept, of both.

    For a text that neither of them gets, and whose readers may know nobody in it.
    """
    hers = _people(pair.victim_survivor.person_id for pair in pairs_of(perpetrator))
    his = _people([perpetrator.person_id])
    kept = [*protected_strings(hers), *his_addresses(perpetrator)]
    return list(dict.fromkeys([*_names(hers), *_names(his), *kept]))


def his_addresses(perpetrator: Perpetrator) -> list[Protectable]:
    """Return every address, number and e-mail that he has or knows."""
    him = perpetrator.person_id
    found: list[Protectable] = []
    for pair in pairs_of(perpetrator):
        found += known_to_him(pair.victim_survivor.person_id, him)
    return found


def guard_says(outgoing: Outgoing) -> Verdict:
    """Return what the sole-informant guard says of the facts that something outgoing cites."""
    return verdict_on(outgoing.pk, Use(outgoing.use))


def _people(people: Iterable[UUID]) -> list[UUID]:
    """Return the keys of everybody who is one of these human beings."""
    wanted = list(dict.fromkeys(people))
    return list(dict.fromkeys(each for group in groups_of(wanted).values() for each in group))


def _names(people: list[UUID]) -> list[Protected]:
    return [
        Protected(ProtectedKind.NAME, person.name)
        for person in Person.objects.filter(pk__in=people)
    ]
