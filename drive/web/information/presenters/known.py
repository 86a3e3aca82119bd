"""Facts in words: the list by topic, one fact, what it was made from, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource, ValueStatus, YesNo
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import FactTopic, Independence, Reliability, SourceRoute, WishAnswer
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.information.models import Corroboration, FactVersion, Wish
from drive.web.information.presenters.guard import footing_tag
from drive.web.information.queries.words import opened
from drive.web.information.rules.guard import Footing

_SHORT = 90


def statement(row: FactVersion) -> str:
    """Return what is known, opened; what was released and withdrawn again is not shown any more."""
    item = getattr(row.fact, "came_by", None)
    if item is not None and item.withdrawn_at:
        return gettext("Withdrawn by whoever released it")
    return opened(row, "sealed_statement")


def in_short(row: FactVersion) -> str:
    """Return the beginning of what is known, for a list of choices."""
    words = Truncator(statement(row)).chars(_SHORT)
    return f"{words} ({date_in_words(row.learned_on)})"


def choices(rows: Iterable[FactVersion]) -> list[tuple[str, str]]:
    """Return facts as the options of a form."""
    return [(str(row.fact_id), in_short(row)) for row in rows]


def source(row: FactVersion) -> str:
    """Return who said so."""
    who = label(InformationSource(row.source_kind))
    return f"{who} ({label(AgencyType(row.agency))})" if row.agency else who


def link_to(row: FactVersion, case_id: UUID) -> Any:
    """Return a fact as a link to its page."""
    address = reverse("information:fact", args=[case_id, row.fact_id])
    words = Truncator(statement(row)).chars(_SHORT * 2)
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, words)


def topic_tables(
    rows: Iterable[FactVersion], footings: Mapping[Any, Footing], case_id: UUID
) -> list[dict[str, Any]]:
    """Return a table of facts for each topic."""
    by_topic = groupby(rows, key=lambda row: row.topic)
    return [
        {
            "caption": label(FactTopic(topic)),
            "head": [
                gettext("Fact"),
                gettext("It rests"),
                gettext("Who said so"),
                gettext("Learned"),
                gettext("Handling"),
            ],
            "rows": table_rows(
                [
                    link_to(row, case_id),
                    footing_tag(footings[row.fact_id]),
                    source(row),
                    row.learned_on,
                    HandlingCode(row.handling),
                ]
                for row in of_topic
            ),
            "first_cell_is_header": True,
        }
        for topic, of_topic in by_topic
    ]


def short_rows(row: FactVersion) -> list[dict[str, Any]]:
    """Return which fact it is, for the page of an act on it."""
    return [
        said_row(gettext("Fact"), statement(row)),
        summary_row(gettext("Who said so"), source(row)),
        summary_row(gettext("How it came"), SourceRoute(row.route)),
    ]


def said_rows(row: FactVersion) -> list[dict[str, Any]]:
    """Return what is said of a fact."""
    inferable = (
        label(YesNo(row.inferable)) if row.inferable else label(ValueStatus(row.inferable_status))
    )
    rows = [
        summary_row(gettext("Topic"), FactTopic(row.topic)),
        summary_row(gettext("Who said so"), source(row)),
        summary_row(gettext("How it came"), SourceRoute(row.route)),
        summary_row(gettext("Known had she not spoken"), Independence(row.without_her)),
        summary_row(gettext("Learned"), row.learned_on),
        summary_row(gettext("Reliability"), Reliability(row.reliability)),
        summary_row(gettext("Could the service user tell who said so"), inferable),
        summary_row(gettext("Handling"), HandlingCode(row.handling)),
    ]
    if conditions := opened(row, "sealed_conditions"):
        rows.append(summary_row(gettext("Conditions"), conditions))
    if row.withdrawn:
        rows.append(summary_row(gettext("Withdrawn because"), opened(row, "sealed_reason")))
    return [*rows, _recorded(row)]


def _recorded(row: FactVersion) -> dict[str, Any]:
    words = f"{row.recorded_by.name}, {time_in_words(row.recorded_at)}"
    return summary_row(gettext("Recorded"), words)


def history(rows: Iterable[FactVersion]) -> list[list[dict[str, Any]]]:
    """Return what was said of a fact before, the latest first."""
    return table_rows(
        [
            row.recorded_at,
            row.recorded_by.name,
            statement(row),
            source(row),
            HandlingCode(row.handling),
        ]
        for row in rows
    )


def withdrawn_rows(rows: Iterable[FactVersion], case_id: UUID) -> list[list[dict[str, Any]]]:
    """Return the facts of a case that were withdrawn."""
    return table_rows(
        [link_to(row, case_id), source(row), row.recorded_by.name, row.recorded_at] for row in rows
    )


def corroboration_rows(
    found: Iterable[Corroboration], standing: Mapping[UUID, FactVersion], case_id: UUID
) -> list[list[dict[str, Any]]]:
    """Return what corroborates a fact, and whether it would be known without her."""
    return table_rows(
        [
            link_to(standing[row.corroborated_by_id], case_id),
            Independence(row.independent),
            opened(row, "sealed_why"),
            row.recorded_by.name,
            row.recorded_at,
        ]
        for row in found
    )


def wish_rows(found: Iterable[Wish]) -> list[list[dict[str, Any]]]:
    """Return what she wished each time she was asked."""
    return table_rows(
        [
            row.asked_on,
            row.asked_by,
            label(WishAnswer(row.answer)) if row.answer else label(ValueStatus(row.answer_status)),
            opened(row, "sealed_words") or gettext("Not written down"),
        ]
        for row in found
    )
