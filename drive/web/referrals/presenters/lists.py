"""Words and component parameters of the pages of lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drive.web.design_system.presenters import (
    count_of,
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.presenters.parts import link, tag
from drive.web.referrals.queries import Outlook, Standing
from drive.web.referrals.rules.hearings import ReadHearing
from drive.web.referrals.rules.rows import Problem, ReadRow
from drive.web.referrals.rules.states import BatchState, RowState, SetAsideReason

_BATCH_COLOURS = {
    BatchState.READING: "govuk-tag--light-blue",
    BatchState.UNREADABLE: "govuk-tag--red",
    BatchState.WAITING: "govuk-tag--yellow",
    BatchState.CONFIRMING: "govuk-tag--light-blue",
    BatchState.CONFIRMED: "govuk-tag--green",
    BatchState.DISCARDED: "govuk-tag--grey",
    BatchState.EXPIRED: "govuk-tag--grey",
}
_ROW_COLOURS = {
    RowState.READY: "govuk-tag--blue",
    RowState.PROBLEM: "govuk-tag--red",
    RowState.SAVED: "govuk-tag--green",
    RowState.SET_ASIDE: "govuk-tag--grey",
}


def batch_tag(batch: ImportBatch) -> dict[str, str]:
    """Return the tag that says where a list stands."""
    state = BatchState(batch.state)
    return {"text": label(state), "classes": _BATCH_COLOURS[state]}


def lists_table(batches: Iterable[ImportBatch]) -> dict[str, Any]:
    """Return the table of imported lists."""
    rows = [
        [
            link(batch.file_name, reverse("referrals:list", args=[batch.pk])),
            batch.agency.name,
            time_in_words(batch.recorded_at),
            f"{batch.rows_in_all:,}",
            _erased(batch),
            tag(batch_tag(batch)["text"], batch_tag(batch)["classes"]),
        ]
        for batch in batches
    ]
    return {
        "caption": _("Imported lists"),
        "head": [_("List"), _("Marac"), _("Uploaded"), _("Rows"), _("Erased on"), _("State")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _erased(batch: ImportBatch) -> str:
    if batch.state == BatchState.DISCARDED or batch.state == BatchState.EXPIRED:
        return _("Erased")
    return date_in_words(batch.expires_on)


def batch_rows(batch: ImportBatch, counts: Mapping[RowState, int]) -> list[dict[str, Any]]:
    """Return the summary of a list."""
    rows = [
        summary_row(_("Marac"), f"{batch.agency.name}, {batch.agency.site.name}"),
        summary_row(_("File"), batch.file_name),
        summary_row(_("Uploaded"), f"{time_in_words(batch.recorded_at)}, {batch.recorded_by.name}"),
        summary_row(_("Erased on"), _erased(batch)),
    ]
    rows += [
        summary_row(label(state), count_of(number, "row", "rows"))
        for state, number in counts.items()
        if number
    ]
    return rows


def confirmation(counts: Mapping[RowState, int]) -> list[str]:
    """Return in words what confirming a list will do."""
    ready = counts[RowState.READY]
    words = [
        ngettext(
            "%(number)s row will be saved as a hearing.",
            "%(number)s rows will be saved as hearings.",
            ready,
        )
        % {"number": f"{ready:,}"}
    ]
    if counts[RowState.PROBLEM]:
        words.append(
            ngettext(
                "%(number)s row needs correcting. It stays in the list and can be confirmed later.",
                "%(number)s rows need correcting. They stay in the list and can be confirmed "
                "later.",
                counts[RowState.PROBLEM],
            )
            % {"number": f"{counts[RowState.PROBLEM]:,}"}
        )
    if counts[RowState.SET_ASIDE]:
        words.append(
            ngettext(
                "%(number)s row is set aside and will not be saved.",
                "%(number)s rows are set aside and will not be saved.",
                counts[RowState.SET_ASIDE],
            )
            % {"number": f"{counts[RowState.SET_ASIDE]:,}"}
        )
    return words


class ShownRow:
    """One row of a list with what is known about it when the page is made."""

    def __init__(
        self,
        row: ImportRow,
        read: ReadRow,
        *,
        problems: Sequence[Problem],
        outlook: Outlook | None,
        may_change: bool,
    ) -> None:
        self.row = row
        self.read = read
        self.problems = problems
        self.outlook = outlook
        self.may_change = may_change

    def cells(self, raw: Mapping[str, str]) -> list[Any]:
        """Return the cells of the row's line in the table."""
        state = RowState(self.row.state)
        return [
            self._number(),
            raw.get("heard_on", ""),
            _named(raw, "perpetrator"),
            _named(raw, "victim_survivor"),
            self._what_happens(),
            tag(label(state), _ROW_COLOURS[state]),
        ]

    def _number(self) -> Any:
        text = _("Row %(number)s") % {"number": self.row.number}
        if not self.may_change or self.row.state == RowState.SAVED:
            return text
        address = reverse("referrals:row", args=[self.row.batch_id, self.row.number])
        return link(text, address, hidden=_("see or correct"))

    def _what_happens(self) -> Any:
        if self.row.state == RowState.SAVED and self.row.hearing_id:
            return link(
                _("Hearing"),
                reverse("referrals:hearing", args=[self.row.hearing_id]),
                hidden=_("of row %(number)s") % {"number": self.row.number},
            )
        if self.row.state == RowState.SET_ASIDE:
            return label(self.row.set_aside_reason, SetAsideReason)
        if self.problems:
            return problems_html(self.problems)
        return outlook_in_words(self.read.hearing, self.outlook)


