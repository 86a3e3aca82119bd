"""Reading audit events: for oversight pages only. No rule or count of the work depends on them."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from drive.web.audit.models import Event


def events_about(object_id: UUID) -> QuerySet[Event]:
    """Return the events that name an object, newest first."""
    if connection.vendor == "postgresql":
        found = Event.objects.filter(object_ids__contains=[str(object_id)])
    else:
        found = Event.objects.filter(object_ids__icontains=f'"{object_id}"')
    return found.order_by("-happened_at", "id")


def events_by(actor_id: UUID) -> QuerySet[Event]:
    """Return what one person did and saw, newest first."""
    return Event.objects.filter(actor_id=actor_id).order_by("-happened_at", "id")
