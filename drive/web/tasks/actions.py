"""Opening and settling tasks, in the transaction and event of whatever asks for them."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.organisations.models import Site
from drive.web.tasks.models import Task, TaskSubject


@transaction.atomic
def open_task(
    *,
    kind: TaskKind,
    about: UUID,
    reference: str,
    site: Site,
    role: Role,
    user: User | None = None,
    subjects: Iterable[UUID] = (),
    due_on: date,
    key: str = "",
    by: User,
    now: datetime,
) -> Task:
    """Open a task, or return the one that is open for the same record, kind, key and role."""
    task, is_new = Task.objects.get_or_create(
        kind=kind,
        about=about,
        key=key,
        role=role,
        settled_at=None,
        defaults={
            "reference": reference,
            "site": site,
            "user": user,
            "due_on": due_on,
            "recorded_at": now,
            "recorded_by": by,
        },
    )
    if is_new:
        TaskSubject.objects.bulk_create(
            TaskSubject(task=task, person=person) for person in dict.fromkeys(subjects)
        )
    return task


@transaction.atomic
def settle(*, task: Task, outcome: str = "", by: User, now: datetime) -> Task:
    """Note that a task is done; one that was done before stays as it was."""
    task.refresh_from_db(from_queryset=Task.objects.select_for_update())
    if task.settled_at is None:
        task.settled_at, task.settled_by, task.outcome = now, by, outcome[:200]
        task.save(update_fields=["settled_at", "settled_by", "outcome"])
    return task


@transaction.atomic
def settle_all(
    *,
    kind: TaskKind,
    about: UUID,
    key: str | None = None,
    outcome: str = "",
    by: User,
    now: datetime,
) -> int:
    """Note that every open task of a kind about a record is done; return how many."""
    open_ones = Task.objects.filter(kind=kind, about=about, settled_at=None)
    if key is not None:
        open_ones = open_ones.filter(key=key)
    return open_ones.update(settled_at=now, settled_by=by, outcome=outcome[:200])


@transaction.atomic
def hand_over(*, about: UUID, role: Role, to: User) -> int:
    """Give the open tasks of one role about a record to another person; return how many."""
    return Task.objects.filter(about=about, role=role, settled_at=None).update(user=to)
