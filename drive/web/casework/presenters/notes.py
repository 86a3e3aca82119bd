"""Notes, and the work coded on them, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    Channel,
    Intent,
    WorkMode,
)
from drive.vocabulary.work import Attribution, Direction, LinkedTo, WorkOutcome
from drive.web.casework import queries
from drive.web.casework.models import (
    CaseNote,
)
from drive.web.casework.presenters.contact import lowered
from drive.web.design_system.presenters import label


def note_card(note: CaseNote, *, additions: bool = True) -> dict[str, Any]:
    """Return one note for the page: text, who and when, what was coded, and what was added."""
    return {
        "id": note.pk,
        "on": note.happened_on,
        "channel": label(Channel(note.channel)),
        "with": with_whom(note),
        "outcome": label(WorkOutcome(note.outcome)) if note.outcome else "",
        "belongs_to": label(LinkedTo(note.linked_kind)) if note.linked_kind else "",
        "text": queries.text_of(note),
        "sealed": bool(note.sealed_text),
        "told_by": label(InformationSource(note.informant)) if note.informant else "",
        "by": note.recorded_by.name,
        "recorded_at": note.recorded_at,
        "work": work_in_words(note),
        "minutes": note.minutes,
        "additions": [
            note_card(each, additions=False)
            for each in sorted(note.corrections.all(), key=lambda one: one.recorded_at)
        ]
        if additions
        else [],
    }


def with_whom(note: CaseNote) -> str:
    """Return with whom a piece of work was done: the agency, who there, and who got in touch."""
    agency = note.agency.name if note.agency else ""
    if not agency and note.agency_kind:
        agency = label(AgencyType(note.agency_kind))
    direction = label(Direction(note.direction)) if note.direction else ""
    parts = [agency, queries.who_in(note), lowered(direction)]
    return ", ".join(part for part in parts if part)


def work_in_words(note: CaseNote) -> str:
    """Return what was coded on a note: activities, then mode and aim, then whose doing it was."""
    tags = sorted(note.tags.all(), key=lambda tag: _ORDER.index(ActivityCode(tag.activity)))
    if not tags:
        return ""
    done = ", ".join(label(ActivityCode(tag.activity)) for tag in tags)
    how = " / ".join(sorted({lowered(label(WorkMode(tag.mode))) for tag in tags}))
    aim = f", {lowered(label(Intent(tags[0].intent)))}" if tags[0].intent else ""
    due = {label(Attribution(tag.attribution)) for tag in tags if tag.attribution}
    doing = f". {gettext('Without Drive?')} {'; '.join(sorted(due))}" if due else ""
    return f"{done} ({how}{aim}){doing}"


_ORDER = list(ActivityCode)
