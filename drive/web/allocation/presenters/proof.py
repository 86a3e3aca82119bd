"""Words of the proof of the draw."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from drive.web.allocation.models import Trial
from drive.web.allocation.presenters.seals import in_code
from drive.web.allocation.queries import Check, Published
from drive.web.allocation.queries.opened import opened_list
from drive.web.core.dates import LONDON
from drive.web.design_system.presenters import count_of, date_in_words, summary_row, table_rows

MOST = 50
"""Problems shown on a page; the command names them all."""
LATEST = 20
"""Heads shown on a page; the file holds them all."""


def trial_title(trial: Trial) -> str:
    """Return which trial is meant, by the day of its activation."""
    day = date_in_words(trial.recorded_at.astimezone(LONDON).date())
    return _("Trial activated on %(day)s") % {"day": day}


def verdict(checks: Sequence[Check]) -> dict[str, Any]:
    """Return whether everything agrees, and in words what does not."""
    problems = [problem for check in checks for problem in check.problems]
    return {
        "agrees": not problems,
        "problems": problems[:MOST],
        "further": max(0, len(problems) - MOST),
        "count": count_of(len(problems), _("place"), _("places")),
    }


def checks_table(checks: Sequence[Check]) -> dict[str, Any]:
    """Return what was looked at, how many of it, and whether it is as it should be."""
    rows = [
        [check.name, f"{check.looked_at:,}", _("Yes") if check.agrees else _("No")]
        for check in checks
    ]
    return {
        "caption": _("What was looked at"),
        "head": [_("What"), _("How many"), _("As it should be")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _seed(trial: Trial) -> Any:
    sealed = _("Sealed until the trial is closed")
    return in_code(trial.revealed_seed) if trial.revealed_seed else sealed


def published_trial(published: Published) -> dict[str, Any]:
    """Return what the public sees of a trial."""
    trial = published.trial
    rows = [
        summary_row(_("Activated"), date_in_words(trial.recorded_at.astimezone(LONDON).date())),
        summary_row(_("Commitment to the seed"), in_code(trial.commitment)),
        summary_row(_("Seed"), _seed(trial)),
    ]
    lists = [
        [
            each.site.name,
            str(each.number),
            str(opened_list(each)),
            date_in_words(each.recorded_at.astimezone(LONDON).date()),
            in_code(each.seal),
        ]
        for each in published.lists
    ]
    latest = published.heads[: -LATEST - 1 : -1]
    heads = [[f"{head.count:,}", in_code(head.seal)] for head in latest]
    return {
        "title": trial_title(trial),
        "summary": rows,
        "further": max(0, len(published.heads) - LATEST),
        "lists": {
            "caption": _("Lists, each sealed when it was opened"),
            "head": [_("Site"), _("Number"), _("What it is made of"), _("Opened"), _("Seal")],
            "rows": table_rows(lists),
        },
        "heads": {
            "caption": _("How far the log had grown, the latest first"),
            "head": [_("Rows"), _("Seal of the last row")],
            "rows": table_rows(heads),
        },
    }
