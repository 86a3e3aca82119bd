"""The 198 Drive cases: the 48 completed with their assessments, 150 that are still open."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.assessment_answers import answers_at
from drive.simulation.pilot.case_events import contacts_of, non_contacts_of, work_of
from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dates import COMPLETED_BY, working_day
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.rating_records import rating_records
from drive.simulation.pilot.records import AssessmentRecord, ContactRecord, DriveCaseRecord
from drive.vocabulary.casework import AssessmentPoint, CaseState, ClosureReason

_DAYS_TO_POINT = {
    AssessmentPoint.MONTH_3: 91,
    AssessmentPoint.MONTH_6: 182,
    AssessmentPoint.MONTH_9: 273,
}
_LABELLED = ("ethnicity", "victim_survivor_ethnicity")


def drive_case(draft: Draft, rng: np.random.Generator) -> DriveCaseRecord:
    """Return the Drive case of one perpetrator of the Drive arm."""
    opened = draft.allocated_on + timedelta(days=int(rng.integers(0, 8)))
    opened_on = working_day(opened) if opened.weekday() < 5 else opened + timedelta(days=2)
    key = f"{draft.key}-case"
    if draft.completed is None:
        # Nothing of an open case is printed: it has no assessment here.
        return DriveCaseRecord(key=key, opened_on=opened_on, state=CaseState.ACTIVE)
    return _completed_case(draft.completed, key, opened_on, rng)


def _completed_case(
    case: CompletedCase, key: str, opened_on: date, rng: np.random.Generator
) -> DriveCaseRecord:
    # About ten months (Year-1 report, line 57), and before the end of April 2017.
    closed_on = min(
        working_day(opened_on + timedelta(days=int(rng.integers(288, 306)))), COMPLETED_BY
    )
    contacts = contacts_of(case, key, opened_on, rng)
    days = _days(opened_on, closed_on, rng)
    return DriveCaseRecord(
        key=key,
        opened_on=opened_on,
        state=CaseState.CLOSED,
        closed_on=closed_on,
        closure_reason=ClosureReason.COMPLETED,
        assessments=tuple(
            _assessment(case, key, point=point, day=day, contacts=contacts)
            for point, day in days.items()
        ),
        non_contacts=non_contacts_of(case, key, days),
        contacts=contacts,
        work=work_of(case, key, contacts, rng),
    )


def _days(
    opened_on: date, closed_on: date, rng: np.random.Generator
) -> dict[AssessmentPoint, date]:
    intake_on = working_day(opened_on + timedelta(days=int(rng.integers(5, 22))))
    reviews = {
        point: working_day(opened_on + timedelta(days=days + int(rng.integers(-4, 5))))
        for point, days in _DAYS_TO_POINT.items()
    }
    return {AssessmentPoint.INTAKE: intake_on, **reviews, AssessmentPoint.CLOSURE: closed_on}


def _assessment(
    case: CompletedCase,
    key: str,
    *,
    point: AssessmentPoint,
    day: date,
    contacts: tuple[ContactRecord, ...],
) -> AssessmentRecord:
    rated = point in {AssessmentPoint.INTAKE, AssessmentPoint.CLOSURE}
    at_exit = point is AssessmentPoint.CLOSURE
    return AssessmentRecord(
        key=f"{key}-{point}",
        point=point,
        assessed_on=day,
        answers=answers_at(case, point, day, contacts),
        ratings=rating_records(case.ratings, at_exit=at_exit) if rated else (),
        source_labels=_labels(case) if point is AssessmentPoint.INTAKE else {},
    )


def _labels(case: CompletedCase) -> dict[str, str]:
    """Return the source's own words for the ethnic groups that it coded in its own way."""
    told = {question: case.profile[question] for question in _LABELLED}
    return {question: pair[1] for question, pair in told.items() if pair and pair[1]}
