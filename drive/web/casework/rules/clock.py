"""The ten months: where they begin, what is due in them, and what lengthens them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.clock import ChangeKind, ClockStart
from drive.web.core.dates import add_months

MONTHS_OF_WORK = 10

MONTHS_OF: Mapping[AssessmentPoint, int] = {
    AssessmentPoint.MONTH_3: 3,
    AssessmentPoint.MONTH_6: 6,
    AssessmentPoint.MONTH_9: 9,
    AssessmentPoint.CLOSURE: MONTHS_OF_WORK,
}
"""After how many months each point of the work comes."""

LONGEST: Mapping[ChangeKind, int] = {ChangeKind.EXTENSION: 6, ChangeKind.STEP_DOWN: 6}
"""The months that a change may add. Step-down lasts up to six (final report, line 257); an
extension, for which no length is printed, no longer than that."""

WORKING_DAYS_TO_DECIDE = 5


def clock_start(kind: ClockStart, *, allocated_on: date, opened_on: date) -> date:
    """Return the day from which the months are counted, as the site has it."""
    return opened_on if kind is ClockStart.OPENING else allocated_on


def points(start: date) -> dict[AssessmentPoint, date]:
    """Return the day of each point of the work."""
    return {point: add_months(start, months) for point, months in MONTHS_OF.items()}


def new_end(kind: ChangeKind, months: int, *, ends_on: date, today: date) -> date:
    """Return the planned end that a change leads to.

    An extension counts from the planned end, a step-down from the day on which it begins: the case
    stays open for up to six months more (final report, line 257).
    """
    return add_months(ends_on if kind is ChangeKind.EXTENSION else today, months)
