"""The row of links that logs a piece of work from any page of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.casework.forms.presets import PRESETS, preset_named
from drive.web.casework.models import DriveCase


def shortcuts(case: DriveCase, actor: User, *, state: CaseState) -> list[dict[str, Any]]:
    """Return the links that open the quick log, each filled in for one kind of work."""
    if not may(actor, "casework.write_note") or state is CaseState.CLOSED:
        return []
    return [
        {
            "text": gettext(preset.text),
            "href": address(case, kind=preset.name),
            "accesskey": str(number),
        }
        for number, preset in enumerate(PRESETS, start=1)
    ]


def address(case: DriveCase, *, kind: str) -> str:
    """Return where a piece of work of one kind is logged."""
    return f"{reverse('casework:add_note', args=[case.pk])}?{urlencode({'kind': kind})}"


def log_another(case: DriveCase, asked: Mapping[str, Any]) -> SafeString:
    """Return that it was saved, with a way to log the next piece of work at once."""
    preset = preset_named(asked.get("kind", ""))
    return format_html(
        '{} <a class="govuk-notification-banner__link" href="{}">{}</a>',
        gettext("Note saved."),
        address(case, kind=preset.name if preset else "other"),
        gettext("Log another"),
    )
