"""The small parts that the pages of the panels have in common."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.vocabulary.panels import PanelCriterion, PanelVerdict
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of, label, table_rows
from drive.web.panels.models import PanelHearing

_COLOURS = {
    PanelVerdict.SELECTED: "govuk-tag--green",
    PanelVerdict.NOT_SELECTED: "govuk-tag--grey",
    PanelVerdict.ADJOURNED: "govuk-tag--yellow",
}


def link(text: str, address: str, *, hidden: str = "") -> SafeString:
    """Return a link; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def tag(text: str, colour: str = "") -> SafeString:
    """Return a tag."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def verdict_tag(verdict: str | None) -> SafeString:
    """Return what a panel says, as a tag."""
    if not verdict:
        return tag(_("Nothing yet"), "govuk-tag--blue")
    known = PanelVerdict(verdict)
    return tag(label(known), _COLOURS[known])


def criteria_in_words(criteria: Iterable[str]) -> str:
    """Return the criteria, one after the other."""
    return "; ".join(label(PanelCriterion(each)) for each in criteria) or _("None")


def who(entry: PanelHearing) -> list[Any]:
    """Return the cells that say who somebody is: the name leads to his page before the panel."""
    person = entry.perpetrator.person
    born = person.date_of_birth
    address = reverse("panels:decide", args=[entry.panel_id, entry.pk])
    return [link(person.name, address), in_words(born) if born else _("Not known")]


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Return a table whose first column names its rows."""
    return {
        "caption": caption,
        "head": list(head),
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def places(number: int) -> str:
    """Return ``1 place`` or ``2 places``."""
    return count_of(number, _("place"), _("places"))


def percent(p: float) -> str:
    """Return a probability as people read it."""
    return f"{p:.1%}"
