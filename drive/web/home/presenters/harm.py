"""What waits about harm: notices for the monitor, and what was reported at a site."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.core.dates import LONDON, at_noon
from drive.web.design_system.presenters import count_of, time_in_words
from drive.web.harm.presenters.monitor import heading
from drive.web.harm.queries import Noticed, recorded_since, unacknowledged
from drive.web.home.presenters.panel import MOST, Panel

DAYS = 30


def monitoring_of_harm(actor: User, today: date) -> list[Panel]:
    """Return the notices that the monitor has not acknowledged."""
    waiting = unacknowledged(actor)
    shown = waiting[:MOST]
    more = gettext("These are the first %(shown)s of %(count)s.") % {
        "shown": MOST,
        "count": f"{len(waiting):,}",
    }
    return [
        Panel(
            heading=gettext("Serious events to acknowledge"),
            entries=[_notice(each, today) for each in shown],
            empty=gettext("No notice waits for you."),
            more=more if len(waiting) > MOST else "",
            seen=[each.notice for each in shown],
        )
    ]


def _notice(each: Noticed, today: date) -> dict[str, Any]:
    due_at = each.notice.due_at
    is_over = due_at.astimezone(LONDON).date() < today
    words = gettext("Was due by %(due)s") if is_over else gettext("Due by %(due)s")
    return {
        "text": heading(each),
        "href": reverse("harm:notice", args=[each.notice.pk]),
        "tag": {
            "text": words % {"due": time_in_words(due_at)},
            "classes": "govuk-tag--red" if is_over else "govuk-tag--yellow",
        },
    }


def recent_harm(actor: User, today: date) -> list[Panel]:
    """Return how many serious events were reported of the actor's cases in the last 30 days."""
    count = recorded_since(actor, at_noon(today - timedelta(days=DAYS))).count()
    words = gettext("%(reports)s in the last %(days)s days") % {
        "reports": count_of(count, "serious event reported", "serious events reported"),
        "days": DAYS,
    }
    return [
        Panel(
            heading=gettext("Serious events"),
            entries=[{"text": words, "href": reverse("harm:reports")}] if count else [],
            empty=gettext("None was reported of the cases of your site in the last 30 days."),
        )
    ]
