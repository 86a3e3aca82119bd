"""Words of assessments: colours never say anything alone."""

from datetime import date

import pytest

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import ValueStatus, known, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.assessments import presenters, rules
from drive.web.assessments.queries import Content

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
