"""Every change of an assessment: submitting, deciding, correcting, and rises."""

from drive.web.assessments.actions.deciding import decide, take_up_again
from drive.web.assessments.actions.rising import note_rises_read, review_rise
from drive.web.assessments.actions.submitting import submit

__all__ = ["decide", "note_rises_read", "review_rise", "submit", "take_up_again"]
