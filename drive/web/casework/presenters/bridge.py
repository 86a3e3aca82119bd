"""What the Idva lead sees of a Drive case: planned contact, the strategy, and a hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.holds import hold_in_words
from drive.web.casework.presenters.strategies import planned_in_words, stands_in_words
from drive.web.casework.queries.holds import on_hold
from drive.web.casework.queries.strategies import planned_for, strategies_of
from drive.web.design_system.presenters import summary_row


def bridge_rows(case: DriveCase, actor: User, today: date) -> list[dict[str, Any]]:
    """Return what is planned, where the strategy stands, and whether direct work is on hold."""
    latest = strategies_of(case, actor).first()
    held = on_hold([case.pk]).get(case.pk)
    plans = [planned_in_words(each) for each in planned_for(case, actor)]
    return [
        summary_row(
            gettext("Planned contact with the service user"),
            "; ".join(plans) or gettext("None is recorded"),
        ),
        summary_row(
            gettext("Contact strategy"),
            gettext("Version %(number)s: %(stands)s")
            % {"number": latest.number, "stands": stands_in_words(latest, today)}
            if latest
            else gettext("Not written yet"),
        ),
        summary_row(
            gettext("Direct work"),
            hold_in_words(held, today) if held else gettext("Not on hold"),
        ),
    ]
