"""Notes, and the work coded on them, in words."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    Channel,
    Intent,
    WorkMode,
)
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


def work_in_words(note: CaseNote) -> str:
    """Return what was coded on a note: activities, then mode and aim."""
    tags = list(note.tags.all())
    if not tags:
        return ""
    done = ", ".join(label(ActivityCode(tag.activity)) for tag in tags)
    how = label(WorkMode(tags[0].mode))
    aim = f", {lowered(label(Intent(tags[0].intent)))}" if tags[0].intent else ""
    return f"{done} ({lowered(how)}{aim})"
