"""Events of a case for the joint chronology: publishing, taking back, releasing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.facts import ChronologyKind
from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.information.actions.quiet import look_for_quiet
from drive.web.information.exceptions import CannotCross
from drive.web.information.models import ChronologyEvent, EventRelease, Folder
from drive.web.information.queries.crossing import folders_opposite


@dataclass(frozen=True, kw_only=True)
class NewEvent:
    """That something happened. `source` is the key of the record; `detail` a code, never typed."""

    kind: ChronologyKind
    happened_on: date
    source: UUID
    detail: Word | None = None


@transaction.atomic
def publish_event(
    *, about: UUID, event: NewEvent, by: User, now: datetime
) -> ChronologyEvent | None:
    """Put an event of a case into its chronology, in place of an earlier one of the same record.

    Part of the action that records it. None for a case that has no folder. If now both are out of
    contact, the Idva and the service manager are told.
    """
    folder = Folder.objects.filter(about=about).first()
    if folder is None:
        return None
    standing = folder.events.filter(kind=event.kind, source=event.source, withdrawn_at=None)
    row = standing.first()
    if row is None or _differs(row, event):
        standing.update(withdrawn_at=now, withdrawn_by=by)
        row = _row(folder, event, by=by, now=now)
        row.save(force_insert=True)
    look_for_quiet(folder, now=now)
    return row


def _differs(row: ChronologyEvent, event: NewEvent) -> bool:
    return (row.happened_on, row.detail) != (event.happened_on, _label(event))


def _label(event: NewEvent) -> str:
    return event.detail.label if event.detail else ""


def _row(folder: Folder, event: NewEvent, *, by: User, now: datetime) -> ChronologyEvent:
    return ChronologyEvent(
        folder=folder,
        kind=event.kind,
        happened_on=event.happened_on,
        detail=_label(event),
        source=event.source,
        recorded_at=now,
        recorded_by=by,
    )


@transaction.atomic
def publish_events(*, about: UUID, events: Sequence[NewEvent], by: User, now: datetime) -> int:
    """Put many past events into a chronology at once; nobody is told that somebody went quiet."""
    folder = Folder.objects.filter(about=about).first()
    if folder is None:
        return 0
    rows = [_row(folder, event, by=by, now=now) for event in events]
    return len(ChronologyEvent.objects.bulk_create(rows))


@transaction.atomic
def withdraw_event(
    *, source: UUID, by: User, now: datetime, kind: ChronologyKind | None = None
) -> int:
    """Take the events of a record out of the chronology, since the record was taken back."""
    standing = ChronologyEvent.objects.filter(source=source, withdrawn_at=None)
    if kind is not None:
        standing = standing.filter(kind=kind)
    return standing.update(withdrawn_at=now, withdrawn_by=by)


@transaction.atomic
def release_events(
    *,
    giver: Folder,
    receiver: Folder,
    events: Sequence[ChronologyEvent],
    by: User,
    now: datetime,
) -> list[EventRelease]:
    """Let the other side see some events; what it sees already stays as it is."""
    if not folders_opposite(giver).filter(pk=receiver.pk).exists():
        raise CannotCross("Choose somebody at the other side of this case.", field="receiver")
    if not events or any(event.folder_id != giver.pk for event in events):
        raise CannotCross("Choose events of this case.", field="events")
    released = [
        EventRelease.objects.get_or_create(
            event=event,
            receiver=receiver,
            withdrawn_at=None,
            defaults={"recorded_at": now, "recorded_by": by},
        )[0]
        for event in events
    ]
    record_change("information.release_events", giver.about, *released, by=by, now=now)
    return released


@transaction.atomic
def withdraw_event_release(*, released: EventRelease, by: User, now: datetime) -> EventRelease:
    """Let the other side see an event no longer."""
    if released.withdrawn_at is None:
        released.withdrawn_at, released.withdrawn_by = now, by
        released.save(update_fields=["withdrawn_at", "withdrawn_by"])
        about = released.event.folder.about
        record_change("information.withdraw_event_release", about, released, by=by, now=now)
    return released
