"""Recording supervision, and noting that what was agreed is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.oversight import CollusionSign, OversightKind
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.models import DriveCase, WhoseRisk
from drive.web.core.sealing import seal_field
from drive.web.oversight.exceptions import DoneAlready, NotRecordable
from drive.web.oversight.models import OversightAction, OversightRecord
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """One thing that was agreed: what, whether the case manager does it, and by when."""

    words: str
    due_on: date
    for_case_manager: bool = True


@dataclass(frozen=True, kw_only=True)
class NewRecord:
    """What was looked at: the relationship first, then the facts, then the check for collusion."""

    kind: OversightKind
    held_on: date
    relationship: str
    facts: str
    present: str = ""
    heard_from_idva_on: date | None = None
    collusion_signs: Sequence[CollusionSign] = ()
    collusion_words: str = ""
    whose_risk: Sequence[WhoseRisk] = ()
    agreed: Sequence[Agreed] = ()


@transaction.atomic
def add_record(*, case: DriveCase, new: NewRecord, by: User, now: datetime) -> OversightRecord:
    """Record a look at the work on a case; each thing agreed becomes a task."""
    _check(case, new, now=now)
    row = OversightRecord(
        drive_case=case,
        kind=new.kind,
        held_on=new.held_on,
        present=new.present,
        heard_from_idva_on=new.heard_from_idva_on,
        facts=new.facts,
        collusion_signs=",".join(new.collusion_signs),
        collusion_words=new.collusion_words,
        whose_risk=",".join(new.whose_risk),
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_relationship", new.relationship)
    row.save(force_insert=True)
    for agreed in new.agreed:
        _agree(case, row, agreed, by=by, now=now)
    record_change("oversight.record", case, row, by=by, now=now, fields=new.kind.label)
    return row


def _check(case: DriveCase, new: NewRecord, *, now: datetime) -> None:
    check_day(new.held_on, now=now, since=case.opened_on, field="held_on")
    if new.heard_from_idva_on:
        check_day(new.heard_from_idva_on, now=now, field="heard_from_idva_on")
    if new.collusion_signs and not new.collusion_words.strip():
        raise NotRecordable(
            "Write what was seen and what will be done differently.", field="collusion_words"
        )
    if any(agreed.due_on < new.held_on for agreed in new.agreed):
        raise NotRecordable("What was agreed is due after the day it was agreed.", field="due_on")


def _agree(
    case: DriveCase, row: OversightRecord, agreed: Agreed, *, by: User, now: datetime
) -> None:
    action = OversightAction.objects.create(
        record=row,
        words=agreed.words,
        for_case_manager=agreed.for_case_manager,
        due_on=agreed.due_on,
        recorded_at=now,
        recorded_by=by,
    )
    open_case_task(
        case=case,
        kind=TaskKind.OVERSIGHT_ACTION,
        role=Role.CASE_MANAGER if agreed.for_case_manager else Role.SERVICE_MANAGER,
        due_on=agreed.due_on,
        key=str(action.pk),
        by=by,
        now=now,
    )


@transaction.atomic
def finish_action(
    *, action: OversightAction, outcome: str, by: User, now: datetime
) -> OversightAction:
    """Note what came of something that was agreed; its task is done."""
    locked = OversightAction.objects.select_for_update().get(pk=action.pk)
    if locked.done_at is not None:
        raise DoneAlready("This was noted as done already. What was written then stays.")
    if not outcome.strip():
        raise NotRecordable("Write what came of it.", field="outcome")
    locked.outcome, locked.done_at, locked.done_by = outcome, now, by
    locked.save(update_fields=["outcome", "done_at", "done_by"])
    case = locked.record.drive_case
    settle_all(kind=TaskKind.OVERSIGHT_ACTION, about=case.pk, key=str(locked.pk), by=by, now=now)
    record_change("oversight.finish_action", case, locked, by=by, now=now)
    return locked
