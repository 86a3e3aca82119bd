"""Words and component parameters of the pages about single rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.web.cleaning.models import InsightsListRow, RowDecision
from drive.web.cleaning.presenters.parts import (
    lines,
    lower_first,
    row_link,
    row_standing,
    who_and_when,
)
from drive.web.cleaning.queries.sealed import cells_in, problems_in, words_of
from drive.web.cleaning.rules.rows import Problem
from drive.web.cleaning.rules.states import (
    UNDECIDED,
    DecisionReason,
    InsightsRowState,
    RowVerdict,
)
from drive.web.design_system.presenters import label, table_rows, time_in_words


def rows_table(rows: Iterable[InsightsListRow]) -> dict[str, Any]:
    """Return the table of a list's rows."""
    return {
        "caption": _("Rows of the list"),
        "hide_caption": True,
        "head": [_("Row"), _("Site"), _("What it says"), _("To look at"), _("Stands")],
        "rows": table_rows(
            [
                row_link(row),
                row.site.name if row.site else _("No site of Drive"),
                who_and_when(cells_in(row)),
                lines(problem_in_words(each) for each in problems_in(row)),
                row_standing(row),
            ]
            for row in rows
        ),
        "first_cell_is_header": True,
    }


def problem_in_words(problem: Problem) -> str:
    """Return a problem with the heading under which it stands."""
    return f"“{_(problem.heading)}”: {problem.words}" if problem.heading else problem.words


def problems_in_words(row: InsightsListRow) -> list[str]:
    """Return what a person must look at, naming row and column."""
    start = _("Row %(number)s") % {"number": row.number}
    return [f"{start}, {problem_in_words(each)}" for each in problems_in(row)]


def decisions_table(decisions: Sequence[RowDecision]) -> dict[str, Any]:
    """Return what was decided about a row, the latest first."""
    return {
        "caption": _("What was decided"),
        "head": [_("When and by whom"), _("Decision"), _("Reason"), _("In words")],
        "rows": table_rows(
            [
                lines([time_in_words(each.recorded_at), each.recorded_by.name]),
                label(each.verdict, RowVerdict),
                _reason(each),
                format_html('<span class="drive-text">{}</span>', words_of(each)),
            ]
            for each in decisions
        ),
    }


def _reason(decision: RowDecision) -> str:
    reason = label(decision.reason, DecisionReason)
    if decision.verdict == RowVerdict.SET_ASIDE:
        return reason
    if decision.reason == DecisionReason.BY_HAND:
        return _("Decided by hand")
    return _("Not: %(reason)s") % {"reason": lower_first(reason)}


def decide_heading(row: InsightsListRow) -> str:
    """Return the heading above what can be done with a row."""
    if row.state in UNDECIDED:
        return _("Decide")
    return _("Decide again") if row.state == InsightsRowState.SET_ASIDE else _("Set this row aside")


def decided_in_words(row: InsightsListRow, *, before: str) -> str:
    """Say where a row stands after a decision."""
    if row.state == InsightsRowState.SET_ASIDE:
        words = _("Row %(number)s is set aside. It can be taken back.")
    elif before == InsightsRowState.SET_ASIDE:
        words = _("Row %(number)s is taken back and kept.")
    else:
        words = _("Row %(number)s is kept.")
    return words % {"number": row.number}


def linked_in_words(row: InsightsListRow) -> str:
    """Say whether a row is about an allocated perpetrator."""
    if row.perpetrator_id:
        return _("It is linked to an allocated perpetrator of the site.")
    if row.reconstructed:
        return _("It is linked to no allocated perpetrator, and is marked as reconstructed.")
    return _("It is linked to no allocated perpetrator of the site.")
