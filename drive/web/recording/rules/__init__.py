"""What follows from form definitions, licensed wordings, due days and versions of rows."""

from drive.web.recording.rules.completeness import (
    Asked,
    Completeness,
    asked_in,
    completeness_of,
    gaps,
    without_source,
)
from drive.web.recording.rules.definitions import (
    DEFINITIONS,
    FIRST,
    LEGACY,
    SECOND,
    definition,
    definition_named,
    in_force,
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
from drive.web.recording.rules.dues import Due
from drive.web.recording.rules.sections import (
    OWN_SCALE,
    Definition,
    Scale,
    Section,
    applies,
    unanswered,
)
from drive.web.recording.rules.versions import RecordedRow, check_seen
from drive.web.recording.rules.wording import problems_of, reworded

LONGEST_NOTE = 12_000
"""Characters of a note, of a case manager or of an Idva."""

__all__ = [
    "DEFINITIONS",
    "FIRST",
    "LEGACY",
    "LONGEST_NOTE",
    "OWN_SCALE",
    "PAGE",
    "SECOND",
    "SECRET",
    "WITHOUT_PLACE",
    "Asked",
    "Completeness",
    "Definition",
    "Due",
    "OpenPage",
    "RecordedRow",
    "Scale",
    "Section",
    "applies",
    "asked_in",
    "check_seen",
    "completeness_of",
    "definition",
    "definition_named",
    "gaps",
    "in_force",
    "own_words",
    "page_in",
    "problems_of",
    "reworded",
    "stand",
    "subject_of",
    "to_keep",
    "unanswered",
    "without_source",
]
