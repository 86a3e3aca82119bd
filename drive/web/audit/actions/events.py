"""Writing audit events in the transaction of what they speak of: no event, no change."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from drive.web.audit.models import Event, EventKind, Purpose


class Actor(Protocol):
    """Whoever acts: a signed-in person."""

    @property
    def pk(self) -> Any:
        """The key of the person."""

    @property
    def role_names(self) -> str:
        """The roles held, as text."""


def record(
    *,
    kind: EventKind,
    action: str,
    by: Actor | None,
    now: datetime,
    objects: Iterable[Any] = (),
    purpose: Purpose | None = None,
    fields: str = "",
    rule: str = "",
) -> Event:
    """Write one event about some objects of one type."""
    found = list(objects)
    return Event.objects.create(
        happened_at=now,
        kind=kind,
        action=action,
        actor_id=by.pk if by else None,
        roles=by.role_names if by else "",
        purpose=purpose or "",
        object_type=_type_of(found),
        object_ids=[str(_key_of(each)) for each in found],
        fields=fields,
        rule=rule,
    )


def record_change(
    action: str,
    *objects: Any,
    by: Actor | None,
    now: datetime,
    fields: str = "",
    purpose: Purpose | None = None,
) -> Event:
    """Write the one event of a change."""
    return record(
        kind=EventKind.CHANGE,
        action=action,
        by=by,
        now=now,
        objects=objects,
        fields=fields,
        purpose=purpose,
    )


def record_refusal(*, action: str, by: Actor | None, now: datetime, rule: str) -> Event:
    """Write that somebody was refused, and by which rule."""
    return record(kind=EventKind.REFUSAL, action=action, by=by, now=now, rule=rule)


def _type_of(objects: list[Any]) -> str:
    names = sorted({type(each).__name__ for each in objects if not isinstance(each, UUID)})
    return ", ".join(names)[:60]


def _key_of(each: Any) -> Any:
    return each if isinstance(each, UUID) else each.pk
