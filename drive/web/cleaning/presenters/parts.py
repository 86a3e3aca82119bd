"""The small parts that the tables of cleaning are made of."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.web.cleaning.models import InsightsList, InsightsListRow
from drive.web.cleaning.rules.states import DecisionReason, InsightsListState, InsightsRowState
from drive.web.design_system.presenters import label

_LIST_COLOURS = {
    InsightsListState.READING: "govuk-tag--light-blue",
    InsightsListState.UNREADABLE: "govuk-tag--red",
    InsightsListState.WAITING: "govuk-tag--yellow",
    InsightsListState.DECIDED: "govuk-tag--green",
    InsightsListState.DISCARDED: "govuk-tag--grey",
    InsightsListState.EXPIRED: "govuk-tag--grey",
}
_ROW_COLOURS = {
    InsightsRowState.PROPOSED: "govuk-tag--yellow",
    InsightsRowState.LOOK: "govuk-tag--red",
    InsightsRowState.SET_ASIDE: "govuk-tag--grey",
    InsightsRowState.KEPT: "govuk-tag--green",
    InsightsRowState.STAYS: "govuk-tag--blue",
}


def link(text: str, address: str, *, hidden: str = "") -> SafeString:
    """Return a link for a table cell; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def lines(texts: Iterable[Any]) -> SafeString:
    """Return texts one under the other, for a table cell."""
    return format_html_join(SafeString("<br>"), "{}", ((text,) for text in texts))


def list_tag(insights_list: InsightsList) -> dict[str, str]:
    """Return the tag that says where a list stands."""
    state = InsightsListState(insights_list.state)
    return {"text": label(state), "classes": _LIST_COLOURS[state]}


def tag(text: str, classes: str) -> SafeString:
    """Return a tag for a table cell."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', classes, text)


def row_standing(row: InsightsListRow) -> SafeString:
    """Return where a row stands, and why it was set aside."""
    state = InsightsRowState(row.state)
    shown = tag(label(state), _ROW_COLOURS[state])
    if not row.set_aside_reason:
        return shown
    return lines([shown, label(row.set_aside_reason, DecisionReason)])


def row_link(row: InsightsListRow, *, hidden: str = "") -> SafeString:
    """Return the link to a row."""
    address = reverse("cleaning:row", args=[row.insights_list_id, row.number])
    return link(_("Row %(number)s") % {"number": row.number}, address, hidden=hidden)


def who_and_when(cells: Mapping[str, str]) -> SafeString:
    """Return whom a row is about, and where and when: always as many lines, to be compared."""
    if not cells:
        return lines([_("Erased")])
    told = [
        _("Perpetrator: %(who)s") % {"who": _name(cells, "perpetrator")},
        _birth(cells, "perpetrator"),
        _("Victim-survivor: %(who)s") % {"who": _name(cells, "victim")},
        _birth(cells, "victim"),
        _("Marac: %(day)s") % {"day": cells["marac_on"] or _("no date")},
        _("Support from %(day)s") % {"day": cells["opened_on"] or _("no date")},
        _("Support to %(day)s") % {"day": cells["closed_on"] or _("no date")},
    ]
    return format_html('<span class="drive-lines">{}</span>', lines(told))


def _name(cells: Mapping[str, str], party: str) -> str:
    name = f"{cells[f'{party}_forename']} {cells[f'{party}_surname']}".strip()
    return name or _("no name")


def _birth(cells: Mapping[str, str], party: str) -> str:
    born = cells[f"{party}_born"]
    return _("born %(day)s") % {"day": born} if born else _("no birth date")


def lower_first(words: str) -> str:
    """Return words as they stand within a sentence; Marac keeps its capital."""
    return words if words.startswith("Marac") else words[:1].lower() + words[1:]
