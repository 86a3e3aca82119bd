"""What only the whole case can tell: what is open, and what happened in order."""

from __future__ import annotations

from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.models import Assessment
from drive.web.case_record import rules
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import non_contact
from drive.web.recording.rules import Definition


def open_items(case: DriveCase, definition: Definition) -> list[rules.OpenItem]:
    """Return what must be done before the case can be closed."""
    points = Assessment.objects.filter(drive_case=case).values_list("point", flat=True)
    closing = case.non_contacts.filter(point=AssessmentPoint.CLOSURE, superseded_by=None).first()
    return rules.open_items(
        assessed={AssessmentPoint(point) for point in points},
        was_contacted=case.contacts.filter(successful=True).exists(),
        at_closure=non_contact(closing) if closing else None,
        definition=definition,
    )
