"""The arms that people hold: by human being, and without the draws that are void."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.allocation import Arm
from drive.web.allocation.models import Allocation, VoidedAllocation
from drive.web.people.queries import groups_of

_AT_ONCE = 500


def arms_of(people: Iterable[UUID]) -> dict[UUID, Arm]:
    """Return the arm of each person who has one, at whatever site and under whatever record."""
    groups = groups_of(people)
    arms: dict[UUID, Arm] = {}
    for some in _portions(set().union(*groups.values())):
        held = standing().filter(perpetrator__person__in=some).order_by()
        arms.update({key: Arm(arm) for key, arm in held.values_list("perpetrator__person", "arm")})
    of_groups = {
        key: [arms[one] for one in sorted(group) if one in arms] for key, group in groups.items()
    }
    return {key: found[0] for key, found in of_groups.items() if found}


def standing() -> QuerySet[Allocation]:
    """Return the allocations that are not void."""
    return Allocation.objects.exclude(pk__in=live_voids().values("allocation"))


def live_voids() -> QuerySet[VoidedAllocation]:
    """Return what says of an allocation today that it is void."""
    return VoidedAllocation.objects.filter(lifted_at=None).order_by()


def is_void(allocation: Allocation) -> bool:
    """Return whether the same human being was drawn before."""
    return live_voids().filter(allocation=allocation).exists()


def holds_draws(people: Iterable[UUID]) -> int:
    """Return how many allocations stand of some people and of whoever is the same human being."""
    everybody = set().union(*groups_of(people).values())
    return sum(
        standing().filter(perpetrator__person__in=some).count() for some in _portions(everybody)
    )


def _portions(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    wanted = sorted(keys)
    for first in range(0, len(wanted), _AT_ONCE):
        yield wanted[first : first + _AT_ONCE]
