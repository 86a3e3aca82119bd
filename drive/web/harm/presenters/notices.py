"""How a notice stands, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.design_system.presenters import count_of, label, time_in_words
from drive.web.harm.models import MonitorNotice, SeriousEvent
from drive.web.harm.rules import HOURS, Delivery

RED, YELLOW, GREEN = "govuk-tag--red", "govuk-tag--yellow", "govuk-tag--green"


def tag(text: str, colour: str) -> Any:
    """Return a tag for a cell."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def kind_in_words(event: SeriousEvent) -> str:
    """Return what happened and to whom."""
    return f"{label(SeriousEventKind(event.kind))}: {label(Harmed(event.harmed)).lower()}"


def delivery_of(notice: MonitorNotice) -> Delivery:
    """Return how far a notice has come."""
    return Delivery(
        due_at=notice.due_at, given_at=notice.given_at, acknowledged_at=notice.acknowledged_at
    )


def standing(delivery: Delivery, now: datetime) -> tuple[str, str]:
    """Return how a notice stands and the colour of its tag; whatever was late stays late."""
    if delivery.is_given_late(now):
        colour = RED
        if delivery.given_at is None:
            return _("Late: no monitor to tell"), colour
        hours = _hours_between(delivery.due_at, delivery.given_at)
        late = _("Late by %(hours)s") % {"hours": hours}
        if delivery.acknowledged_at is None:
            return _("%(late)s, not acknowledged") % {"late": late}, colour
        return _("%(late)s, acknowledged") % {"late": late}, colour
    if delivery.given_at is None:
        return _("No monitor to tell yet"), YELLOW
    if delivery.acknowledged_at is None:
        if delivery.is_acknowledged_late(now):
            return _("Late: not acknowledged"), RED
        return _("Told, not acknowledged yet"), YELLOW
    if delivery.is_acknowledged_late(now):
        return _("Acknowledged late"), YELLOW
    return _("Acknowledged in time"), GREEN


def _hours_between(first: datetime, last: datetime) -> str:
    """Return how long, rounded up to whole hours, or to days where it is many."""
    seconds = (last - first).total_seconds()
    hours = -int(-seconds // 3600)
    if hours <= 2 * HOURS:
        return count_of(hours, "hour", "hours")
    return count_of(-(-hours // 24), "day", "days")


def notice_in_words(notice: MonitorNotice) -> str:
    """Return what became of a notice, for whoever reported."""
    delivery = delivery_of(notice)
    due = _("due by %(due)s") % {"due": time_in_words(notice.due_at)}
    if delivery.given_at is None:
        return _("Waits for a monitor to be named, %(due)s") % {"due": due}
    said = _("Before the independent monitor since %(given)s, %(due)s") % {
        "given": time_in_words(delivery.given_at),
        "due": due,
    }
    if delivery.acknowledged_at is None:
        return said
    return _("%(said)s, acknowledged %(read)s") % {
        "said": said,
        "read": time_in_words(delivery.acknowledged_at),
    }
