"""Erasing lists: by hand, or when their thirty days are over. Decisions stay."""

from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.cleaning.exceptions import ListIsPast
from drive.web.cleaning.models import InsightsList, RowDecision
from drive.web.cleaning.queries.lists import expired
from drive.web.cleaning.rules.states import InsightsListState, may_follow


@transaction.atomic
def discard_list(*, insights_list: InsightsList, by: User, now: datetime) -> None:
    """Throw a list away: its content is erased; what was decided stays, by row number.

    Raises
    ------
    ListIsPast
        If it is gone already.
    """
    locked = InsightsList.objects.select_for_update().get(pk=insights_list.pk)
    if not may_follow(InsightsListState(locked.state), InsightsListState.DISCARDED):
        raise ListIsPast(
            "This list cannot be thrown away now. It stands as: "
            f"{InsightsListState(locked.state).label.lower()}."
        )
    if not RowDecision.objects.filter(row__insights_list=locked).exists():
        locked.runs.all().delete()
        locked.rows.all().delete()
    _erase(locked, InsightsListState.DISCARDED)
    record_change("cleaning.discard", locked, by=by, now=now)


def purge_expired(*, today: date, now: datetime) -> int:
    """Erase every list whose thirty days are over, and return how many there were."""
    lists = list(expired(today))
    for each in lists:
        _purge(each, now=now)
    return len(lists)


@transaction.atomic
def _purge(insights_list: InsightsList, *, now: datetime) -> None:
    _erase(insights_list, InsightsListState.EXPIRED)
    record_change("cleaning.purge", insights_list, by=system_user(), now=now)


def _erase(insights_list: InsightsList, state: InsightsListState) -> None:
    """Erase what is sealed. Numbers, sites, proposals and decisions stay."""
    insights_list.rows.update(sealed_cells="", sealed_problems="", mark="")
    insights_list.sealed_content, insights_list.state = "", state
    insights_list.save(update_fields=["sealed_content", "state"])
