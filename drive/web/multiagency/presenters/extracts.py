"""Police extracts in words: the list, one of them with what is wrong, and a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.information.models import FactVersion
from drive.web.information.presenters.known import statement
from drive.web.multiagency.models import ExtractRow, PoliceExtract
from drive.web.multiagency.queries.extracts import cells_of, is_new, problems_of
from drive.web.multiagency.rules.extracts import COLUMNS

S = ExtractRowState
_COLOURS = {
    ExtractState.READ: "govuk-tag--yellow",
    ExtractState.PARTLY: "govuk-tag--orange",
    ExtractState.TAKEN: "govuk-tag--green",
    ExtractState.DISCARDED: "govuk-tag--grey",
}


def state_tag(extract: PoliceExtract) -> SafeString:
    """Return where an extract stands."""
    state = ExtractState(extract.state)
    return format_html('<strong class="govuk-tag {}">{}</strong>', _COLOURS[state], label(state))


def extracts_table(extracts: Iterable[PoliceExtract]) -> dict[str, Any]:
    """Return the extracts of a site."""
    cells = [
        [
            format_html(
                '<a class="govuk-link" href="{}">{}</a>',
                reverse("multiagency:extract", args=[each.pk]),
                time_in_words(each.recorded_at),
            ),
            each.agency.name,
            each.recorded_by.name,
            state_tag(each),
            str(each.rows_in_all),
        ]
        for each in extracts
    ]
    return {
        "caption": _("Extracts"),
        "head": [_("Uploaded"), _("From"), _("By"), _("Stands"), _("Rows")],
        "rows": table_rows(cells),
        "first_cell_is_header": True,
    }


def about_rows(extract: PoliceExtract, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what an extract is, and how many of its rows stand where."""
    return [
        summary_row(_("Stands"), state_tag(extract)),
        summary_row(_("From"), extract.agency.name),
        summary_row(_("File"), extract.file_name),
        summary_row(
            _("Uploaded"), f"{time_in_words(extract.recorded_at)}, {extract.recorded_by.name}"
        ),
        *(summary_row(label(state), str(counts[state])) for state in S if counts.get(state)),
    ]


def wrong_table(rows: Iterable[ExtractRow]) -> dict[str, Any]:
    """Return what is wrong: each row with its columns, and what it says."""
    cells = []
    for row in rows:
        faults = format_html_join(
            SafeString("<br>"),
            "{}{}",
            (
                (f"{_('Column')} “{each.heading}”: " if each.heading else "", each.words)
                for each in problems_of(row)
            ),
        )
        cells.append([_("Row %(number)d") % {"number": row.number}, faults, _typed(row)])
    return {
        "caption": _("What is wrong"),
        "head": [_("Row"), _("What to put right"), _("It says")],
        "rows": table_rows(cells),
        "first_cell_is_header": True,
    }


def _typed(row: ExtractRow) -> SafeString:
    typed = cells_of(row)
    said = ((each.label, typed[each.key]) for each in COLUMNS if typed.get(each.key))
    return format_html_join(SafeString("<br>"), "{}: {}", said)


def ready_table(rows: Iterable[ExtractRow]) -> dict[str, Any]:
    """Return what is ready: for which case, and what it says."""
    cells = [
        [
            _("Row %(number)d") % {"number": row.number},
            row.drive_case.reference if row.drive_case else "",
            date_in_words(row.happened_on),
            cells_of(row).get("incident", ""),
        ]
        for row in rows
    ]
    return {
        "caption": _("Ready to be put on their cases"),
        "head": [_("Row"), _("Case"), _("Day"), _("What happened")],
        "rows": table_rows(cells),
        "first_cell_is_header": True,
    }


def case_table(
    case: DriveCase,
    rows: Iterable[ExtractRow],
    said: Mapping[Any, FactVersion],
    since: datetime | None,
) -> dict[str, Any]:
    """Return what the extracts say on a case; what came since somebody looked is marked."""
    cells = []
    for row in rows:
        stands = said.get(row.fact_id)
        new = (
            format_html('<strong class="govuk-tag govuk-tag--yellow">{}</strong> ', _("New"))
            if is_new(row, since)
            else SafeString("")
        )
        words = (
            format_html(
                '{}<a class="govuk-link" href="{}">{}</a>',
                new,
                reverse("information:fact", args=[case.pk, stands.fact_id]),
                statement(stands),
            )
            if stands
            else format_html("{}{}", new, _("It was withdrawn."))
        )
        came = date_in_words(row.extract.recorded_at)
        cells.append([date_in_words(row.happened_on), words, f"{row.extract.agency.name}, {came}"])
    return {
        "caption": _("What the police sent"),
        "head": [_("Day"), _("What they recorded"), _("From, and when it came")],
        "rows": table_rows(cells),
        "first_cell_is_header": True,
    }


def new_words(count: int) -> str:
    """Return how much is new since somebody looked."""
    return ngettext(
        "%(count)d police record is new since you last looked",
        "%(count)d police records are new since you last looked",
        count,
    ) % {"count": count}
