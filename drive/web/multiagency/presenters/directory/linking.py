"""Telephone numbers, addresses and pages of the directory, as links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from drive.web.organisations.models import Agency, AgencyContact

_LINK = '<a class="govuk-link" href="{}">{}</a>'


def telephone_link(number: str) -> SafeString | str:
    """Return a number that a telephone rings when it is touched; what follows it is left out."""
    dialled = re.sub(r"[^\d+]", "", re.split(r"(?i)e?x", number)[0])
    return format_html('<a class="govuk-link" href="tel:{}">{}</a>', dialled, number)


def email_link(address: str) -> SafeString:
    """Return an address to which a mail can be begun."""
    return format_html('<a class="govuk-link" href="mailto:{}">{}</a>', address, address)


def reached_by(contact: AgencyContact) -> SafeString:
    """Return telephone and e-mail, each on a line of its own."""
    ways = []
    if contact.telephone:
        ways.append(telephone_link(contact.telephone))
    if contact.email:
        ways.append(email_link(contact.email))
    return lines(ways)


def agency_link(agency: Agency, text: str = "") -> SafeString:
    """Return a link to the page of an agency."""
    return format_html(
        _LINK, reverse("multiagency:directory_agency", args=[agency.pk]), text or agency.name
    )


def act_link(view: str, key: Any, text: str, of: str) -> SafeString:
    """Return a link to an act; `of` tells it from the same act on something else."""
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse(f"multiagency:{view}", args=key if isinstance(key, list) else [key]),
        text,
        of,
    )


def lines(texts: Iterable[Any]) -> SafeString:
    """Return several texts or links, each on a line of its own."""
    return format_html_join(SafeString("<br>"), "{}", ((text,) for text in texts))


def nobody() -> str:
    """Return what stands where nobody does."""
    return gettext("Nobody")
