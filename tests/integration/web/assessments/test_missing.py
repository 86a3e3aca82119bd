"""What is missing, counted by question, reason, site and month; and the grid of contact."""

from datetime import date

import pytest

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.casework import AssessmentPoint, NonContactReason
from drive.web.assessments.queries import contact_grid, fastest_over, missing_cells, standing
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with

pytestmark = pytest.mark.django_db

APRIL = date(2017, 4, 20)
MONTH_3 = AssessmentPoint.MONTH_3


def test_each_question_is_counted_by_reason_site_and_month(
    cast: Cast, django_assert_num_queries
) -> None:
    for number in (1, 2):
        assessment_at(cast, case_at(cast, number=number), need_alcohol="yes")
    assessment_at(cast, case_at(cast, number=3), MONTH_3, assessed_on=APRIL)
    with django_assert_num_queries(7):
        cells = missing_cells(cast.service_manager)
    alcohol = {
        (cell.status, cell.month): cell.count for cell in cells if cell.question == "need_alcohol"
    }
    assert alcohol == {
        (ValueStatus.KNOWN, date(2017, 2, 1)): 2,
        (ValueStatus.NOT_ASKED, date(2017, 4, 1)): 1,
    }
    assert {cell.site for cell in cells} == {cast.essex.pk}
    severity = [cell for cell in cells if cell.question == "severity_physical"]
    assert sum(cell.count for cell in severity) == 3
    later = missing_cells(cast.service_manager, since=date(2017, 4, 1))
    assert {cell.month for cell in later} == {date(2017, 4, 1)}
    assert missing_cells(cast.idva) == []


def test_whom_to_ask_is_added_up_over_assessments(cast: Cast) -> None:
    assessment_at(cast, case_at(cast))
    gained = fastest_over(standing(cast.service_manager))
    assert gained["probation"] > 0
    assert sum(gained.values()) > 40


def test_the_grid_has_four_points_and_five_ways(cast: Cast) -> None:
    never = {"contact_made": "no", "non_contact_reason": "not_safe", "non_contact_cause": "court"}
    assessment_at(cast, case_at(cast, number=1), MONTH_3, assessed_on=APRIL, **never)
    reached, later, silent = (case_at(cast, number=number) for number in (2, 3, 4))
    contact_with(cast, reached, happened_on=date(2017, 3, 1))
    contact_with(cast, later, happened_on=date(2017, 5, 1))
    for case in (reached, later, silent):
        assessment_at(cast, case, MONTH_3, assessed_on=APRIL)
    at_3, *others = contact_grid(cast.service_manager)
    assert at_3.point is MONTH_3
    assert (at_3.contacted, at_3.no_reason) == (1, 2)
    assert at_3.reasons == {
        NonContactReason.PLANNED_OR_PENDING: 0,
        NonContactReason.CJS_PENDING_HOLD: 0,
        NonContactReason.NOT_SAFE: 1,
    }
    assert [each.contacted for each in others] == [0, 0, 0]
