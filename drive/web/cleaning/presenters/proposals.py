"""Words and component parameters of the pages on which proposals are decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drive.linkage.cleaning import CleaningReason
from drive.web.cleaning.models import CleaningProposal, InsightsListRow
from drive.web.cleaning.presenters.parts import (
    lines,
    lower_first,
    row_link,
    row_standing,
    who_and_when,
)
from drive.web.cleaning.queries.lists import Progress
from drive.web.cleaning.queries.proposals import Pair
from drive.web.cleaning.queries.sealed import cells_in
from drive.web.cleaning.rules.comparing import DIFFER, Compared, Likeness, compare, headings
from drive.web.cleaning.rules.states import InsightsRowState
from drive.web.design_system.presenters import label, table_rows

STANDINGS = {
    InsightsRowState.PROPOSED: "Wait for you",
    InsightsRowState.SET_ASIDE: "Set aside",
    InsightsRowState.KEPT: "Kept",
}
"""Where a row with a proposal can stand, as the links above the table have it."""


def reason_links(key: Any, found: Sequence[Progress], now_at: CleaningReason) -> dict[str, Any]:
    """Return the three reasons in their order, each with what waits."""
    return {
        "label": _("Reasons"),
        "items": [
            {
                "text": f"{label(each.reason)} ({each.undecided:,})",
                "href": reverse("cleaning:proposals", args=[key, each.reason]),
                "active": each.reason is now_at,
            }
            for each in found
        ],
    }


def standing_links(found: Progress, now_at: InsightsRowState) -> list[dict[str, Any]]:
    """Return the links to the rows of one reason by where they stand."""
    numbers = (found.undecided, found.set_aside, found.kept)
    return [
        {
            "text": f"{_(words)} ({number:,})",
            "href": f"?state={state.value}",
            "current": state is now_at,
        }
        for (state, words), number in zip(STANDINGS.items(), numbers, strict=True)
    ]


def title(reason: CleaningReason) -> str:
    """Return the heading of the page of one reason."""
    return _("Proposed: %(reason)s") % {"reason": lower_first(label(reason))}


def proposals_table(
    pairs: Sequence[Pair], reason: CleaningReason, *, all_wait: bool
) -> dict[str, Any]:
    """Return the proposals of one page: each row beside the one that stays."""
    if reason is CleaningReason.EARLY:
        head = [_("Row"), _("What it says"), _("Why")]
        rows = [[_link(pair), _says(pair.row), pair.proposal.because] for pair in pairs]
    else:
        head = [
            _("Row"),
            _("What it says"),
            _("Row that stays"),
            _("What that says"),
            _("How they compare"),
        ]
        rows = [[_link(pair), _says(pair.row), *_stays(pair), _likeness(pair)] for pair in pairs]
    if not all_wait:
        head.append(_("Stands"))
        rows = [[*row, row_standing(pair.row)] for row, pair in zip(rows, pairs, strict=True)]
    return {
        "caption": _("Proposals shown"),
        "hide_caption": True,
        "head": head,
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _link(pair: Pair) -> SafeString:
    return row_link(pair.row, hidden=_("look closely and decide"))


def _says(row: InsightsListRow) -> SafeString:
    return who_and_when(cells_in(row))


def _stays(pair: Pair) -> list[SafeString]:
    """Return the row that stays, and what it says."""
    if pair.stays is None:
        return [lines([hidden_row(pair.proposal)]), lines(["–"])]
    shown = [row_link(pair.stays), stays_no_longer(pair.stays)]
    return [lines(filter(None, shown)), who_and_when(cells_in(pair.stays))]


def hidden_row(proposal: CleaningProposal) -> str:
    """Say that the row that stays is not shown to the reader."""
    return _("Row %(number)s, which you may not see.") % {"number": proposal.stays_number}


def stays_no_longer(stays: InsightsListRow) -> str:
    """Say that the row that was to stay is set aside, or may be, itself."""
    if stays.state == InsightsRowState.SET_ASIDE:
        return _("This row is set aside itself.")
    if stays.state == InsightsRowState.PROPOSED:
        return _("This row is proposed to be set aside itself, for another reason.")
    return ""


def _likeness(pair: Pair) -> SafeString:
    cells = cells_in(pair.row)
    if pair.stays is None or not cells:
        return lines([pair.proposal.because])
    compared = compare(cells, cells_in(pair.stays))
    return lines([*_in_words(compared), answers_in_words(pair.proposal)])


def _in_words(compared: Sequence[Compared]) -> list[Any]:
    told = {
        _("Differs: %(headings)s"): DIFFER,
        _("Given in one row only: %(headings)s"): frozenset({Likeness.ONE_BLANK}),
        _("Typed in another way: %(headings)s"): frozenset({Likeness.TYPED_OTHERWISE}),
    }
    words: list[Any] = [
        text % {"headings": ", ".join(lower_first(_(each)) for each in found)}
        for text, likeness in told.items()
        if (found := headings(compared, likeness))
    ]
    if headings(compared, DIFFER):
        words[0] = format_html("<strong>{}</strong>", words[0])
    return [*words, _("All else agrees.") if words else _("Both rows say the same.")]


def answers_in_words(proposal: CleaningProposal) -> str:
    """Return how many answers agree; which they are is not kept."""
    if proposal.answers_given is None:
        return ""
    if not proposal.answers_given:
        return _("There is no answer that both rows give.")
    return _("%(agree)s of the %(given)s answers that both give agree.") % {
        "agree": proposal.answers_agree,
        "given": proposal.answers_given,
    }


def comparison_table(
    row: InsightsListRow, stays: InsightsListRow, proposal: CleaningProposal
) -> dict[str, Any]:
    """Return two rows side by side, heading by heading."""
    compared = compare(cells_in(row), cells_in(stays))
    lines_of = [
        [_(each.heading), each.one or "–", each.other or "–", label(each.likeness)]
        for each in compared
    ]
    answers = [_("Answers"), "", "", answers_in_words(proposal)]
    return {
        "caption": _("Side by side"),
        "head": [
            _("Heading"),
            _("Row %(number)s") % {"number": row.number},
            _("Row %(number)s, which stays") % {"number": stays.number},
            _("How they compare"),
        ],
        "rows": table_rows([*lines_of, answers]),
        "first_cell_is_header": True,
    }


def row_table(cells: Mapping[str, str], heading_of: Mapping[str, str]) -> dict[str, Any]:
    """Return what one row says, heading by heading."""
    return {
        "caption": _("What the row says"),
        "rows": table_rows([[_(heading_of[key]), text or "–"] for key, text in cells.items()]),
        "first_cell_is_header": True,
    }


def done_in_words(rows: Sequence[InsightsListRow], shown: int) -> str:
    """Say how many rows of a page were set aside, and that others were decided meanwhile."""
    words = ngettext(
        "%(number)s row is set aside. It can be taken back.",
        "%(number)s rows are set aside. They can be taken back.",
        len(rows),
    ) % {"number": f"{len(rows):,}"}
    left = shown - len(rows)
    if not left:
        return words
    more = ngettext(
        "%(number)s had been decided meanwhile and was left as it is.",
        "%(number)s had been decided meanwhile and were left as they are.",
        left,
    ) % {"number": f"{left:,}"}
    return f"{words} {more}"


def relying_in_words(numbers: Sequence[int]) -> str:
    """Say which rows were, or may be, set aside in favour of a row that is now set aside."""
    if not numbers:
        return ""
    named = ", ".join(map(str, numbers[:20]))
    return ngettext(
        "It was to stay in the place of row %(named)s: look at that row again.",
        "It was to stay in the place of rows %(named)s: look at those rows again.",
        len(numbers),
    ) % {"named": named}
