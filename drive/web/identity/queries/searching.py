"""Finding people by name and birth date, within reach."""

from dataclasses import dataclass
from uuid import UUID

from drive.vocabulary.names import full_names
from drive.web.accounts.models import User
from drive.web.identity.rules.alike import Likeness, Sought, likeness
from drive.web.people.models import Person

MOST_FOUND = 50


@dataclass(frozen=True, kw_only=True)
class Match:
    """Somebody found: who stands for him or her in reach, and in what he or she differs."""

    person: Person
    differs_in: tuple[Likeness, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search found: those equal first. `in_all` counts those that do not fit on the page."""

    matches: list[Match]
    in_all: int


def search(actor: User, sought: Sought) -> Found:
    """Return the people in reach whose name and birth date are those sought, or nearly so.

    One human being is found once.
    """
    names = (
        Person.objects.visible_to(actor)
        .order_by()
        .values_list("pk", "survivor", "forename", "surname", "date_of_birth")
    )
    full = full_names()
    best: dict[UUID, tuple[tuple[Likeness, ...], UUID]] = {}
    for key, survivor, forename, surname, born_on in names.iterator(chunk_size=2000):
        differs_in = likeness(sought, forename, surname, born_on, roots=full)
        if differs_in is None:
            continue
        human, own = survivor or key, (differs_in, key)
        if human not in best or _rank(own) < _rank(best[human]):
            best[human] = own
    ranked = sorted(best.values(), key=_rank)
    people = Person.objects.in_bulk([key for _, key in ranked[:MOST_FOUND]])
    matches = [Match(person=people[key], differs_in=why) for why, key in ranked[:MOST_FOUND]]
    return Found(matches=matches, in_all=len(ranked))


def _rank(one: tuple[tuple[Likeness, ...], UUID]) -> tuple[int, list[str], str]:
    differs_in, key = one
    return len(differs_in), [str(each) for each in differs_in], str(key)
