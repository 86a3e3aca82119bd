"""Which people are one human being."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.web.people.models import Dyad, Person

_AT_ONCE = 500


def root_of(person_id: UUID) -> UUID:
    """Return the key of the person who stands for this one: itself if it was never merged."""
    return roots_of([person_id])[person_id]


def roots_of(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return for each person the one who stands for him or her."""
    wanted = list(dict.fromkeys(people))
    roots = {key: key for key in wanted}
    for some in portions(wanted):
        found = Person.objects.filter(pk__in=some)
        for key, survivor in found.order_by().values_list("pk", "survivor"):
            roots[key] = survivor or key
    return roots


def group_of(person_id: UUID) -> QuerySet[Person]:
    """Return every person who is this human being, the one who stands for them first."""
    root = root_of(person_id)
    return Person.objects.filter(Q(pk=root) | Q(survivor=root)).order_by("recorded_at", "pk")


def groups_of(people: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Return for each of some people the keys of everybody who is the same human being."""
    roots = roots_of(people)
    members: dict[UUID, set[UUID]] = {root: {root} for root in roots.values()}
    for some in portions(list(members)):
        found = Person.objects.filter(survivor__in=some).order_by()
        for key, root in found.values_list("pk", "survivor"):
            if root is not None:
                members[root].add(key)
    return {key: members[root] for key, root in roots.items()}


def stand_in_one_dyad(people: Iterable[UUID], others: Iterable[UUID]) -> bool:
    """Return whether somebody of the one group is paired with somebody of the other."""
    some, rest = list(people), list(others)
    his, hers = "perpetrator__person__in", "victim_survivor__person__in"
    return Dyad.objects.filter(Q(**{his: some, hers: rest}) | Q(**{his: rest, hers: some})).exists()


def portions(keys: list[UUID]) -> Iterator[list[UUID]]:
    """Return keys in portions that one statement can carry."""
    for first in range(0, len(keys), _AT_ONCE):
        yield keys[first : first + _AT_ONCE]
