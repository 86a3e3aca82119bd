"""What follows from form definitions, licensed wordings and versions of rows."""

from drive.web.recording.rules.definitions import (
    DEFINITIONS,
    FIRST,
    LEGACY,
    OWN_SCALE,
    SECOND,
    Definition,
    Scale,
    Section,
    applies,
    definition,
    in_force,
    unanswered,
)
from drive.web.recording.rules.drafts import (
    PAGE,
    SECRET,
    WITHOUT_PLACE,
    OpenPage,
    own_words,
    page_in,
    stand,
    subject_of,
    to_keep,
)
from drive.web.recording.rules.versions import RecordedRow, check_seen
from drive.web.recording.rules.wording import problems_of, reworded

__all__ = [
    "DEFINITIONS",
    "FIRST",
    "LEGACY",
    "OWN_SCALE",
    "PAGE",
    "SECOND",
    "SECRET",
    "WITHOUT_PLACE",
    "Definition",
    "OpenPage",
    "RecordedRow",
    "Scale",
    "Section",
    "applies",
    "check_seen",
    "definition",
    "in_force",
    "own_words",
    "page_in",
    "problems_of",
    "reworded",
    "stand",
    "subject_of",
    "to_keep",
    "unanswered",
]
