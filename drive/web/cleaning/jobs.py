"""Reading lists in the background, and erasing those whose time is over."""

from datetime import datetime

from django.utils import timezone

from drive.web.cleaning import actions
from drive.web.cleaning.models import InsightsList
from drive.web.core.clock import now
from drive.web.core.jobs import chore, job


def _list(list_id: str) -> InsightsList:
    return InsightsList.objects.select_related("recorded_by").get(pk=list_id)


def _unreadable(*, words: str, list_id: str) -> None:
    found = _list(list_id)
    actions.note_unreadable(insights_list=found, words=words, by=found.recorded_by, now=now())


@job(gives_up=_unreadable)
def read_list(*, list_id: str) -> None:
    """Read an uploaded list and propose."""
    found = _list(list_id)
    actions.read_list(insights_list=found, by=found.recorded_by, now=now())


@chore
def erase_expired_insights_lists(moment: datetime) -> None:
    """Erase lists whose thirty days are over."""
    actions.purge_expired(today=timezone.localtime(moment).date(), now=moment)
