"""The allocated perpetrators of all sites, with the names under which they are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.web.allocation.models import Allocation
from drive.web.people.models import Dyad, Person


@dataclass(frozen=True, kw_only=True)
class AllocatedPair:
    """An allocated perpetrator and somebody with whom he was heard."""

    perpetrator: UUID
    victim_survivor: UUID
    site: str
    his_names: tuple[str, str]
    his_birth: date | None
    her_names: tuple[str, str]


_Named = tuple[tuple[str, str], date | None]


def allocated_pairs() -> Iterator[AllocatedPair]:
    """Give each pair under each of his names: a merged person is known by those of both."""
    other_names = _other_names()
    pairs = Dyad.objects.filter(perpetrator__in=Allocation.objects.values("perpetrator"))
    found = pairs.order_by("recorded_at", "pk").values_list(
        "perpetrator",
        "victim_survivor",
        "perpetrator__site__code",
        "perpetrator__person",
        "perpetrator__person__survivor",
        "perpetrator__person__forename",
        "perpetrator__person__surname",
        "perpetrator__person__date_of_birth",
        "victim_survivor__person__forename",
        "victim_survivor__person__surname",
    )
    for his, hers, site, person, survivor, *named, her_forename, her_surname in found:
        own = ((named[0], named[1]), named[2])
        for names, born in dict.fromkeys([own, *other_names.get(survivor or person, ())]):
            yield AllocatedPair(
                perpetrator=his,
                victim_survivor=hers,
                site=site,
                his_names=names,
                his_birth=born,
                her_names=(her_forename, her_surname),
            )


def _other_names() -> dict[UUID, list[_Named]]:
    """Return the names and birth dates of each group of people who are one, by its root."""
    names: dict[UUID, list[_Named]] = {}
    merged = Person.objects.exclude(survivor=None).select_related("survivor")
    for person in merged:
        root = person.survivor
        if root is not None:
            group = names.setdefault(root.pk, [((root.forename, root.surname), root.date_of_birth)])
            group.append(((person.forename, person.surname), person.date_of_birth))
    return names
