"""The gate. Whatever leaves is released here first, and stands in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.outbound import OutgoingChannel
from drive.web.accounts.models import User
from drive.web.audit.actions import record
from drive.web.audit.models import EventKind
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.outbound.rules.marking import mark_of


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """What the ledger says further of something that leaves about a case."""

    about: UUID
    channel: OutgoingChannel
    wording: HandlingCode = HandlingCode.NOT_TO_SERVICE_USER


@transaction.atomic
def release(
    *,
    kind: ReleaseKind,
    recipient: str,
    purpose: str,
    objects: Iterable[UUID] = (),
    digest: str = "",
    leaving: Leaving | None = None,
    by: User,
    now: datetime,
) -> Release:
    """Let something leave, and write who got what, why and when; each copy has its own mark."""
    key = uuid4()
    row = Release.objects.create(
        pk=key,
        kind=kind,
        recipient=recipient,
        purpose=purpose,
        object_ids=[str(each) for each in objects],
        digest=digest,
        about=leaving.about if leaving else None,
        channel=leaving.channel if leaving else "",
        wording=leaving.wording if leaving else "",
        mark=mark_of(key),
        recorded_at=now,
        recorded_by=by,
    )
    record(kind=EventKind.RELEASE, action=f"outbound.{kind}", by=by, now=now, objects=[row])
    return row
