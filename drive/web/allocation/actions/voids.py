"""What becomes of a draw when somebody proves to have been drawn before."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation, VoidedAllocation
from drive.web.allocation.queries import live_voids
from drive.web.allocation.rules import Draw, later_draws
from drive.web.audit.actions import record_change
from drive.web.people.models import Merge
from drive.web.people.queries import groups_of


@transaction.atomic
def void_later_draw(
    people: Iterable[UUID], merge: Merge, *, by: User, now: datetime
) -> list[VoidedAllocation]:
    """Keep the earliest draw of people who were made one, and void the others.

    To be called in the transaction of the merge, after it. Nobody's arm changes, and a Drive case
    that was opened from a void draw stays open: what becomes of it is for people to decide.
    """
    made, lifted = _settle(people, merge, by=by, now=now)
    if made or lifted:
        record_change("allocation.void_later_draw", *made, *lifted, by=by, now=now)
    return made


@transaction.atomic
def lift_void(merge: Merge, *, by: User, now: datetime) -> list[VoidedAllocation]:
    """Lift what a merge made void, but for what another merge makes void still.

    To be called in the transaction that undoes the merge, after it.
    """
    own = list(live_voids().filter(merge=merge).select_related("allocation__perpetrator"))
    people = {merge.one_id, merge.other_id}
    people |= {void.allocation.perpetrator.person_id for void in own}
    _lift(own, by=by, now=now)
    made, others = _settle(people, None, by=by, now=now)
    void = {each.allocation_id for each in made}
    lifted = [each for each in [*own, *others] if each.allocation_id not in void]
    if own or made or others:
        record_change("allocation.lift_void", *own, *others, *made, by=by, now=now)
    return lifted


def _settle(
    people: Iterable[UUID], merge: Merge | None, *, by: User, now: datetime
) -> tuple[list[VoidedAllocation], list[VoidedAllocation]]:
    """Make void and lift until of each human being the earliest draw stands, and it alone."""
    made: list[VoidedAllocation] = []
    lifted: list[VoidedAllocation] = []
    for group in {frozenset(group) for group in groups_of(people).values()}:
        held = list(Allocation.objects.filter(perpetrator__person__in=group))
        later = later_draws(
            Draw(allocation=each.pk, allocated_on=each.allocated_on, recorded_at=each.recorded_at)
            for each in held
        )
        void = {each.allocation_id: each for each in live_voids().filter(allocation__in=held)}
        missing = sorted(later - set(void))
        made += [
            VoidedAllocation(
                allocation_id=key,
                merge=merge or _merge_within(group),
                recorded_at=now,
                recorded_by=by,
            )
            for key in missing
        ]
        lifted += [void[key] for key in sorted(set(void) - later)]
    VoidedAllocation.objects.bulk_create(made)
    _lift(lifted, by=by, now=now)
    return made, lifted


def _merge_within(group: Collection[UUID]) -> Merge:
    """Return the latest of the merges that make some people one."""
    within = Merge.objects.filter(Q(one__in=group) & Q(other__in=group), undone_at=None)
    return within.order_by("-recorded_at", "pk")[0]


def _lift(voids: Iterable[VoidedAllocation], *, by: User, now: datetime) -> None:
    for void in voids:
        void.lifted_at, void.lifted_by = now, by
        void.save(update_fields=["lifted_at", "lifted_by"])
