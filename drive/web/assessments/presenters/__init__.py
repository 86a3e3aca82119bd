"""Words of assessments."""

from drive.web.assessments.presenters.abuse import abuse_rows
from drive.web.assessments.presenters.completeness import fastest_rows
from drive.web.assessments.presenters.life import (
    colleagues_in_words,
    standing_rows,
    version_rows,
)
from drive.web.assessments.presenters.points import due_tag, point_rows, state_tag
from drive.web.assessments.presenters.rises import review_rows, rise_in_words, rise_lines
from drive.web.assessments.presenters.sections import (
    check_sections,
    differences,
    gap_links,
    sections_of,
    tasks,
    title_of,
    towards_whom,
)
from drive.web.recording.presenters import completeness_in_words, section_meters

__all__ = [
    "abuse_rows",
    "check_sections",
    "colleagues_in_words",
    "completeness_in_words",
    "differences",
    "due_tag",
    "fastest_rows",
    "gap_links",
    "point_rows",
    "review_rows",
    "rise_in_words",
    "rise_lines",
    "section_meters",
    "sections_of",
    "standing_rows",
    "state_tag",
    "tasks",
    "title_of",
    "towards_whom",
    "version_rows",
]
