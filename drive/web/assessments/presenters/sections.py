"""Words of the sections: the task list, the check page, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.forms import Filled
from drive.web.assessments.queries import Content
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import time_in_words
from drive.web.people.models import Dyad
from drive.web.recording.models import Draft
from drive.web.recording.presenters import section_rows
from drive.web.recording.rules import Section


def title_of(section: Section, sections: Sequence[Section]) -> str:
    """Return the heading of a section: neutral, with a number where several are alike."""
    if section.towards is None:
        return gettext(section.title)
    alike = [each for each in sections if each.towards is not None]
    if len(alike) == 1:
        return gettext(section.title)
    return gettext("%(title)s (victim-survivor %(number)s of %(all)s)") % {
        "title": gettext(section.title),
        "number": alike.index(section) + 1,
        "all": len(alike),
    }


def towards_whom(section: Section, pairs: Mapping[str, Dyad]) -> str:
    """Return whom a section of abuse is about, for the page itself: never for its title."""
    pair = pairs.get(section.towards or "")
    return str(pair.victim_survivor.person) if pair else ""


def tasks(
    case: DriveCase,
    point: AssessmentPoint,
    sections: Sequence[Section],
    *,
    found: Filled,
    drafts: Mapping[str, Draft],
) -> list[dict[str, Any]]:
    """Return the items of the task list: each section, and what is still open in it."""
    return [
        {
            "title": {"text": title_of(section, sections)},
            "href": reverse("assessments:section", args=[case.pk, point, section.name]),
            "hint": {"text": gettext("Saved %s") % time_in_words(drafts[section.name].saved_at)}
            if section.name in drafts
            else None,
            "status": _status(
                sum(gap.section == section.name for gap in found.gaps), section.name in drafts
            ),
        }
        for section in sections
    ]


def _status(open_questions: int, begun: bool) -> dict[str, Any]:
    if not open_questions:
        return {"text": gettext("Completed")}
    if not begun:
        return {"tag": {"text": gettext("Not started"), "classes": "govuk-tag--grey"}}
    left = ngettext("%s unanswered", "%s unanswered", open_questions) % open_questions
    return {"tag": {"text": left, "classes": "govuk-tag--yellow"}}


def sections_of(
    sections: Sequence[Section], content: Content, pairs: Mapping[str, Dyad]
) -> list[dict[str, Any]]:
    """Return each section with the rows of its summary list."""
    return [
        {
            "name": section.name,
            "title": title_of(section, sections),
            "about": towards_whom(section, pairs),
            "rows": section_rows(section, content.answers, content.ratings),
        }
        for section in sections
    ]


def check_sections(
    case: DriveCase, point: AssessmentPoint, sections: Sequence[Section], found: Filled
) -> list[dict[str, Any]]:
    """Return each section with rows that can be changed."""
    return [
        {
            "name": section.name,
            "title": title_of(section, sections),
            "rows": section_rows(
                section,
                found.answers,
                found.ratings,
                change=reverse("assessments:section", args=[case.pk, point, section.name]),
            ),
        }
        for section in sections
    ]


def gap_links(case: DriveCase, point: AssessmentPoint, found: Filled) -> list[dict[str, str]]:
    """Return a link to each question that has neither an answer nor a reason."""
    return [
        {
            "text": gap.label,
            "href": reverse("assessments:section", args=[case.pk, point, gap.section])
            + f"#id_{gap.field}-value",
        }
        for gap in found.gaps
    ]


def differences(
    sections: Iterable[Section], mine: Content, theirs: Content
) -> list[list[dict[str, str]]]:
    """Return the rows of a table of what two people answered differently: asked, mine, theirs."""
    rows = []
    for section in sections:
        typed = _texts(section, mine)
        stands = _texts(section, theirs)
        for asked in dict.fromkeys([*typed, *stands]):
            here, there = typed.get(asked, ""), stands.get(asked, "")
            if here != there:
                rows.append([{"text": asked}, {"text": here}, {"text": there}])
    return rows


def _texts(section: Section, content: Content) -> dict[str, str]:
    return {
        row["key"]["text"]: row["value"].get("text", "")
        for row in section_rows(section, content.answers, content.ratings)
    }
