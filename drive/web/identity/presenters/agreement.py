"""Words of how far two reviewers agree."""

from collections.abc import Sequence
from typing import Any

from django.utils.dates import MONTHS
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from drive.statistics.agreement import cohen_kappa
from drive.statistics.results import is_defined
from drive.vocabulary.identity import Verdict
from drive.web.design_system.presenters import label, table_rows
from drive.web.identity.queries.agreement import DoublyReviewed

ENOUGH = 20
"""Of fewer questions, in all or in a month, kappa would say nothing."""


def table_of(rows: Sequence[DoublyReviewed]) -> list[list[int]]:
    """Return the counts: a row for each first verdict, a column for each second."""
    return [
        [sum(row.first is first and row.second is second for row in rows) for second in Verdict]
        for first in Verdict
    ]


def verdicts_table(rows: Sequence[DoublyReviewed]) -> dict[str, Any]:
    """Return the first verdict by the second."""
    body = [
        [label(first), *counts, sum(counts)]
        for first, counts in zip(Verdict, table_of(rows), strict=True)
    ]
    return {
        "caption": _("First verdict by second verdict"),
        "head": [
            _("First reviewer"),
            *({"text": _("Second: %s") % label(each).lower(), "numeric": True} for each in Verdict),
            {"text": _("Together"), "numeric": True},
        ],
        "rows": [
            [row[0], *({**cell, "numeric": True} for cell in row[1:])] for row in table_rows(body)
        ],
        "first_cell_is_header": True,
    }


def in_words(rows: Sequence[DoublyReviewed]) -> list[str]:
    """Return agreement in percent, and kappa with its interval, or why there is none."""
    agreed = sum(row.first is row.second for row in rows)
    kappa = cohen_kappa(table_of(rows))
    said = [
        _("%(agreed)s of %(n)s questions got the same verdict twice: %(percent)s.")
        % {"agreed": agreed, "n": len(rows), "percent": f"{agreed / len(rows):.0%}"}
    ]
    if len(rows) < ENOUGH:
        said.append(
            _("Cohen's kappa is shown from %(enough)s questions on; of fewer it says nothing.")
            % {"enough": ENOUGH}
        )
    elif is_defined(kappa.value):
        said.append(
            _("Cohen's kappa is %(kappa)s (95%% interval %(low)s to %(high)s; n = %(n)s).")
            % {
                "kappa": f"{kappa.value:.2f}",
                "low": f"{kappa.low:.2f}",
                "high": f"{kappa.high:.2f}",
                "n": len(rows),
            }
        )
    else:
        said.append(
            _("Cohen's kappa cannot be computed: every verdict was the same (n = %(n)s).")
            % {"n": len(rows)}
        )
    return said


def months_table(rows: Sequence[DoublyReviewed]) -> dict[str, Any] | None:
    """Return agreement by month, for the months with enough questions; None without one."""
    by_month: dict[tuple[int, int], list[DoublyReviewed]] = {}
    for row in rows:
        day = localtime(row.at).date()
        by_month.setdefault((day.year, day.month), []).append(row)
    body = [
        [f"{MONTHS[month]} {year}", *_month(some)]
        for (year, month), some in sorted(by_month.items())
        if len(some) >= ENOUGH
    ]
    if not body:
        return None
    return {
        "caption": _("By month"),
        "head": [_("Month"), _("Questions"), _("Same verdict"), _("Kappa")],
        "rows": table_rows(body),
        "first_cell_is_header": True,
    }


def _month(rows: Sequence[DoublyReviewed]) -> list[Any]:
    agreed = sum(row.first is row.second for row in rows)
    kappa = cohen_kappa(table_of(rows)).value
    return [
        len(rows),
        f"{agreed / len(rows):.0%}",
        f"{kappa:.2f}" if is_defined(kappa) else _("Every verdict was the same"),
    ]
