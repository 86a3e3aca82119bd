"""Which form comes next."""

from datetime import date

from drive.vocabulary.insights import OF_SUPPORT
from drive.web.insights.rules import order_problem, stages_open

INTAKE, REVIEW, EXIT = OF_SUPPORT
DAY, LATER = date(2017, 1, 10), date(2017, 3, 1)


def test_intake_comes_first_then_reviews_until_one_exit() -> None:
    assert stages_open([]) == [INTAKE]
    assert stages_open([INTAKE, REVIEW]) == [REVIEW, EXIT]
    assert stages_open([INTAKE, EXIT]) == []


def test_a_form_may_not_lie_before_the_intake() -> None:
    earlier = [(LATER, INTAKE)]
    assert order_problem(EXIT, DAY, opened_on=DAY, earlier=earlier)
    assert order_problem(EXIT, LATER, opened_on=DAY, earlier=earlier) is None
