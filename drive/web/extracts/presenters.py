"""Words and component parameters of the evaluator's pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.jobs import RunState
from drive.vocabulary.snapshot import TABLES
from drive.web.design_system.presenters import date_in_words, label, summary_row, time_in_words
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot

_TAGS = {
    RunState.WAITING: "govuk-tag--blue",
    RunState.RUNNING: "govuk-tag--light-blue",
    RunState.DONE: "govuk-tag--green",
    RunState.FAILED: "govuk-tag--red",
}

KINDS = {
    "key": "Pseudonym",
    "word": "Word from a list",
    "text": "Text",
    "integer": "Whole number",
    "number": "Number",
    "boolean": "Yes or no",
}


def tag(row: FrozenSnapshot | EvaluationRun) -> dict[str, str]:
    """Return the tag of a state."""
    state = RunState(row.state)
    return {"text": label(state), "classes": _TAGS[state]}


def is_under_way(row: FrozenSnapshot | EvaluationRun) -> bool:
    """Return whether the page should be looked at again."""
    return row.state in {RunState.WAITING, RunState.RUNNING}


def _state(row: FrozenSnapshot | EvaluationRun) -> dict[str, Any]:
    words = tag(row)
    return {
        "html": format_html(
            '<strong class="govuk-tag {}">{}</strong>', words["classes"], words["text"]
        )
    }


def snapshots_table(snapshots: Iterable[FrozenSnapshot]) -> dict[str, Any]:
    """Return the list of snapshots, newest first."""
    return {
        "caption": _("Snapshots"),
        "hide_caption": True,
        "head": [_("Asked for"), _("By"), _("Fingerprint"), _("State")],
        "first_cell_is_header": True,
        "rows": [
            [
                _link("extracts:snapshot", row.pk, time_in_words(row.recorded_at)),
                {"text": row.recorded_by.name},
                {"text": fingerprint(row.content_hash)},
                _state(row),
            ]
            for row in snapshots
        ],
    }


def _link(view: str, key: Any, text: str) -> dict[str, Any]:
    return {
        "html": format_html(
            '<a class="govuk-link" href="{}">{}</a>', reverse(view, args=[key]), text
        )
    }


def fingerprint(digest: str) -> str:
    """Return the beginning of a hash, by which people tell snapshots apart."""
    return digest[:12] or "–"


def snapshot_rows(snapshot: FrozenSnapshot) -> list[dict[str, Any]]:
    """Return what is known of a snapshot as a whole."""
    return [
        summary_row(_("Frozen on"), date_in_words(snapshot.frozen_on)),
        summary_row(_("Asked for by"), snapshot.recorded_by.name),
        summary_row(
            _("Hash of its content"),
            format_html('<span class="drive-code">{}</span>', snapshot.content_hash or "–"),
        ),
        summary_row(_("Version of the program"), snapshot.code_version),
        summary_row(
            _("Small numbers"),
            _("Shown for the pilot, whose figures are published; suppressed for all others")
            if snapshot.published_figures
            else _("Suppressed in reports"),
        ),
    ]


def counts_table(snapshot: FrozenSnapshot) -> dict[str, Any]:
    """Return how many rows each table holds, and what a row is."""
    counts = snapshot.row_counts
    return {
        "caption": _("Tables"),
        "head": [_("Table"), _("A row is"), {"text": _("Rows"), "numeric": True}],
        "first_cell_is_header": True,
        "rows": [
            [
                {"text": table.name.replace("_", " ")},
                {"text": table.row},
                {"text": f"{counts.get(table.name, 0):,}", "numeric": True},
            ]
            for table in TABLES
        ],
    }


def runs_table(runs: Iterable[EvaluationRun]) -> dict[str, Any]:
    """Return the runs of the evaluation on a snapshot."""
    return {
        "caption": _("Runs of the evaluation"),
        "head": [_("Asked for"), _("By"), _("Seed"), _("Agreeing with print"), _("State")],
        "first_cell_is_header": True,
        "rows": [
            [
                _link("extracts:run", row.pk, time_in_words(row.recorded_at)),
                {"text": row.recorded_by.name},
                {"text": str(row.seed)},
                {"text": agreement(row)},
                _state(row),
            ]
            for row in runs
        ],
    }


def agreement(run: EvaluationRun) -> str:
    """Return how many of the results that have a printed number agree with it."""
    if run.state != RunState.DONE:
        return "–"
    return _("%(agreeing)s of %(compared)s") % {"agreeing": run.agreeing, "compared": run.compared}


def run_rows(run: EvaluationRun) -> list[dict[str, Any]]:
    """Return what is known of a run."""
    return [
        summary_row(_("Asked for by"), run.recorded_by.name),
        summary_row(_("Asked for on"), time_in_words(run.recorded_at)),
        summary_row(_("Snapshot"), fingerprint(run.snapshot.content_hash)),
        summary_row(_("Seed"), str(run.seed)),
        summary_row(_("Results"), f"{run.results:,}" if run.state == RunState.DONE else "–"),
        summary_row(_("Agreeing with a printed number"), agreement(run)),
    ]


def dictionary() -> list[dict[str, Any]]:
    """Return the tables of the data dictionary."""
    return [
        {
            "caption": table.name.replace("_", " "),
            "head": [_("Column"), _("Kind"), _("Meaning")],
            "first_cell_is_header": True,
            "rows": [
                [
                    {"text": column.name},
                    {"text": _(KINDS[column.kind])},
                    {"text": column.meaning},
                ]
                for column in table.columns
            ],
        }
        for table in TABLES
    ]
