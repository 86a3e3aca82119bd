"""The tables of contact: who was reached by when, and why the others were not, point by point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from drive.vocabulary.casework import AssessmentPoint, NonContactReason

POINTS = (
    AssessmentPoint.MONTH_3,
    AssessmentPoint.MONTH_6,
    AssessmentPoint.MONTH_9,
    AssessmentPoint.CLOSURE,
)
"""When the reason for no contact is recorded (Year-1 report, line 1289)."""


@dataclass(frozen=True, kw_only=True)
class CaseContact:
    """What is known of contact on one case.

    Parameters
    ----------
    due : mapping of AssessmentPoint to datetime.date
        When each point of the case was, or will be; closure is the day on which it was closed.
    reached_on : datetime.date or None
        When the service user was reached first.
    reasons : mapping of AssessmentPoint to NonContactReason
        Why he had not been contacted, as it stood at each point.
    """

    due: Mapping[AssessmentPoint, date]
    reached_on: date | None
    reasons: Mapping[AssessmentPoint, NonContactReason] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AtPoint:
    """How contact stood at one point.

    Parameters
    ----------
    cases : int
        Those that have come to the point.
    contacted : int
        Those reached by then.
    reasons : Counter of NonContactReason
        Of those not reached by then, why.
    without_reason : int
        Those not reached by then for whom no reason was recorded.
    """

    point: AssessmentPoint
    cases: int
    contacted: int
    reasons: Counter[NonContactReason]
    without_reason: int


@dataclass(frozen=True, kw_only=True)
class ContactTables:
    """The tables of contact.

    Parameters
    ----------
    contacted, never : int
        Cases in which the service user was ever reached, and the others.
    points : tuple of AtPoint
        How contact stood at each point.
    unchanged : Counter of NonContactReason
        Of those never reached, whose reason stayed the same at every point at which one was given.
    changed_to : Counter of NonContactReason
        Of those whose reason changed, the last one.
    without_reason : int
        Those never reached for whom no reason was ever recorded.
    """

    contacted: int
    never: int
    points: tuple[AtPoint, ...]
    unchanged: Counter[NonContactReason]
    changed_to: Counter[NonContactReason]
    without_reason: int


def contact_tables(cases: Iterable[CaseContact], *, today: date) -> ContactTables:
    """Return the tables of contact of some cases, as they stand on a day."""
    found = list(cases)
    never = [case for case in found if case.reached_on is None]
    paths = [_path(case) for case in never]
    return ContactTables(
        contacted=len(found) - len(never),
        never=len(never),
        points=tuple(_at(point, found, today) for point in POINTS),
        unchanged=Counter(path[0] for path in paths if len(set(path)) == 1),
        changed_to=Counter(path[-1] for path in paths if len(set(path)) > 1),
        without_reason=sum(not path for path in paths),
    )


def _path(case: CaseContact) -> Sequence[NonContactReason]:
    return [case.reasons[point] for point in POINTS if point in case.reasons]


def _at(point: AssessmentPoint, cases: Sequence[CaseContact], today: date) -> AtPoint:
    there = [case for case in cases if point in case.due and case.due[point] <= today]
    open_still = [
        case for case in there if case.reached_on is None or case.reached_on > case.due[point]
    ]
    given = [case.reasons[point] for case in open_still if point in case.reasons]
    return AtPoint(
        point=point,
        cases=len(there),
        contacted=len(there) - len(open_still),
        reasons=Counter(given),
        without_reason=len(open_still) - len(given),
    )
