"""When assessments are due and how complete they are."""

from datetime import date

import pytest

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import InformationSource, ValueStatus, known, unknown
from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import FIVE_POINTS, AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.assessments import rules
from drive.web.recording.rules import FIRST, SECOND, definition

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
    assert len(rules.still_due(date(2017, 1, 1), set())) == len(FIVE_POINTS)


def test_the_day_itself_is_not_overdue() -> None:
    due = rules.Due(due_on=date(2017, 6, 30), point=POINT.MONTH_3)
    assert not due.is_overdue(date(2017, 6, 30))
    assert due.is_overdue(date(2017, 7, 1))


def test_an_assessment_opens_two_weeks_before_its_day() -> None:
    due = rules.Due(due_on=date(2017, 6, 30), point=POINT.MONTH_3)
    assert due.opens_on == date(2017, 6, 16)
    assert not due.is_open(date(2017, 6, 15))
    assert due.is_open(date(2017, 6, 16))


def test_the_end_of_step_down_is_due_only_in_step_down() -> None:
    made = set(FIVE_POINTS)
    assert rules.still_due(date(2017, 1, 1), made) == []
    ends_on = date(2018, 5, 1)
    (last,) = rules.still_due(date(2017, 1, 1), made, step_down_ends_on=ends_on)
    assert (last.point, last.due_on) == (POINT.STEP_DOWN_END, ends_on)


@pytest.mark.parametrize(
    ("point", "day", "other"),
    [
        (POINT.CLOSURE, date(2017, 3, 1), POINT.MONTH_3),
        (POINT.CLOSURE, date(2017, 4, 1), None),
        (POINT.INTAKE, date(2017, 4, 2), POINT.MONTH_3),
        (POINT.INTAKE, date(2017, 1, 2), None),
    ],
)
def test_a_later_point_speaks_of_no_earlier_day(point, day: date, other) -> None:
    days = {POINT.MONTH_3: date(2017, 4, 1)}
    assert rules.contradicted(point, day, days.items()) is other


def asked_in(answers: dict, ratings: list[Rating], version: str = FIRST) -> list[rules.Asked]:
    sections = definition("assessment", version).sections(POINT.MONTH_3, ["her"])
    return rules.asked_in(sections, answers, ratings)


def test_completeness_counts_known_reasoned_and_open_apart() -> None:
    rating = Rating(
        abuse_type=AbuseType.PHYSICAL,
        used=known("yes"),
        severity=unknown(ValueStatus.ASKED_NOT_KNOWN),
    )
    answers = {"need_alcohol": known("no"), "need_drugs": unknown(ValueStatus.NOT_ASKED)}
    counted = rules.completeness_of(asked_in(answers, [rating]))
    assert (counted.asked, counted.known, counted.reasoned, counted.open) == (23, 2, 2, 19)
    assert counted.percent_known == 8


def test_what_is_not_asked_after_a_no_is_not_counted() -> None:
    without = asked_in({"need_alcohol": known("no")}, [], SECOND)
    with_need = asked_in({"need_alcohol": known("yes")}, [], SECOND)
    assert len(with_need) - len(without) == 2


def test_abuse_that_was_used_is_asked_in_depth() -> None:
    def rated(used: str) -> list[Rating]:
        return [
            Rating(
                abuse_type=AbuseType.SEXUAL,
                used=known(used),
                severity=known("none" if used == "no" else "high"),
                towards="her",
            )
        ]

    labels = {each.label for each in asked_in({}, rated("yes"), SECOND)}
    assert "Sexual abuse: when last" in labels
    assert "Sexual abuse: when last" not in {
        each.label for each in asked_in({}, rated("no"), SECOND)
    }


def test_gaps_are_named_in_the_order_asked() -> None:
    answers = {
        question.key: known("yes")
        for question in definition("assessment", FIRST).questions(POINT.MONTH_3)
        if question.key != "risk_children"
    }
    rated = [
        Rating(abuse_type=kind, used=known("no"), severity=known("none"))
        for kind in (AbuseType.PHYSICAL, AbuseType.SEXUAL)
    ]
    assert rules.gaps(asked_in(answers, rated)) == [
        "Harassment and stalking abuse",
        "Jealous and controlling abuse",
        "Risk to children since intake",
    ]


def test_only_what_is_known_and_stands_for_itself_needs_a_source() -> None:
    answers = {
        "need_alcohol": known("yes"),
        "level_of_need_alcohol": known("high"),
        "need_drugs": unknown(ValueStatus.NOT_ASKED),
        "need_housing": known("no", source=InformationSource.HOUSING),
    }
    left = rules.without_source(asked_in(answers, [], SECOND))
    assert left == ["Alcohol misuse: is there a need?"]


def test_severity_alone_is_no_answer_to_whether_it_was_used() -> None:
    rated = Rating(
        abuse_type=AbuseType.SEXUAL,
        used=unknown(ValueStatus.NOT_ASKED),
        severity=known(Severity.HIGH),
    )
    assert not rated.used.is_known
    assert rules.completeness_of(asked_in({}, [rated])).known == 1


def test_a_replaced_or_returned_version_is_never_accepted_later() -> None:
    transitions = rules.ASSESSMENT_TRANSITIONS
    assert set(transitions) == set(AssessmentState)
    assert transitions[AssessmentState.REPLACED] == ()
    for state in (AssessmentState.RETURNED, AssessmentState.ACCEPTED):
        assert transitions[state] == (AssessmentState.REPLACED,)


@pytest.mark.parametrize(
    ("accepted", "replaced", "state"),
    [
        (None, False, AssessmentState.SUBMITTED),
        (True, False, AssessmentState.ACCEPTED),
        (False, False, AssessmentState.RETURNED),
        (True, True, AssessmentState.REPLACED),
    ],
)
def test_where_a_version_stands(accepted, replaced: bool, state: AssessmentState) -> None:
    assert rules.state_of(accepted=accepted, is_replaced=replaced) is state
