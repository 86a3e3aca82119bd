"""Words and component parameters of the pages that watch over the trial."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import may

Cell = dict[str, Any]


def number(count: int) -> Cell:
    """Return a count as the cell of a table."""
    return {"text": f"{count:,}", "numeric": True}


def text(words: str) -> Cell:
    """Return words as the cell of a table."""
    return {"text": words}


def heading(words: str) -> Cell:
    """Return the heading of a column of numbers."""
    return {"text": words, "numeric": True}


def sections(actor: User, current: str) -> dict[str, Any]:
    """Return the parts of this section that somebody may open, the present one marked."""
    parts = [
        (_("Participant flow"), "flow", "monitoring.view_flow"),
        (_("Six groups"), "groups", "monitoring.view_groups"),
        (_("Balance"), "balance", "monitoring.view_balance"),
        (_("Places"), "places", "monitoring.view_places"),
        (_("Casework"), "casework", "monitoring.view_casework"),
        (_("Missing data"), "missing", "monitoring.view_casework"),
        (_("Queries"), "queries", "monitoring.view_queries"),
    ]
    return {
        "label": _("Monitoring"),
        "items": [
            {"text": words, "href": reverse(f"monitoring:{name}"), "active": name == current}
            for words, name, permission in parts
            if may(actor, permission)
        ],
    }
