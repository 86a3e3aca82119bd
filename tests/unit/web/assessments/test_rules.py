"""When assessments are due and how complete they are."""

from datetime import date

import pytest

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import ValueStatus, known, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.assessments import rules
from drive.web.recording.rules import definition

LIVE = definition("assessment")
POINT = AssessmentPoint


@pytest.mark.parametrize(
    ("point", "day"),
    [
        (POINT.INTAKE, date(2016, 12, 28)),
        (POINT.MONTH_3, date(2017, 2, 28)),
        (POINT.MONTH_6, date(2017, 5, 30)),
        (POINT.MONTH_9, date(2017, 8, 30)),
        (POINT.CLOSURE, date(2017, 9, 30)),
    ],
)
def test_due_days_count_calendar_months_from_allocation(point: AssessmentPoint, day: date) -> None:
    assert rules.due_on(point, date(2016, 11, 30)) == day


def test_a_point_passed_over_is_no_longer_due() -> None:
    left = rules.still_due(date(2017, 1, 1), {POINT.INTAKE, POINT.MONTH_6})
    assert [each.point for each in left] == [POINT.MONTH_9, POINT.CLOSURE]
    assert rules.still_due(date(2017, 1, 1), {POINT.CLOSURE}) == []
    assert len(rules.still_due(date(2017, 1, 1), set())) == len(POINT)


def test_the_day_itself_is_not_overdue() -> None:
    due = rules.Due(due_on=date(2017, 6, 30), point=POINT.MONTH_3)
    assert not due.is_overdue(date(2017, 6, 30))
    assert due.is_overdue(date(2017, 7, 1))


def test_completeness_counts_known_reasoned_and_open_apart() -> None:
    rating = Rating(
        abuse_type=AbuseType.PHYSICAL,
        used=known("yes"),
        severity=unknown(ValueStatus.ASKED_NOT_KNOWN),
    )
    answers = {"need_alcohol": known("no"), "need_drugs": unknown(ValueStatus.NOT_ASKED)}
    counted = rules.completeness_of(LIVE, POINT.MONTH_3, answers, [rating])
    assert (counted.asked, counted.known, counted.reasoned, counted.open) == (23, 2, 2, 19)
    assert counted.percent_known == 8


def test_gaps_are_named_in_the_order_asked() -> None:
    answered = {question.key for question in LIVE.questions(POINT.MONTH_3)} - {"risk_children"}
    left = rules.gaps(LIVE, POINT.MONTH_3, answered, [AbuseType.PHYSICAL, AbuseType.SEXUAL])
    assert left == [
        "Risk to children since intake",
        "Harassment and stalking abuse",
        "Jealous and controlling abuse",
    ]


def test_severity_alone_is_no_answer_to_whether_it_was_used() -> None:
    rated = Rating(
        abuse_type=AbuseType.SEXUAL,
        used=unknown(ValueStatus.NOT_ASKED),
        severity=known(Severity.HIGH),
    )
    assert not rated.used.is_known
    assert rules.completeness_of(LIVE, POINT.MONTH_3, {}, [rated]).known == 1
