"""Why there has been no contact: a state with a beginning, looked at again by a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.casework import AssessmentPoint, NonContactCause, NonContactReason
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.events import tell_of_silence
from drive.web.casework.actions.live import LIVE
from drive.web.casework.actions.steps import day_of
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import ReasonCannotStand
from drive.web.casework.models import DriveCase, NonContactRecord, WhoseRisk
from drive.web.recording.rules import Definition
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """Since when a reason stands, if not since the last row or today, and whose risk it reduces."""

    since: date | None = None
    whose_risk: Sequence[WhoseRisk] = ()


@transaction.atomic
def record_non_contact(
    *,
    case: DriveCase,
    point: AssessmentPoint,
    reason: NonContactReason,
    cause: NonContactCause | None = None,
    reviewed: Reviewed | None = None,
    definition: Definition = LIVE,
    reconstructed: bool = False,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> NonContactRecord:
    """Say why he has not been contacted, as it stands at a point; it replaces what stood there."""
    if not rules.may_stand(reason, point, definition):
        raise ReasonCannotStand(
            "At closure nothing is planned any more: say why the service user was never contacted.",
            field="reason",
        )
    row = NonContactRecord(
        drive_case=case,
        point=point,
        reason=reason,
        cause=cause or "",
        form=definition.name,
        supersedes=case.non_contacts.filter(point=point, superseded_by=None).first(),
        reconstructed=reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        row.id = key
    if definition.requires_reasons:
        _give_dates(row, reason, reviewed or Reviewed(), now=now)
    row.save(force_insert=True)
    if definition.requires_reasons:
        _look_again(row, reason, by=by, now=now)
        tell_of_silence(case, row, by=by, now=now)
    record_change("casework.record_non_contact", case, row, by=by, now=now, fields=point.label)
    return row


def _give_dates(
    row: NonContactRecord, reason: NonContactReason, reviewed: Reviewed, *, now: datetime
) -> None:
    today = day_of(now)
    if reviewed.since is not None:
        check_day(reviewed.since, now=now, since=row.drive_case.opened_on, field="since")
    row.since = reviewed.since or _standing_since(row.drive_case, reason) or today
    row.review_on = rules.review_of_reason(reason, since=row.since, today=today)
    row.whose_risk = ",".join(reviewed.whose_risk)


def _standing_since(case: DriveCase, reason: NonContactReason) -> date | None:
    last = case.non_contacts.order_by("-recorded_at").first()
    if last is None or last.reason != reason:
        return None
    return last.since or day_of(last.recorded_at)


def _look_again(
    row: NonContactRecord, reason: NonContactReason, *, by: User, now: datetime
) -> None:
    case = row.drive_case
    kind = TaskKind.REVIEW_NON_CONTACT
    settle_all(kind=kind, about=case.pk, outcome="Recorded anew", by=by, now=now)
    if row.review_on is None or row.point == AssessmentPoint.CLOSURE:
        return
    planned = reason is NonContactReason.PLANNED_OR_PENDING
    open_case_task(
        case=case,
        kind=kind,
        role=Role.SERVICE_MANAGER if planned else Role.CASE_MANAGER,
        due_on=row.review_on,
        by=by,
        now=now,
    )
