"""Reading audit events: for oversight pages only. No rule or count of the work depends on them."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from drive.web.audit.models import Event

_AT_ONCE = 500


def naming(keys: Iterable[UUID]) -> Iterator[Q]:
    """Return the conditions that a row names one of some objects in its `object_ids`.

    There is one for as many keys as one statement can carry.
    """
    wanted = sorted({str(key) for key in keys})
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        if connection.vendor == "postgresql":
            yield Q(object_ids__has_any_keys=some)
        else:
            yield reduce(or_, (Q(object_ids__icontains=f'"{key}"') for key in some))


def events_about(object_id: UUID) -> QuerySet[Event]:
    """Return the events that name an object, newest first."""
    [named] = naming([object_id])
    return Event.objects.filter(named).order_by("-happened_at", "id")


def events_by(actor_id: UUID) -> QuerySet[Event]:
    """Return what one person did and saw, newest first."""
    return Event.objects.filter(actor_id=actor_id).order_by("-happened_at", "id")
