"""Offices and the times taken, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.web.core.dates import LONDON
from drive.web.design_system.presenters import date_in_words
from drive.web.offices.models import Office, OfficeTime


def time_rows(times: Iterable[OfficeTime]) -> list[list[dict[str, Any]]]:
    """Return a row for each time that somebody took."""
    return [
        [
            {"text": each.office.name},
            {"text": in_words(each)},
            {
                "html": format_html(
                    '<a class="govuk-link" href="{}">{}</a>',
                    reverse("offices:give_free", args=[each.pk]),
                    gettext("Give free: %s") % in_words(each),
                )
            },
        ]
        for each in times
    ]


def in_words(taken: OfficeTime) -> str:
    """Return a day, from when and until when."""
    begins, ends = taken.starts_at.astimezone(LONDON), taken.ends_at.astimezone(LONDON)
    return f"{date_in_words(begins.date())}, {begins:%H:%M} to {ends:%H:%M}"


def office_rows(offices: Iterable[Office]) -> list[list[dict[str, Any]]]:
    """Return a row for each office."""
    return [[{"text": office.name}, {"text": office.site.name}] for office in offices]
