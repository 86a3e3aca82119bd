"""When an assessment is due, and how complete it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.core.dates import add_months
from drive.web.recording.rules import Definition, unanswered

WEEKS_FOR_INTAKE = 4
MONTHS_TO = {
    AssessmentPoint.MONTH_3: 3,
    AssessmentPoint.MONTH_6: 6,
    AssessmentPoint.MONTH_9: 9,
    AssessmentPoint.CLOSURE: 10,
}
"""Calendar months from allocation to each point."""


@dataclass(frozen=True, kw_only=True, order=True)
class Due:
    """An assessment that is still to be made."""

    due_on: date
    point: AssessmentPoint

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on < today


def due_on(point: AssessmentPoint, allocated_on: date) -> date:
    """Return the day on which an assessment is due. Intake has four weeks from allocation."""
    if point is AssessmentPoint.INTAKE:
        return allocated_on + timedelta(weeks=WEEKS_FOR_INTAKE)
    return add_months(allocated_on, MONTHS_TO[point])


def still_due(allocated_on: date, made: Iterable[AssessmentPoint]) -> list[Due]:
    """Return what is still to be made, in order.

    A point that was passed over is no longer due once a later one was made: what was true
    then cannot be assessed now.
    """
    order = list(AssessmentPoint)
    last = max((order.index(point) for point in made), default=-1)
    return [Due(due_on=due_on(each, allocated_on), point=each) for each in order[last + 1 :]]


@dataclass(frozen=True, kw_only=True)
class Completeness:
    """How many of the questions asked are known, have a reason, or have neither."""

    asked: int
    known: int
    reasoned: int

    @property
    def open(self) -> int:
        """How many have neither an answer nor a reason."""
        return self.asked - self.known - self.reasoned

    @property
    def percent_known(self) -> int:
        """How many in a hundred are known, rounded down."""
        return self.known * 100 // self.asked if self.asked else 0


def completeness_of(
    definition: Definition,
    point: AssessmentPoint,
    answers: Mapping[str, Answer],
    ratings: Sequence[Rating],
) -> Completeness:
    """Count what is known of all that a definition asks at a point."""
    asked = definition.questions(point)
    given = [answers[each.key] for each in asked if each.key in answers]
    given += [answer for rating in ratings for answer in (rating.used, rating.severity)]
    known = sum(answer.is_known for answer in given)
    of_ratings = 2 * len(AbuseType) if has_ratings(definition, point) else 0
    return Completeness(asked=len(asked) + of_ratings, known=known, reasoned=len(given) - known)


def has_ratings(definition: Definition, point: AssessmentPoint) -> bool:
    """Return whether abuse is rated at a point."""
    return any(section.has_ratings for section in definition.stages[point])


def gaps(
    definition: Definition,
    point: AssessmentPoint,
    answers: Iterable[str],
    rated: Iterable[AbuseType],
) -> list[str]:
    """Return the labels of what has neither an answer nor a reason."""
    left = [each.label for each in unanswered(definition.questions(point), set(answers))]
    if has_ratings(definition, point):
        done = set(rated)
        left += [f"{kind.label} abuse" for kind in AbuseType if kind not in done]
    return left