def _named(raw: Mapping[str, str], role: str) -> str:
    whole = raw.get(f"{role}_name", "")
    parts = [raw.get(f"{role}_{ending}", "") for ending in ("forename", "surname")]
    born = raw.get(f"{role}_born_on", "")
    name = " ".join(part for part in parts if part) or whole
    return f"{name}, {born}" if born else name


def problems_html(problems: Sequence[Problem]) -> SafeString:
    """Return the problems of a row as a list, each with the heading as typed."""
    items = format_html_join(
        "",
        "<li>{}</li>",
        (
            (f"“{problem.heading}”: {problem.words}" if problem.heading else problem.words,)
            for problem in problems
        ),
    )
    return format_html('<ul class="govuk-list">{}</ul>', items)


def outlook_in_words(hearing: ReadHearing | None, outlook: Outlook | None) -> str:
    """Return what will happen with a ready row."""
    if hearing is None or outlook is None:
        return ""
    his = _who(_("perpetrator"), outlook.perpetrator)
    hers = _who(_("victim-survivor"), outlook.victim_survivor)
    kind = (
        _("Repeat hearing, within 12 months of the last") if outlook.is_repeat else _("New hearing")
    )
    return f"{kind}: {his}, {hers}."


def _who(role: str, standing: Standing) -> str:
    if standing.known:
        return _("%(role)s known at this site") % {"role": role}
    if standing.earlier_in_list:
        return _("%(role)s named earlier in this list") % {"role": role}
    if standing.possible:
        possible = count_of(standing.possible, _("possible match"), _("possible matches"))
        words = _("%(role)s possibly known (%(possible)s, to be compared)")
        return words % {"role": role, "possible": possible}
    return _("new %(role)s") % {"role": role}


def rows_table(shown: Sequence[tuple[ShownRow, Mapping[str, str]]]) -> dict[str, Any]:
    """Return the table of a list's rows."""
    return {
        "caption": _("Rows of the list"),
        "hide_caption": True,
        "head": [
            _("Row"),
            _("Hearing"),
            _("Perpetrator"),
            _("Victim-survivor"),
            _("What will happen"),
            _("State"),
        ],
        "rows": table_rows([each.cells(raw) for each, raw in shown]),
        "first_cell_is_header": True,
    }
