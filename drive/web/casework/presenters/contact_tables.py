"""The tables of contact in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.casework import NonContactReason
from drive.web.casework.presenters.work import percent
from drive.web.casework.rules.contact_tables import AtPoint, ContactTables
from drive.web.design_system.presenters import label


def contact_in_a_sentence(tables: ContactTables) -> str:
    """Return how many service users were ever reached."""
    cases = tables.contacted + tables.never
    if not cases:
        return gettext("There are no cases.")
    return gettext(
        "%(contacted)d of %(cases)d service users were reached (%(share)s). Of the %(never)d "
        "others, no reason was recorded for %(without)d."
    ) % {
        "contacted": tables.contacted,
        "cases": cases,
        "share": percent(tables.contacted / cases),
        "never": tables.never,
        "without": tables.without_reason,
    }


def points_table(tables: ContactTables) -> dict[str, Any]:
    """Return how contact stood at each point, and why the others had not been reached."""
    return {
        "caption": gettext("Contact, and why there was none, at each point"),
        "head": [
            gettext("Point"),
            *(
                {"text": text, "numeric": True}
                for text in (
                    gettext("Cases"),
                    gettext("Reached by then"),
                    *(label(reason) for reason in NonContactReason),
                    gettext("No reason recorded"),
                )
            ),
        ],
        "rows": [_point(each) for each in tables.points],
        "first_cell_is_header": True,
    }


def _point(at: AtPoint) -> list[dict[str, Any]]:
    numbers = (
        at.cases,
        at.contacted,
        *(at.reasons[reason] for reason in NonContactReason),
        at.without_reason,
    )
    return [{"text": label(at.point)}, *({"text": str(n), "numeric": True} for n in numbers)]


def histories_table(tables: ContactTables) -> dict[str, Any]:
    """Return whose reason stayed the same throughout, and where the others ended."""
    stayed = tables.unchanged.total()
    return {
        "caption": gettext("Service users who were never reached: did the reason change?"),
        "head": [
            gettext("Reason"),
            *(
                {"text": text, "numeric": True}
                for text in (
                    gettext("Stayed the same"),
                    gettext("Share"),
                    gettext("Changed, in the end"),
                )
            ),
        ],
        "rows": [
            [
                {"text": label(reason)},
                {"text": str(tables.unchanged[reason]), "numeric": True},
                {
                    "text": percent(tables.unchanged[reason] / stayed if stayed else 0.0),
                    "numeric": True,
                },
                {"text": str(tables.changed_to[reason]), "numeric": True},
            ]
            for reason in NonContactReason
        ],
        "first_cell_is_header": True,
    }
