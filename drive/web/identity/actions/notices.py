"""Noting that somebody has read that a person is known at another site."""

from datetime import datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.people.models import KnownElsewhere


@transaction.atomic
def acknowledge(*, notice: KnownElsewhere, by: User, now: datetime) -> KnownElsewhere:
    """Note that a notice was read; one that was read before keeps who read it first."""
    locked = KnownElsewhere.objects.select_for_update().get(pk=notice.pk)
    if locked.acknowledged_at is None:
        locked.acknowledged_at, locked.acknowledged_by = now, by
        locked.save(update_fields=["acknowledged_at", "acknowledged_by"])
        record_change("identity.acknowledge", locked, by=by, now=now)
    return locked
