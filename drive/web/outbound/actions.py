"""The gate. Whatever leaves is released here first, and stands in the ledger."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record
from drive.web.audit.models import EventKind
from drive.web.outbound.models import Release, ReleaseKind


@transaction.atomic
def release(
    *,
    kind: ReleaseKind,
    recipient: str,
    purpose: str,
    objects: Iterable[UUID] = (),
    digest: str = "",
    by: User,
    now: datetime,
) -> Release:
    """Let something leave, and write who got what, why and when."""
    row = Release.objects.create(
        kind=kind,
        recipient=recipient,
        purpose=purpose,
        object_ids=[str(each) for each in objects],
        digest=digest,
        recorded_at=now,
        recorded_by=by,
    )
    record(kind=EventKind.RELEASE, action=f"outbound.{kind}", by=by, now=now, objects=[row])
    return row
