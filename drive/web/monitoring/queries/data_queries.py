"""Finding queries about records."""

from __future__ import annotations

from django.db.models import QuerySet

from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.monitoring.models import DataQuery


class QueryState(Word):
    """Where a query about a record stands."""

    OPEN = "open", "Waiting for an answer"
    ANSWERED = "answered", "Answered, not resolved"
    RESOLVED = "resolved", "Resolved"


def state_of(query: DataQuery) -> QueryState:
    """Return where a query stands."""
    if query.resolved_at:
        return QueryState.RESOLVED
    return QueryState.ANSWERED if query.answered_at else QueryState.OPEN


def data_queries(actor: User, state: QueryState | None = None) -> QuerySet[DataQuery]:
    """Return the queries in reach, newest first, in one state or in any that is not resolved."""
    found = DataQuery.objects.visible_to(actor).select_related(
        "drive_case", "assessment", "recorded_by", "answered_by"
    )
    if state is QueryState.RESOLVED:
        return found.exclude(resolved_at=None)
    found = found.filter(resolved_at=None)
    return found if state is None else found.filter(answered_at__isnull=state is QueryState.OPEN)


def queries_on(case: DriveCase, actor: User) -> QuerySet[DataQuery]:
    """Return every query about one case."""
    found = DataQuery.objects.visible_to(actor).filter(drive_case=case)
    return found.select_related("drive_case", "assessment", "recorded_by", "answered_by")
