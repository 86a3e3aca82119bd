"""Who works with a dyad, and from when it is followed up: pushed down by the apps above."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from drive.web.accounts.models import User
from drive.web.people.models import Dyad, Holder

_AT_ONCE = 500


def hold(*, dyad: Dyad, user: User, on_behalf_of: UUID, by: User, now: datetime) -> Holder:
    """Note that somebody works with a dyad. Called by the action of the record that is held."""
    holder, _ = Holder.objects.get_or_create(
        dyad=dyad,
        user=user,
        on_behalf_of=on_behalf_of,
        ended_at=None,
        defaults={"recorded_at": now, "recorded_by": by},
    )
    return holder


def let_go(*, on_behalf_of: UUID, user: User, by: User, now: datetime) -> None:
    """Note that somebody no longer works with the dyads of a record."""
    for holder in Holder.objects.filter(on_behalf_of=on_behalf_of, user=user, ended_at=None):
        holder.ended_at, holder.ended_by = now, by
        holder.save(update_fields=["ended_at", "ended_by"])


def follow_up_from(*, dyad: Dyad, day: date) -> None:
    """Set from when the dyad is followed up. The day says nothing about the arm."""
    if dyad.follow_up_from is None:
        dyad.follow_up_from = day
        dyad.save(update_fields=["follow_up_from"])


def follow_up_each_from(days: Mapping[UUID, date]) -> None:
    """Set, for each perpetrator by key, from when his or her dyads are followed up.

    Part of the caller's transaction. A day that is set already stays.
    """
    keys = list(days)
    for first in range(0, len(keys), _AT_ONCE):
        dyads = list(
            Dyad.objects.filter(perpetrator__in=keys[first : first + _AT_ONCE], follow_up_from=None)
        )
        for dyad in dyads:
            dyad.follow_up_from = days[dyad.perpetrator_id]
        Dyad.objects.bulk_update(dyads, ["follow_up_from"], batch_size=_AT_ONCE)
