"""Queries about records as tables and rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.monitoring import QueryResolution
from drive.web.assessments.queries import definition_of
from drive.web.design_system.presenters import date_in_words, label, said_row, summary_row
from drive.web.monitoring.models import DataQuery
from drive.web.monitoring.presenters import Cell, text
from drive.web.monitoring.queries.data_queries import QueryState, state_of

COLOURS = {
    QueryState.OPEN: "govuk-tag--yellow",
    QueryState.ANSWERED: "govuk-tag--light-blue",
    QueryState.RESOLVED: "govuk-tag--grey",
}


def table_of(queries: Iterable[DataQuery]) -> dict[str, Any]:
    """Return a table of queries: the case first, where it stands last."""
    return {
        "caption": gettext("Queries about records"),
        "hide_caption": True,
        "head": [
            gettext("Case"),
            gettext("About"),
            gettext("Query"),
            gettext("Asked"),
            gettext("Where it stands"),
        ],
        "first_cell_is_header": True,
        "rows": [_row(query) for query in queries],
    }


def _row(query: DataQuery) -> list[Cell]:
    state = state_of(query)
    return [
        {
            "html": format_html(
                '<a class="govuk-link" href="{}">{}</a>',
                reverse("monitoring:data_query", args=[query.pk]),
                query.drive_case.reference,
            )
        },
        text(about(query)),
        text(query.words),
        text(date_in_words(query.recorded_at)),
        {
            "html": format_html(
                '<strong class="govuk-tag {}">{}</strong>', COLOURS[state], label(state)
            )
        },
    ]


def about(query: DataQuery) -> str:
    """Return which field of which assessment a query is about."""
    point = AssessmentPoint(query.assessment.point)
    asked = dict(fields_of(query.assessment))
    return f"{label(point)}: {asked.get(query.field, query.field)}"


def fields_of(assessment: Any) -> list[tuple[str, str]]:
    """Return the fields of an assessment that a query may be about, with their labels."""
    asked = definition_of(assessment).questions(AssessmentPoint(assessment.point))
    return [(question.key, gettext(question.label)) for question in asked]


def rows_of(query: DataQuery) -> list[dict[str, Any]]:
    """Return one query with its answer and how it ended."""
    rows = [
        summary_row(gettext("Case"), query.drive_case.reference),
        summary_row(gettext("About"), about(query)),
        said_row(gettext("Query"), query.words),
        summary_row(gettext("Asked by"), query.recorded_by.name),
        said_row(gettext("Answer"), query.answer or gettext("None yet")),
    ]
    if query.answered_by:
        rows.append(summary_row(gettext("Answered by"), query.answered_by.name))
    if query.resolution:
        rows.append(summary_row(gettext("Ended"), label(QueryResolution(query.resolution))))
    return rows
