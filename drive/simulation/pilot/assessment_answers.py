"""What the assessments of a completed case answer.

The old form asked for four needs only, and the profile once. Contact made at closure is
printed; engagement, type of contact and the contact made by an earlier point are not.
"""

from __future__ import annotations

from datetime import date

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.records import ContactRecord
from drive.vocabulary.answers import Answer, ValueStatus, YesNo, known, unknown
from drive.vocabulary.casework import AssessmentPoint, ContactType, EngagementLevel

Answers = dict[str, Answer]


def answers_at(
    case: CompletedCase,
    point: AssessmentPoint,
    day: date,
    contacts: tuple[ContactRecord, ...],
) -> Answers:
    """Return the answers of one assessment by question key."""
    answers: Answers = {}
    if point is AssessmentPoint.INTAKE:
        answers |= _profile(case) | _needs(case)
    answers |= _contact(case, point, [each for each in contacts if each.contacted_on <= day])
    if point is AssessmentPoint.CLOSURE:
        answers["risk_victim_survivor"] = _answer(case.risk)
    return answers


def _answer(value: str | None, *, reconstructed: bool = False) -> Answer:
    if value is None:
        return unknown(ValueStatus.NOT_RECORDED_LEGACY)
    return known(value, reconstructed=reconstructed)


def _profile(case: CompletedCase) -> Answers:
    answers = {}
    for question, pair in case.profile.items():
        # The rows of two tables add up to 47: the one left over has no printed word.
        value, label = pair or (None, "")
        answers[question] = _answer(value, reconstructed=not label)
    # That offences are unknown for four is our reading of the printed Fisher p.
    missing = unknown(ValueStatus.NOT_RECORDED_LEGACY, reconstructed=True)
    answers["previous_offences"] = known(case.offences) if case.offences else missing
    return answers


def _needs(case: CompletedCase) -> Answers:
    return {f"need_{need}": _answer(value) for need, value in case.needs.items()}


def _contact(case: CompletedCase, point: AssessmentPoint, so_far: list[ContactRecord]) -> Answers:
    if not case.contacted:
        return {
            "contact_made": known(YesNo.NO),
            "contact_type": unknown(ValueStatus.NOT_APPLICABLE),
            "engagement": unknown(ValueStatus.NOT_APPLICABLE),
        }
    at_closure = point is AssessmentPoint.CLOSURE
    if not so_far:
        return {
            "contact_made": known(YesNo.NO, reconstructed=True),
            "contact_type": unknown(ValueStatus.NOT_APPLICABLE, reconstructed=True),
            "engagement": unknown(ValueStatus.NOT_APPLICABLE, reconstructed=True),
        }
    return {
        "contact_made": known(YesNo.YES, reconstructed=not at_closure),
        "contact_type": known(_main_type(so_far), reconstructed=True),
        "engagement": known(_engagement(case, so_far), reconstructed=True),
    }


def _main_type(contacts: list[ContactRecord]) -> ContactType:
    types = [each.contact_type for each in contacts]
    return max(ContactType, key=types.count)


def _engagement(case: CompletedCase, so_far: list[ContactRecord]) -> EngagementLevel:
    if case.behaviour_change and len(so_far) > 4:
        return EngagementLevel.FULL
    return EngagementLevel.PARTIAL if len(so_far) > 2 else EngagementLevel.NOT_ENGAGED
