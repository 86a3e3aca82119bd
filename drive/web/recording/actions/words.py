"""Counting, for a site, how often words were kept that somebody had been asked to consider."""

from datetime import datetime

from django.db.models import F

from drive.web.core.dates import LONDON
from drive.web.organisations.models import Site
from drive.web.recording.models import WordsKept


def count_words_kept(*, site: Site, now: datetime) -> None:
    """Count that words were kept which somebody had been asked to consider, but not by whom.

    Part of the caller's transaction. It writes no event of its own, since that would say who.
    """
    month = now.astimezone(LONDON).date().replace(day=1)
    counted, _ = WordsKept.objects.get_or_create(site=site, month=month)
    WordsKept.objects.filter(pk=counted.pk).update(times=F("times") + 1)
