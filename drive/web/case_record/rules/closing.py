"""What is still open on a case before it may be closed."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from drive.vocabulary.casework import AssessmentPoint
from drive.web.casework.rules import NonContact, may_stand
from drive.web.recording.rules import Definition


@dataclass(frozen=True)
class OpenItem:
    """Something to be done before a case can be closed; `name` says which page does it."""

    name: str
    words: str


def open_items(
    *,
    assessed: AbstractSet[AssessmentPoint],
    was_contacted: bool,
    at_closure: NonContact | None,
    definition: Definition,
    stepped_down: bool = False,
) -> list[OpenItem]:
    """Return what is open: the last assessment, and why there was never a contact."""
    found = []
    if stepped_down and AssessmentPoint.STEP_DOWN_END not in assessed:
        words = "The assessment at the end of step-down is not submitted."
        found.append(OpenItem("end_of_step_down", words))
    elif not stepped_down and AssessmentPoint.CLOSURE not in assessed:
        found.append(OpenItem("assessment", "The closure assessment is not submitted."))
    if not was_contacted and at_closure is None:
        found.append(
            OpenItem(
                "non_contact",
                "The service user was never contacted, and there is no reason for it at closure.",
            )
        )
    elif not was_contacted and at_closure and not _stands(at_closure, definition):
        found.append(
            OpenItem("non_contact", "“Contact planned or pending” cannot stand at closure.")
        )
    return found


def _stands(at_closure: NonContact, definition: Definition) -> bool:
    return may_stand(at_closure.reason, at_closure.point, definition)
