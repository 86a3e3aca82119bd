"""The forms of assessments that hold words: deciding, and looking at a rise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.urls import reverse

from drive.vocabulary.abuse import Severity
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.models import Rise
from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.integration.web.hard.forms import Form, to


def _submitted(cast: Cast, case: DriveCase) -> None:
    assessment_at(cast, case)


def _risen(cast: Cast, case: DriveCase) -> None:
    assessment_at(cast, case, severity=Severity.MODERATE)
    assessment_at(cast, case, AssessmentPoint.MONTH_3, assessed_on=date(2017, 5, 1))


def _of_a_rise(view: str) -> Callable[[Cast, DriveCase], str]:
    def address(_cast: Cast, case: DriveCase) -> str:
        return reverse(view, args=[case.pk, Rise.objects.filter(drive_case=case)[0].pk])

    return address


ASSESSED = (
    Form(
        name="returning an assessment",
        who="service_manager",
        prepare=_submitted,
        address=to("assessments:decide", "intake"),
        data=lambda _cast, _case: {"decision": "return"},
        words="words",
    ),
    Form(
        name="review of a rise",
        who="service_manager",
        prepare=_risen,
        address=_of_a_rise("assessments:review_rise"),
        data=lambda _cast, _case: {
            "done": "The police were told.",
            "whose_risk": ["victim_survivor"],
        },
        words="found",
    ),
)
