"""Asking whether a record is right, answering, and resolving."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from drive.vocabulary.monitoring import QueryResolution
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.assessments.models import Assessment
from drive.web.audit.actions import record_change
from drive.web.casework.actions.tasks import open_case_task
from drive.web.core.working_days import add_working_days
from drive.web.monitoring.exceptions import AnsweredAlready, ResolvedAlready
from drive.web.monitoring.models import DataQuery
from drive.web.tasks.actions import settle_all

WORKING_DAYS_TO_ANSWER = 10


@transaction.atomic
def raise_query(
    *, assessment: Assessment, field: str, words: str, by: User, now: datetime
) -> DataQuery:
    """Ask whether a field of an assessment is right; the case manager has a task to answer."""
    case = assessment.drive_case
    query = DataQuery.objects.create(
        drive_case=case,
        assessment=assessment,
        field=field,
        words=words,
        recorded_at=now,
        recorded_by=by,
    )
    open_case_task(
        case=case,
        kind=TaskKind.ANSWER_QUERY,
        role=Role.CASE_MANAGER,
        due_on=add_working_days(localtime(now).date(), WORKING_DAYS_TO_ANSWER),
        key=str(query.pk),
        by=by,
        now=now,
    )
    record_change("monitoring.raise_query", case, query, by=by, now=now, fields=field)
    return query


@transaction.atomic
def answer_query(*, query: DataQuery, answer: str, by: User, now: datetime) -> DataQuery:
    """Answer a query. What the record says is put right on its own page."""
    locked = DataQuery.objects.select_for_update().get(pk=query.pk)
    if locked.answered_at or locked.resolved_at:
        raise AnsweredAlready("This query has its answer already. What was written then stays.")
    locked.answer, locked.answered_at, locked.answered_by = answer, now, by
    locked.save(update_fields=["answer", "answered_at", "answered_by"])
    _settle(locked, by=by, now=now)
    record_change("monitoring.answer_query", locked.drive_case, locked, by=by, now=now)
    return locked


@transaction.atomic
def resolve_query(
    *, query: DataQuery, resolution: QueryResolution, by: User, now: datetime
) -> DataQuery:
    """Say how a query ended, whether or not it was answered here."""
    locked = DataQuery.objects.select_for_update().get(pk=query.pk)
    if locked.resolved_at:
        raise ResolvedAlready("This query is resolved already.")
    locked.resolution, locked.resolved_at, locked.resolved_by = resolution, now, by
    locked.save(update_fields=["resolution", "resolved_at", "resolved_by"])
    _settle(locked, by=by, now=now)
    record_change("monitoring.resolve_query", locked.drive_case, locked, by=by, now=now)
    return locked


def _settle(query: DataQuery, *, by: User, now: datetime) -> None:
    settle_all(
        kind=TaskKind.ANSWER_QUERY, about=query.drive_case_id, key=str(query.pk), by=by, now=now
    )
