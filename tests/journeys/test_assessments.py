"""An assessment from its first question to a corrected version, and a rise on its way."""

from __future__ import annotations

from drive.vocabulary.casework import CaseState
from tests.cast import Cast
from tests.factories.casework import case_at
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import case_work
from tests.journeys.steps.signing_in import signs_in

HIS_NAME = "Perpetrator1 Synthetic"


def fills_in_two(desk: Desk) -> None:
    case_work.finds_the_case(desk, HIS_NAME)
    case_work.assesses(desk, "Intake", severity="moderate", day="1 2 2017")
    case_work.assesses(desk, "3 months", severity="high", day="20 4 2017")
    case_work.opens_a_tab(desk, "Overview")
    desk.sees("A level has risen", "Physical abuse: from moderate to high", "How it has gone")


def accepts_and_reviews(desk: Desk) -> None:
    case_work.finds_the_case(desk, HIS_NAME)
    case_work.opens_a_tab(desk, "Assessments")
    desk.follow("3 months")
    desk.follow("Accept or return")
    desk.choose("What do you decide?", "Return it to be put right")
    desk.press("Save the decision")
    desk.sees("There is a problem", "Say what has to be put right")
    desk.fill("What has to be put right, or what you noticed", "Housing is not clear.")
    desk.press("Save the decision")
    desk.sees("The decision was saved.", "Housing is not clear.")
    case_work.opens_a_tab(desk, "Overview")
    desk.follow("See the rises")
    desk.follow("Review")
    desk.fill("What did you find?", "The police were called twice.")
    desk.fill("What is done about it, by whom and by when?", "Brought to the Marac on Friday.")
    desk.choose("Whose risk does that reduce?", "The victim-survivor's")
    desk.press("Save the review")
    desk.sees("The review was saved.", "Reviewed")


def reads_of_it(desk: Desk) -> None:
    desk.follow("Read about a rise in abuse or risk")
    desk.sees("Physical abuse: from moderate to high")
    desk.does_not_see("The police were called twice.")
    desk.follow("Note that you have read of it")
    desk.press("I have read of it")
    desk.sees("Noted that you have read of it.")


def corrects_it(desk: Desk) -> None:
    case_work.finds_the_case(desk, HIS_NAME)
    case_work.opens_a_tab(desk, "Assessments")
    desk.follow("3 months")
    desk.sees("Returned", "Housing is not clear.")
    desk.follow("Correct by a new version")
    desk.press("Begin the new version")
    desk.follow("Needs")
    assert desk.is_answered("need_alcohol", "yes")
    desk.answer("need_housing", "yes")
    desk.answer("level_of_need_housing", "high")
    desk.answer("plan_for_need_housing", "referred")
    desk.press("Save and continue")
    case_work.opens_a_tab(desk, "Assessments")
    desk.follow("3 months")
    desk.follow("Correct by a new version")
    desk.follow("Check answers and submit")
    desk.press("Submit the assessment")
    desk.sees("The assessment was submitted.", "Referred to a service")
    desk.follow("Version 1")
    desk.sees("Replaced by a later version")
    desk.does_not_see("Referred to a service")


def sees_how_it_has_gone(desk: Desk) -> None:
    case_work.opens_a_tab(desk, "Assessments")
    desk.follow("How it has gone")
    desk.sees("Physical abuse", "Moderate", "High", "in words")


def test_an_assessment_is_filled_in_returned_and_taken_up_again(cast: Cast, at_desk: Desks) -> None:
    case_at(cast, CaseState.ACTIVE)
    case_manager = signs_in(at_desk(), cast.case_manager)
    fills_in_two(case_manager)
    sees_how_it_has_gone(case_manager)
    accepts_and_reviews(signs_in(at_desk(), cast.service_manager))
    reads_of_it(signs_in(at_desk(), cast.idva))
    corrects_it(case_manager)
