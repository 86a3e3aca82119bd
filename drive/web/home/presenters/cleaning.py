"""Insights lists of which rows wait for a decision."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.cleaning.queries.lists import waiting_for
from drive.web.design_system.presenters import count_of, date_in_words
from drive.web.home.presenters.panel import MOST, Panel


def uncleaned(actor: User, _today: date) -> list[Panel]:
    """Return the lists that wait, and how many of their rows; no panel where none does."""
    lists = list(waiting_for(actor)[:MOST])
    entries = [
        {
            "text": count_of(each.rows_waiting, "row waits", "rows wait"),
            "href": reverse("cleaning:list", args=[each.pk]),
            "hint": gettext("Uploaded on %(day)s, erased on %(erased)s")
            % {
                "day": date_in_words(each.recorded_at),
                "erased": date_in_words(each.expires_on),
            },
        }
        for each in lists
    ]
    if not entries:
        return []
    return [Panel(heading=gettext("Insights lists to clean"), entries=entries, seen=lists)]
