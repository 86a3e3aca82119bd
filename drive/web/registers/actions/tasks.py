"""Tasks that are done when somebody says so: no entry tells it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.registers import TaskAnswer
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.models import DriveCase
from drive.web.registers.exceptions import NotRecordable
from drive.web.tasks.actions import settle
from drive.web.tasks.models import Task

DONE_BY_HAND = frozenset(
    {
        TaskKind.LEVER_ENDED,
        TaskKind.PROPOSE_NEXT_STEP,
        TaskKind.CUSTODY_RELEASE,
        TaskKind.CORE_GROUP,
    }
)


@transaction.atomic
def settle_by_hand(
    *, case: DriveCase, task: Task, answer: TaskAnswer, by: User, now: datetime
) -> Task:
    """Note that what a task asked for is done, or is no longer needed."""
    if task.about != case.pk or task.kind not in DONE_BY_HAND:
        raise NotRecordable("This task is done by what is recorded, not by hand.")
    done = settle(task=task, outcome=answer.label, by=by, now=now)
    kind = TaskKind(task.kind)
    record_change("registers.settle_task", case, done, by=by, now=now, fields=kind.label)
    return done
