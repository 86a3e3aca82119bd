"""Which people are one human being."""

from collections.abc import Iterable
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
    for first in range(0, len(wanted), _AT_ONCE):
        some = Person.objects.filter(pk__in=wanted[first : first + _AT_ONCE])
        for key, survivor in some.order_by().values_list("pk", "survivor"):
            roots[key] = survivor or key
    return roots


def group_of(person_id: UUID) -> QuerySet[Person]:
    """Return every person who is this human being, the one who stands for them first."""
    root = root_of(person_id)
    return Person.objects.filter(Q(pk=root) | Q(survivor=root)).order_by("recorded_at", "pk")


def stand_in_one_dyad(people: Iterable[UUID], others: Iterable[UUID]) -> bool:
    """Return whether somebody of the one group is paired with somebody of the other."""
    some, rest = list(people), list(others)
    his, hers = "perpetrator__person__in", "victim_survivor__person__in"
    return Dyad.objects.filter(Q(**{his: some, hers: rest}) | Q(**{his: rest, hers: some})).exists()
