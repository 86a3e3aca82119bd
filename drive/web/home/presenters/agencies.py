"""Which requests to agencies are over their day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.home.presenters.casework import more_in_words
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.multiagency.queries.requests import Waiting, waiting_at


def unanswered(actor: User, today: date) -> list[Panel]:
    """Return the requests that nobody has answered by their day, the longest first."""
    late = [each for each in waiting_at(actor, today) if each.is_late]
    return [
        Panel(
            heading=gettext("Agencies that have not answered"),
            entries=[_entry(each) for each in late[:MOST]],
            empty=gettext("No request is over its day."),
            more=more_in_words(len(late)),
            seen=[each.found.request for each in late[:MOST]],
        )
    ]


def _entry(each: Waiting) -> dict[str, Any]:
    request = each.found.request
    days = gettext("%(days)d working days over") % {"days": each.over}
    return {
        "text": f"{request.reference}: {request.agency.name}",
        "href": reverse("multiagency:request", args=[request.pk]),
        "tag": {"text": days, "classes": "govuk-tag--yellow"},
    }
