"""The notices to the monitor, with the arm and without anything that tells whom they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.harm.models import MonitorNotice
from drive.web.harm.queries.counts import places_of
from drive.web.harm.rules import Column, Delivery, column_on
from drive.web.people.queries import roots_of


@dataclass(frozen=True)
class Noticed:
    """A notice and the arm of the event that it is about."""

    notice: MonitorNotice
    column: Column

    @property
    def delivery(self) -> Delivery:
        """How far it has come."""
        return Delivery(
            due_at=self.notice.due_at,
            given_at=self.notice.given_at,
            acknowledged_at=self.notice.acknowledged_at,
        )


def waits_for_acknowledgement(actor: User) -> QuerySet[MonitorNotice]:
    """Return the notices that no monitor has acknowledged, what is due first before the others."""
    return (
        MonitorNotice.objects.visible_to(actor)
        .filter(acknowledged_at=None)
        .select_related("event__dyad__perpetrator")
        .order_by("due_at", "pk")
    )


def unacknowledged(actor: User) -> list[Noticed]:
    """Return the same, each with its arm."""
    return noticed(waits_for_acknowledgement(actor))


def noticed(notices: Iterable[MonitorNotice]) -> list[Noticed]:
    """Return notices with the arm of each as it stands today."""
    found = list(notices)
    roots = roots_of(each.event.dyad.perpetrator.person_id for each in found)
    places = places_of(set(roots.values()))
    return [
        Noticed(
            each,
            column_on(
                each.event.counted_on, places.get(roots[each.event.dyad.perpetrator.person_id])
            ),
        )
        for each in found
    ]
