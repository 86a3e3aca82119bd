"""The small parts that the pages about who is who have in common."""

import re
from datetime import date, datetime
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from drive.vocabulary.identity import CandidateState
from drive.web.core.dates import in_words
from drive.web.core.working_days import working_days_between
from drive.web.design_system.presenters import count_of, label
from drive.web.people.models import PersonMention

_STATE_COLOURS = {
    CandidateState.OPEN: "govuk-tag--yellow",
    CandidateState.SECOND: "govuk-tag--light-blue",
    CandidateState.DISAGREED: "govuk-tag--orange",
    CandidateState.SETTLED: "govuk-tag--grey",
}

_ISO = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def link(text: str, address: str, *, hidden: str = "") -> SafeString:
    """Return a link; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def tag(text: str, colour: str = "") -> SafeString:
    """Return a tag."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def state_tag(state: str) -> SafeString:
    """Return how far a question has come."""
    known = CandidateState(state)
    return tag(label(known), _STATE_COLOURS[known])


def lines(texts: list[Any]) -> Any:
    """Return texts one below the other, each once."""
    each_once = list(dict.fromkeys(map(str, texts)))
    return format_html_join("", "<div>{}</div>", ((text,) for text in each_once))


def held_in_words(since: datetime, today: date) -> str:
    """Return ``3 working days``, or ``since today``."""
    days = working_days_between(localtime(since).date(), today)
    return count_of(days, "working day", "working days") if days else _("since today")


def born_in_words(typed: str) -> str:
    """Return a birth date as it was typed, or that there is none.

    What was read from a form or a workbook has no writing of its own and is said in words.
    """
    if not typed:
        return _("Not known")
    return in_words(date.fromisoformat(typed)) if _ISO.fullmatch(typed) else typed


def source_in_words(mention: PersonMention) -> str:
    """Return where somebody was typed: the list, and the row if the list numbers them."""
    row = mention.source_row.rpartition(":")[2]
    if not row.isdigit():
        return mention.source
    return _("%(source)s, row %(row)s") % {"source": mention.source, "row": row}


def name_of(mention: PersonMention) -> str:
    """Return a name as it was typed."""
    return f"{mention.forename} {mention.surname}".strip()
