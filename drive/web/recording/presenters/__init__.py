"""What a form holds, in words."""

from drive.web.recording.presenters.answers import in_words, said_before, section_rows
from drive.web.recording.presenters.clash import clash_shown
from drive.web.recording.presenters.completeness import completeness_in_words, section_meters
from drive.web.recording.presenters.drafts import differing_rows, raw_values, saved_words

__all__ = [
    "clash_shown",
    "completeness_in_words",
    "differing_rows",
    "in_words",
    "raw_values",
    "said_before",
    "saved_words",
    "section_meters",
    "section_rows",
]
