"""What is missing, counted for monitoring: by question, reason, site and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.casework import AssessmentPoint, NonContactReason
from drive.web.accounts.models import User
from drive.web.assessments import rules
from drive.web.assessments.models import AbuseRating, Assessment, AssessmentAnswer
from drive.web.assessments.queries.content import content_of, sections_in
from drive.web.assessments.queries.points import standing
from drive.web.casework.models import NonContactRecord, SuContact

GRID_POINTS = (
    AssessmentPoint.MONTH_3,
    AssessmentPoint.MONTH_6,
    AssessmentPoint.MONTH_9,
    AssessmentPoint.CLOSURE,
)
"""The points at which the reason for no contact is told (Year-1 report, lines 1283-1295)."""

_OF_A_RATING = ("used", "severity", "frequency", "last_on", "trend")
_SITE = "assessment__drive_case__site"


class Cell(NamedTuple):
    """How often one question has one status, at a site, in the month assessed."""

    question: str
    status: ValueStatus
    site: UUID
    month: date
    # A tuple has a method of this name, which nobody calls here.
    count: int  # type: ignore[assignment]


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """One point of the grid of contact: how many were contacted, and why the others were not."""

    point: AssessmentPoint
    contacted: int
    reasons: dict[NonContactReason, int]
    no_reason: int


def missing_cells(
    actor: User, *, since: date | None = None, until: date | None = None
) -> list[Cell]:
    """Return how often each question of the assessments in reach is known, or why it is not.

    Only what has a row is counted: questions that an old form left without any are in no cell.
    The parts of a rating are named `used_physical`, `severity_physical` and so on. A fixed number
    of queries, however many assessments there are.
    """
    made = _between(standing(actor), since, until).values("pk")
    answers = AssessmentAnswer.objects.filter(assessment__in=made)
    cells = list(_counted(answers, name="question", status="status"))
    for part in _OF_A_RATING:
        rated = AbuseRating.objects.filter(assessment__in=made)
        rated = rated.exclude(**{f"{part}_status": ""})
        cells += _counted(rated, name="abuse_type", status=f"{part}_status", prefix=f"{part}_")
    return cells


def _between(
    rows: QuerySet[Assessment], since: date | None, until: date | None
) -> QuerySet[Assessment]:
    rows = rows.filter(assessed_on__gte=since) if since else rows
    return rows.filter(assessed_on__lte=until) if until else rows


def _counted(rows: QuerySet[Any], *, name: str, status: str, prefix: str = "") -> Iterator[Cell]:
    grouped = (
        rows.order_by()
        .values(name, status, _SITE, month=TruncMonth("assessment__assessed_on"))
        .annotate(count=Count("pk"))
        .order_by(name, status, _SITE, "month")
    )
    for row in grouped:
        yield Cell(
            question=f"{prefix}{row[name]}",
            status=ValueStatus(row[status]),
            site=row[_SITE],
            month=row["month"],
            count=row["count"],
        )


def fastest_over(assessments: Iterable[Assessment]) -> Counter[str]:
    """Return how many answers each kind of informant could bring to some assessments.

    For the page of monitoring: `rules.fastest` of each, added up, by InformationSource.
    """
    gained: Counter[str] = Counter()
    for assessment in assessments:
        content = content_of(assessment)
        sections = sections_in(assessment, content)
        asked = rules.asked_in(sections, content.answers, content.ratings)
        for each in rules.fastest(asked):
            gained[each.who] += each.gained
    return gained


def contact_grid(actor: User) -> list[GridRow]:
    """Return, for each of four points, who was contacted by then and why the others were not.

    Four by five: contacted, the three reasons, and no reason recorded. It counts the cases in
    reach that were assessed at the point.
    """
    assessed = standing(actor).filter(point__in=GRID_POINTS)
    rows = list(assessed.values_list("drive_case", "point", "assessed_on"))
    cases = {case for case, _, _ in rows}
    reached = _first_contacts(cases)
    reasons = {
        (case, point): reason
        for case, point, reason in NonContactRecord.objects.visible_to(actor)
        .filter(drive_case__in=cases, superseded_by=None)
        .values_list("drive_case", "point", "reason")
    }
    return [_row(point, rows, reached, reasons) for point in GRID_POINTS]


def _first_contacts(cases: set[UUID]) -> dict[UUID, date]:
    made = SuContact.objects.filter(drive_case__in=cases, successful=True)
    first: dict[UUID, date] = {}
    for case, day in made.order_by("happened_on").values_list("drive_case", "happened_on"):
        first.setdefault(case, day)
    return first


def _row(
    point: AssessmentPoint,
    rows: Iterable[tuple[UUID, str, date]],
    reached: dict[UUID, date],
    reasons: dict[tuple[UUID, str], str],
) -> GridRow:
    at_point = [(case, day) for case, at, day in rows if at == point]
    contacted = [case for case, day in at_point if case in reached and reached[case] <= day]
    others = [case for case, _ in at_point if case not in contacted]
    given = Counter(reasons.get((case, str(point)), "") for case in others)
    return GridRow(
        point=point,
        contacted=len(contacted),
        reasons={reason: given[reason] for reason in NonContactReason},
        no_reason=given[""],
    )
