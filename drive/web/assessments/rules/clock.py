"""When an assessment can be begun, when it is due, and when it is overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from drive.vocabulary.casework import FIVE_POINTS, AssessmentPoint
from drive.web.casework.rules.clock import MONTHS_OF
from drive.web.core.dates import add_months
from drive.web.recording.rules import Due

WEEKS_FOR_INTAKE = 4
UNTIL_INTAKE = f"+{7 * WEEKS_FOR_INTAKE} days"
UNTIL_NEXT = {made: f"+{MONTHS_OF[due]} months" for made, due in pairwise(FIVE_POINTS)} | {
    AssessmentPoint.CLOSURE: "",
    AssessmentPoint.STEP_DOWN_END: "",
}
"""The time from the start until the next point is due, by the last that was made, as databases
read it; after closure none is, unless the case is stepped down."""


def due_on(point: AssessmentPoint, allocated_on: date) -> date:
    """Return the day on which an assessment is due. Intake has four weeks from allocation."""
    if point is AssessmentPoint.INTAKE:
        return allocated_on + timedelta(weeks=WEEKS_FOR_INTAKE)
    return add_months(allocated_on, MONTHS_OF[point])


def still_due(
    allocated_on: date,
    made: Iterable[AssessmentPoint],
    *,
    step_down_ends_on: date | None = None,
) -> list[Due[AssessmentPoint]]:
    """Return what is still to be made, in order.

    A point that was passed over is no longer due once a later one was made: what was true
    then cannot be assessed now. The end of step-down is due only in a case that is stepped down,
    on the day on which that is planned to end.
    """
    order = list(AssessmentPoint)
    last = max((order.index(point) for point in made), default=-1)
    dues = [Due(due_on=due_on(each, allocated_on), point=each) for each in FIVE_POINTS]
    if step_down_ends_on is not None:
        dues.append(Due(due_on=step_down_ends_on, point=AssessmentPoint.STEP_DOWN_END))
    return [due for due in dues if order.index(due.point) > last]


def contradicted(
    point: AssessmentPoint, assessed_on: date, days: Iterable[tuple[AssessmentPoint, date]]
) -> AssessmentPoint | None:
    """Return the point with which the day of another cannot go together, or None.

    What comes later among the points cannot speak of an earlier day.
    """
    order = list(AssessmentPoint)
    for other, day in sorted(days, key=lambda each: order.index(each[0])):
        is_earlier = order.index(other) < order.index(point)
        is_later = order.index(other) > order.index(point)
        if (is_earlier and day > assessed_on) or (is_later and day < assessed_on):
            return other
    return None
