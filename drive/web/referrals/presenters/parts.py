"""The small parts that cells of a table are made of."""

from django.utils.html import format_html
from django.utils.safestring import SafeString


def link(text: str, address: str, *, hidden: str = "") -> SafeString:
    """Return a link for a table cell; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def tag(text: str, colour: str) -> SafeString:
    """Return a tag for a table cell."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)
