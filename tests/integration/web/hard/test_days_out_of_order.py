"""Days that contradict each other: an assessment before allocation, a closure before intake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.models import Assessment
from drive.web.casework.models import CaseClosure, DriveCase
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.integration.web.hard.desk import at, page_of
from tests.integration.web.hard.every import FORMS
from tests.integration.web.hard.forms import WORDS, Form, date_of, to
from tests.integration.web.hard.tables import counts

pytestmark = pytest.mark.django_db

ROWS = {form.name: form for form in FORMS}
SUBMITTING = ROWS["submitting an assessment"]
CLOSING = ROWS["closing a case"]


def _assessed(point: AssessmentPoint, day: date) -> Callable[[Cast, DriveCase], Any]:
    return lambda cast, case: assessment_at(cast, case, point, assessed_on=day)


def _closure_and_late_intake(cast: Cast, case: DriveCase) -> None:
    assert CLOSING.prepare
    CLOSING.prepare(cast, case)
    assessment_at(cast, case, assessed_on=date(2017, 6, 20))


def _submitting(point: str, words: str = "") -> Form:
    return replace(SUBMITTING, address=to("assessments:check", point), words=words)


@dataclass(frozen=True, kw_only=True)
class Try:
    """A form that is filled in well but for one day or one answer, and what is said of that."""

    form: Form
    prepare: Callable[[Cast, DriveCase], Any] | None = None
    changed: dict[str, str]
    field: str
    said: str


_INTAKE_IN_JUNE = _assessed(AssessmentPoint.INTAKE, date(2017, 6, 20))
TRIES = {
    "an assessment before allocation": Try(
        form=_submitting("intake"),
        changed=date_of("assessed_on", "15 1 2017"),
        field="assessed_on",
        said="The day must be 16 January 2017 or later",
    ),
    "an assessment before the one before it": Try(
        form=_submitting("month_3"),
        prepare=_INTAKE_IN_JUNE,
        changed=date_of("assessed_on", "19 6 2017"),
        field="assessed_on",
        said="must speak of the same day or a later one",
    ),
    "a closure assessment before intake": Try(
        form=_submitting("closure"),
        prepare=_INTAKE_IN_JUNE,
        changed=date_of("assessed_on", "19 6 2017"),
        field="assessed_on",
        said="must speak of the same day or a later one",
    ),
    "a closure assessment without intake": Try(
        form=_submitting("closure"),
        changed={"without_intake": ""},
        field="without_intake",
        said="There is no intake assessment",
    ),
    "a closure assessment before allocation, with words": Try(
        form=_submitting("closure", words="without_intake"),
        changed=date_of("assessed_on", "15 1 2017"),
        field="assessed_on",
        said="The day must be 16 January 2017 or later",
    ),
    "closing before the case was opened": Try(
        form=CLOSING,
        changed=date_of("closed_on", "19 1 2017"),
        field="closed_on",
        said="cannot have been closed before that day",
    ),
    "closing before intake": Try(
        form=CLOSING,
        prepare=_closure_and_late_intake,
        changed=date_of("closed_on", "19 6 2017"),
        field="closed_on",
        said="cannot have been closed before that day",
    ),
    "opening a case before allocation": Try(
        form=ROWS["opening a case"],
        changed=date_of("opened_on", "15 1 2017"),
        field="opened_on",
        said="The day must be 16 January 2017 or later",
    ),
}


@pytest.mark.parametrize("name", TRIES)
def test_it_is_said_beside_the_field_and_the_text_is_kept(name: str, cast: Cast) -> None:
    tried = TRIES[name]
    desk = at(replace(tried.form, prepare=tried.prepare or tried.form.prepare), cast)
    before = counts()
    answer = desk.send(desk.valid(**tried.changed))
    page = page_of(answer)
    assert answer.status_code == 200
    assert any(tried.said in words for words in page.errors), page.errors
    (link,) = page.error_links
    assert link[1:].startswith(f"id_{tried.field}")
    assert link[1:] in page.ids
    assert counts() == before
    kept = page.form.sent
    assert {box: kept[box] for box in tried.changed} == {
        box: [text] for box, text in tried.changed.items()
    }
    if tried.form.words:
        assert kept[tried.form.words] == [WORDS]


def test_on_the_right_day_each_is_accepted(cast: Cast) -> None:
    desk = at(replace(CLOSING, prepare=_closure_and_late_intake), cast)
    on_the_day = date_of("closed_on", "30 6 2017")
    assert desk.send(desk.valid(**on_the_day)).status_code == 302
    assert CaseClosure.objects.get().closed_on == date(2017, 6, 30)
    assert Assessment.objects.count() == 2
