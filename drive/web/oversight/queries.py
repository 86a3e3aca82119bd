"""Finding what was looked at on a case, and the cases that nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import unseal_field
from drive.web.oversight import rules
from drive.web.oversight.models import OversightAction, OversightRecord


def records_on(case: DriveCase, actor: User) -> QuerySet[OversightRecord]:
    """Return every look at the work on a case that somebody may read, newest first."""
    return (
        OversightRecord.objects.visible_to(actor)
        .filter(drive_case=case)
        .select_related("recorded_by")
        .prefetch_related("actions__recorded_by", "actions__done_by")
    )


def relationship_in(record: OversightRecord) -> str:
    """Return what was said of the relationship, unsealed."""
    return unseal_field(record, "sealed_relationship")


def open_actions(case: DriveCase, actor: User) -> QuerySet[OversightAction]:
    """Return what was agreed on a case and is not done."""
    return OversightAction.objects.visible_to(actor).filter(record__drive_case=case, done_at=None)


@dataclass(frozen=True, kw_only=True)
class SupervisionDue:
    """When a case is to be looked at again, and when it last was."""

    case: DriveCase
    last_held_on: date | None
    due_on: date


def supervision_due(cases: Iterable[DriveCase], actor: User) -> list[SupervisionDue]:
    """Return when each of some cases is to be looked at again, the longest overdue first."""
    found = list(cases)
    held = OversightRecord.objects.visible_to(actor).filter(drive_case__in=found).order_by()
    latest = held.values("drive_case").annotate(last=Max("held_on"))
    last: dict[UUID, date] = dict(latest.values_list("drive_case", "last"))
    made = [
        SupervisionDue(
            case=case,
            last_held_on=last.get(case.pk),
            due_on=rules.supervision_due_on(case.opened_on, last.get(case.pk)),
        )
        for case in found
    ]
    return sorted(made, key=lambda each: (each.due_on, each.case.reference))
