"""The notices to the independent monitor."""

from datetime import datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.accounts.queries import is_there_a
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.harm.models import MonitorNotice


@transaction.atomic
def acknowledge(*, notice: MonitorNotice, by: User, now: datetime) -> MonitorNotice:
    """Note that the monitor has read a notice; one read before keeps who read it first."""
    locked = MonitorNotice.objects.select_for_update().get(pk=notice.pk)
    if locked.acknowledged_at is None:
        locked.given_at = locked.given_at or now
        locked.acknowledged_at, locked.acknowledged_by = now, by
        locked.save(update_fields=["given_at", "acknowledged_at", "acknowledged_by"])
        record_change("harm.acknowledge", locked, by=by, now=now)
    return locked


@transaction.atomic
def give_waiting(*, now: datetime) -> int:
    """Put the notices that wait for a monitor before one, if there is one; return how many."""
    if not is_there_a(Role.MONITOR):
        return 0
    waiting = list(MonitorNotice.objects.select_for_update().filter(given_at=None))
    for notice in waiting:
        notice.given_at = now
        notice.save(update_fields=["given_at"])
    if waiting:
        record_change("harm.give_notice", *waiting, by=None, now=now)
    return len(waiting)
