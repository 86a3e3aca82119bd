"""A round in words: how far it has come. It names no site, since an arm may have few."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.jobs import RunState
from drive.web.adjudication.models import Round
from drive.web.adjudication.queries.rounds import Progress
from drive.web.design_system.presenters import label, summary_row, time_in_words

_TAGS = {
    RunState.WAITING: "govuk-tag--blue",
    RunState.RUNNING: "govuk-tag--light-blue",
    RunState.DONE: "govuk-tag--green",
    RunState.FAILED: "govuk-tag--red",
}


def tag(shown: Round) -> dict[str, str]:
    """Return the tag of a round's state."""
    state = RunState(shown.state)
    text = _("Drawn") if state is RunState.DONE else label(state)
    return {"text": text, "classes": _TAGS[state]}


def rounds_table(rounds: Iterable[Round]) -> dict[str, Any]:
    """Return the list of rounds."""
    return {
        "caption": _("Rounds"),
        "hide_caption": True,
        "head": [_("Made"), _("State"), _("Result"), _("Asked for"), _("By")],
        "first_cell_is_header": True,
        "rows": [
            [
                {"html": _link(reverse("adjudication:round", args=[each.pk]), each)},
                {"text": tag(each)["text"]},
                {"text": _("Released") if hasattr(each, "result") else _("Not released")},
                {"text": str(each.size)},
                {"text": each.recorded_by.name},
            ]
            for each in rounds
        ],
    }


def _link(address: str, shown: Round) -> str:
    when = time_in_words(shown.recorded_at)
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, when)


def round_rows(shown: Round, progress: Progress) -> list[dict[str, Any]]:
    """Return how far a round has come."""
    rows = [
        summary_row(_("Asked for"), str(shown.size)),
        summary_row(_("Drawn, half of each arm"), str(progress.drawn)),
    ]
    rows += [summary_row(label(state), str(progress.by_state[state])) for state in NarrativeState]
    rows += [
        summary_row(
            _("Rated by %(name)s") % {"name": seat.user.name},
            _("%(rated)s of %(shown)s")
            % {"rated": rated, "shown": progress.by_state[NarrativeState.CLEARED]},
        )
        for seat, rated in zip(shown.seats.select_related("user"), progress.rated, strict=True)
    ]
    return [*rows, summary_row(_("Seed, to draw it again"), str(shown.seed))]
