"""The database sorts cases by the day on which the next assessment is due, as the rules have it."""

from datetime import date

import pytest

from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.vocabulary.clock import ClockStart
from drive.web.allocation.models import Allocation
from drive.web.assessments.queries import next_due, next_due_on
from drive.web.case_record.queries import keys_by_due
from drive.web.casework.actions.cases import step_case
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import cases_seen_by
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at
from tests.factories.many import copied, copies_of

STARTS = [
    date(2016, 5, 31),
    date(2016, 8, 31),
    date(2016, 11, 28),
    date(2016, 11, 29),
    date(2016, 11, 30),
    date(2016, 12, 31),
    date(2017, 1, 31),
    date(2017, 2, 28),
]
MADE = [None, *AssessmentPoint][:-1]


@pytest.mark.parametrize("clock_start", list(ClockStart))
def test_the_database_agrees_with_the_rules(cast: Cast, clock_start: ClockStart) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    copies = copies_of(case, len(STARTS) * len(MADE))
    assessment = assessment_at(cast, case)
    for number, copy in enumerate(copies):
        start, made = STARTS[number % len(STARTS)], MADE[number // len(STARTS)]
        Allocation.objects.filter(pk=copy.allocation_id).update(allocated_on=start)
        DriveCase.objects.filter(pk=copy.pk).update(
            clock_start=clock_start, opened_on=date(2017, 3, 1), planned_end_on=date(2018, 1, 1)
        )
        if made is not None:
            copied(assessment, drive_case_id=copy.pk, point=made).save(force_insert=True)
    for copy in copies[::3]:
        step_case(copy, CaseState.STEP_DOWN, date(2017, 6, 1), by=cast.case_manager, now=NOW)

    seen = cases_seen_by(cast.case_manager)
    found = {row.pk: row.due for row in seen.annotate(due=next_due_on())}
    cases = list(seen)
    dues = {key: due and due.due_on for key, due in next_due(cases, cast.case_manager).items()}
    assert found == dues
    assert len(set(dues.values())) > (2 if clock_start is ClockStart.OPENING else 20)
    in_order = sorted(cases, key=lambda each: (dues[each.pk] or date.max, each.reference))
    assert list(keys_by_due(seen)) == [case.pk for case in in_order]
