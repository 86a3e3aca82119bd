"""Words of the match queue and of the runs that fill it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from drive.vocabulary.identity import CandidateState, LinkageRunKind
from drive.vocabulary.jobs import RunState
from drive.web.design_system.presenters import count_of, label, table_rows, time_in_words
from drive.web.identity.presenters.parts import (
    born_in_words,
    held_in_words,
    lines,
    link,
    name_of,
    state_tag,
    tag,
)
from drive.web.identity.queries.queue import Question
from drive.web.people.models import LinkageRun, MatchCandidate

_RUN_COLOURS = {
    RunState.WAITING: "govuk-tag--yellow",
    RunState.RUNNING: "govuk-tag--light-blue",
    RunState.DONE: "govuk-tag--green",
    RunState.FAILED: "govuk-tag--red",
}


def counts(rows: Sequence[Question], today: date) -> list[str]:
    """Return what waits, in sentences."""
    if not rows:
        return []
    parts = [
        f"{sum(row.state is state for row in rows):,} {said}"
        for state, said in (
            (CandidateState.OPEN, _("for a reviewer")),
            (CandidateState.SECOND, _("for a second reviewer")),
            (CandidateState.DISAGREED, _("where the reviewers disagree")),
        )
    ]
    said = [
        _("%(count)s: %(parts)s.")
        % {
            "count": count_of(len(rows), "question waits", "questions wait"),
            "parts": ", ".join(parts),
        }
    ]
    return [*said, *_held(rows, today)]


def _held(rows: Sequence[Question], today: date) -> list[str]:
    since = [row.holds_since for row in rows if row.holds_since]
    if not since:
        return [_("None of them holds a draw.")]
    return [
        _("%(count)s, the longest for %(days)s. Somebody waits for help meanwhile.")
        % {
            "count": count_of(len(since), "of them holds a draw", "of them hold a draw"),
            "days": held_in_words(min(since), today),
        }
    ]


def queue_table(
    rows: Iterable[Question], candidates: Mapping[UUID, MatchCandidate], today: date
) -> dict[str, Any]:
    """Return the table of questions that wait."""
    return {
        "caption": _("Questions that wait"),
        "hide_caption": True,
        "head": [_("The two records"), _("Born"), _("Site"), _("Holds a draw"), _("State")],
        "rows": table_rows(_row(row, candidates[row.candidate], today) for row in rows),
        "first_cell_is_header": True,
    }


def _row(row: Question, candidate: MatchCandidate, today: date) -> list[Any]:
    two = (candidate.one_mention, candidate.other_mention)
    names = _("%(one)s and %(other)s") % {"one": name_of(two[0]), "other": name_of(two[1])}
    # Whoever has decided can read the page, though not decide again: the link stays.
    who = link(names, reverse("identity:question", args=[candidate.pk]))
    state = state_tag(row.state)
    if row.for_somebody_else:
        state = tag(_("Waits for somebody else"), "govuk-tag--grey")
    if candidate.crosses_roles:
        state = format_html("{} {}", state, tag(_("Crosses roles"), "govuk-tag--purple"))
    return [
        who,
        lines([born_in_words(each.date_of_birth) for each in two]),
        lines([each.agency.site.name for each in two]),
        capfirst(held_in_words(row.holds_since, today)) if row.holds_since else _("No"),
        state,
    ]


def runs_table(runs: Iterable[LinkageRun]) -> dict[str, Any]:
    """Return the table of comparisons."""
    rows = [
        [
            time_in_words(run.recorded_at),
            label(LinkageRunKind(run.kind)),
            tag(label(RunState(run.state)), _RUN_COLOURS[RunState(run.state)]),
            _("%(done)s of %(all)s")
            % {"done": f"{run.people_done:,}", "all": f"{run.people_in_all:,}"},
            f"{run.candidates_opened:,}",
            f"{run.merged:,}",
            run.message,
        ]
        for run in runs
    ]
    return {
        "caption": _("Comparisons"),
        "hide_caption": True,
        "head": [
            _("Begun"),
            _("Compared"),
            _("State"),
            _("People done"),
            _("Questions asked"),
            _("Made one by rule"),
            _("What happened"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }
