"""Words of assessments: colours never say anything alone."""

from datetime import date

import pytest

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import InformationSource as Who
from drive.vocabulary.answers import ValueStatus, known, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.assessments import presenters, rules
from drive.web.assessments.queries import Content
from drive.web.recording.rules import definition

TODAY = date(2017, 6, 30)


@pytest.mark.parametrize(
    ("day", "words", "colour"),
    [
        (date(2017, 6, 3), "Overdue since 3 June 2017", "red"),
        (date(2017, 6, 30), "Due 30 June 2017", "yellow"),
        (date(2017, 7, 14), "Due 14 July 2017", "yellow"),
        (date(2017, 7, 15), "Due 15 July 2017", "grey"),
    ],
)
def test_a_due_day_is_said_in_words(day: date, words: str, colour: str) -> None:
    due = rules.Due(due_on=day, point=AssessmentPoint.MONTH_3)
    assert presenters.due_tag(due, TODAY) == {"text": words, "classes": f"govuk-tag--{colour}"}


def test_nothing_due_has_no_tag() -> None:
    assert presenters.due_tag(None, TODAY) is None


def test_completeness_says_known_reasoned_and_open() -> None:
    counted = rules.Completeness(asked=23, known=12, reasoned=8)
    assert presenters.completeness_in_words(counted) == (
        "12 of 23 answers known (52%); 8 not known, with a reason; 3 still unanswered."
    )


def test_abuse_at_intake_stands_beside_abuse_now() -> None:
    declined = unknown(ValueStatus.DECLINED)
    then = Rating(abuse_type=AbuseType.PHYSICAL, used=known("yes"), severity=known("high"))
    now = Rating(abuse_type=AbuseType.PHYSICAL, used=known("no"), severity=declined)
    rows = presenters.abuse_rows(
        Content(answers={}, ratings=[then]), Content(answers={}, ratings=[now])
    )
    assert [cell["text"] for cell in rows[0]] == [
        "Physical",
        "Used: Yes. Severity: High.",
        "Used: No. Severity: Declined to answer.",
    ]
    assert [cell["text"] for cell in rows[1]] == ["Sexual", "Not assessed", "Not assessed"]


def test_an_old_rating_of_nobody_named_stands_in_one_row_a_type() -> None:
    content = Content(answers={}, ratings=[])
    assert len(presenters.abuse_rows(content, content)) == len(AbuseType)


def test_two_victim_survivors_have_rows_of_their_own() -> None:
    ratings = [
        Rating(
            abuse_type=AbuseType.PHYSICAL, used=known("yes"), severity=known(level), towards=pair
        )
        for pair, level in (("first", "high"), ("second", "standard"))
    ]
    rows = presenters.abuse_rows(None, Content(ratings=ratings))
    assert len(rows) == 2 * len(AbuseType)
    assert rows[0][0]["text"] == "Physical (victim-survivor 1)"
    assert rows[4][0]["text"] == "Physical (victim-survivor 2)"
    assert "Standard" in rows[4][2]["text"]


def test_whom_to_ask_names_a_few_questions_and_counts_the_rest() -> None:
    asked = [
        rules.Asked(
            section="needs", label=f"Question {number}", answer=None, likely=(Who.PROBATION,)
        )
        for number in range(8)
    ]
    (row,) = presenters.fastest_rows(asked)
    assert (row["who"], row["gained"]) == ("Probation", "8 answers")
    assert row["ask"].endswith("Question 5; and 2 more")
    assert row["remind"] == ""


def test_where_two_people_differ_is_shown_question_by_question() -> None:
    sections = definition("assessment").sections("month_3")
    mine = Content(answers={"need_alcohol": known("no"), "need_drugs": known("yes")})
    theirs = Content(answers={"need_alcohol": known("yes"), "need_drugs": known("yes")})
    rows = presenters.differences(sections, mine, theirs)
    assert [cell["text"] for cell in rows[0]] == [
        "Alcohol misuse: is there a need?",
        "No",
        "Yes",
    ]
    assert all("Substance misuse: is there" not in row[0]["text"] for row in rows)
