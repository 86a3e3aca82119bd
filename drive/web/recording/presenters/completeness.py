"""How much of a form is known, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from drive.web.recording.rules import Asked, Completeness, completeness_of


def completeness_in_words(counted: Completeness) -> str:
    """Return how much is known, what has a reason, and what has neither."""
    parts = [
        gettext("%(known)s of %(asked)s answers known (%(percent)s%%)")
        % {"known": counted.known, "asked": counted.asked, "percent": counted.percent_known},
        gettext("%s not known, with a reason") % counted.reasoned,
    ]
    if counted.open:
        parts.append(gettext("%s still unanswered") % counted.open)
    return "; ".join(parts) + "."


def section_meters(
    titles: Sequence[tuple[str, str]], asked: Sequence[Asked]
) -> list[dict[str, Any]]:
    """Return, for each section by name and title, how much of it is known."""
    return [
        {
            "name": name,
            "title": title,
            "counted": counted,
            "words": gettext("%(known)s of %(asked)s known")
            % {"known": counted.known, "asked": counted.asked},
        }
        for name, title in titles
        for counted in [completeness_of(each for each in asked if each.section == name)]
    ]
