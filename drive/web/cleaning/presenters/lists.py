"""Words and component parameters of the pages about whole lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drive.linkage.cleaning import CleaningReason
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.presenters.parts import link, list_tag, lower_first, tag
from drive.web.cleaning.queries.lists import Progress, SiteCounts
from drive.web.cleaning.queries.proposals import Pair
from drive.web.cleaning.rules.states import InsightsListState, InsightsRowState, ReadingStep
from drive.web.design_system.presenters import (
    count_of,
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)

_GONE = {InsightsListState.DISCARDED, InsightsListState.EXPIRED, InsightsListState.UNREADABLE}
MOST_NAMED = 20
"""Rows that are named one by one in a warning."""


def lists_table(lists: Iterable[InsightsList]) -> dict[str, Any]:
    """Return the table of imported lists."""
    rows = [
        [
            link(each.file_name, reverse("cleaning:list", args=[each.pk])),
            time_in_words(each.recorded_at),
            f"{each.rows_in_all:,}",
            date_in_words(each.starts_on),
            _erased(each),
            tag(**list_tag(each)),
        ]
        for each in lists
    ]
    return {
        "caption": _("Imported lists"),
        "head": [
            _("List"),
            _("Uploaded"),
            _("Rows"),
            _("First day of the programme"),
            _("Erased on"),
            _("State"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _erased(insights_list: InsightsList) -> str:
    if insights_list.state in _GONE:
        return _("Erased")
    return date_in_words(insights_list.expires_on)


def list_rows(insights_list: InsightsList) -> list[dict[str, Any]]:
    """Return the summary of a list."""
    uploaded = f"{time_in_words(insights_list.recorded_at)}, {insights_list.recorded_by.name}"
    return [
        summary_row(_("File"), insights_list.file_name),
        summary_row(_("Uploaded"), uploaded),
        summary_row(_("First day of the programme"), insights_list.starts_on),
        summary_row(_("Rows"), f"{insights_list.rows_in_all:,}"),
        summary_row(_("Erased on"), _erased(insights_list)),
    ]


def step_in_words(insights_list: InsightsList) -> str:
    """Return how far the reading of a list has come."""
    steps = list(ReadingStep)
    step = ReadingStep(insights_list.step)
    words = _("Step %(number)s of %(steps)s: %(step)s.") % {
        "number": steps.index(step) + 1,
        "steps": len(steps),
        "step": label(step).lower(),
    }
    if not insights_list.rows_in_all:
        return words
    rows = count_of(insights_list.rows_in_all, "row", "rows")
    return f"{words} {_('The list has %(rows)s.') % {'rows': rows}}"


def progress_table(insights_list: InsightsList, found: Sequence[Progress]) -> dict[str, Any]:
    """Return what is proposed, in the order in which it is looked for."""
    rows = [
        [
            link(
                label(each.reason),
                reverse("cleaning:proposals", args=[insights_list.pk, each.reason]),
            ),
            *(_number(getattr(each, name)) for name in _PROGRESS_COUNTS),
        ]
        for each in found
    ]
    sums = ([getattr(each, name) for each in found] for name in _PROGRESS_COUNTS)
    rows.append([_("In all"), *(_number(sum(numbers)) for numbers in sums)])
    return {
        "caption": _("What is proposed to be set aside"),
        "head": [_("Reason"), *map(_right, _PROGRESS_HEADS)],
        "rows": [_cells(row) for row in rows],
        "first_cell_is_header": True,
    }


_PROGRESS_COUNTS = ("proposed", "undecided", "set_aside", "kept")
_PROGRESS_HEADS = ("Proposed", "Waits for you", "Set aside", "Kept")


def _right(text: str) -> dict[str, Any]:
    return {"text": _(text), "numeric": True}


def _number(value: int) -> dict[str, Any]:
    return {"text": f"{value:,}", "numeric": True}


def _cells(row: Sequence[Any]) -> list[dict[str, Any]]:
    first, *rest = row
    return [*table_rows([[first]])[0], *rest]


def next_reason(found: Sequence[Progress]) -> CleaningReason | None:
    """Return the reason whose rows are looked at next: the first with rows that wait."""
    return next((each.reason for each in found if each.undecided), None)


def look_words(counts: Mapping[InsightsRowState, int]) -> str:
    """Return how many rows a person must look at, in words."""
    number = counts[InsightsRowState.LOOK]
    if not number:
        return ""
    return ngettext(
        "%(number)s row could not be read in full. A person must look at it and decide.",
        "%(number)s rows could not be read in full. A person must look at them and decide.",
        number,
    ) % {"number": f"{number:,}"}


def left_words(pairs: Sequence[Pair]) -> str:
    """Say which rows were set aside in favour of a row that is itself set aside."""
    if not pairs:
        return ""
    named = ", ".join(
        _("row %(row)s (for row %(stays)s)")
        % {"row": pair.row.number, "stays": pair.proposal.stays_number}
        for pair in pairs[:MOST_NAMED]
    )
    more = len(pairs) - MOST_NAMED
    rest = _(" and %(more)s more") % {"more": more} if more > 0 else ""
    return _(
        "The row that was to stay is set aside itself: %(named)s%(rest)s. See whether one of them "
        "should be kept."
    ) % {"named": named, "rest": rest}


def staying_table(sites: Sequence[SiteCounts], total: SiteCounts) -> dict[str, Any]:
    """Return what stays by site, and in all."""
    head = [
        _("Rows"),
        _("Early"),
        _("Copy"),
        _("Repeat"),
        _("Other reason"),
        _("Wait"),
        _("Stay"),
        _("Linked"),
        _("Not linked"),
    ]
    return {
        "caption": _("Rows by site"),
        "head": [_("Site"), *({"text": text, "numeric": True} for text in head)],
        "rows": [
            *(_site_cells(each.site or _("No site of Drive"), each) for each in sites),
            _site_cells(_("All sites"), total),
        ],
        "first_cell_is_header": True,
    }


def _site_cells(name: str, counts: SiteCounts) -> list[dict[str, Any]]:
    numbers = (
        counts.rows,
        counts.early,
        counts.copy,
        counts.repeat,
        counts.by_hand,
        counts.undecided,
        counts.stays,
        counts.linked,
        counts.not_linked,
    )
    return [{"text": name}, *map(_number, numbers)]


def staying_rows(total: SiteCounts) -> list[dict[str, Any]]:
    """Return how the rows of a list come to those that stay."""
    rows = [
        summary_row(_("Rows in the list"), f"{total.rows:,}"),
        summary_row(_aside(CleaningReason.EARLY), f"{total.early:,}"),
        summary_row(_aside(CleaningReason.COPY), f"{total.copy:,}"),
        summary_row(_aside(CleaningReason.REPEAT), f"{total.repeat:,}"),
    ]
    if total.by_hand:
        rows.append(summary_row(_("Set aside for another reason"), f"{total.by_hand:,}"))
    if total.undecided:
        rows.append(summary_row(_("Wait for a decision"), f"{total.undecided:,}"))
    return [
        *rows,
        summary_row(_("Stay"), f"{total.stays:,}"),
        summary_row(_("Of these, linked to an allocated perpetrator"), f"{total.linked:,}"),
        summary_row(_("Of these, linked to none"), _not_linked(total)),
    ]


def _not_linked(total: SiteCounts) -> str:
    number = f"{total.not_linked:,}"
    if not total.reconstructed:
        return number
    marked = _("%(number)s of them marked as reconstructed") % {
        "number": f"{total.reconstructed:,}"
    }
    return f"{number}, {marked}"


def _aside(reason: CleaningReason) -> str:
    return _("Set aside: %(reason)s") % {"reason": lower_first(label(reason))}
