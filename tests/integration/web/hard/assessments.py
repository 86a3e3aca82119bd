"""The forms of assessments that hold words: deciding, and looking at a rise."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.abuse import Severity
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.actions import decide
from drive.web.assessments.models import Rise
from drive.web.casework.models import DriveCase
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.integration.web.hard.forms import Form, of, to


def _submitted(cast: Cast, case: DriveCase) -> None:
    assessment_at(cast, case)


def _risen(cast: Cast, case: DriveCase) -> None:
    assessment_at(cast, case, severity=Severity.MODERATE)
    assessment_at(cast, case, AssessmentPoint.MONTH_3, assessed_on=date(2017, 5, 1))


def _rise(_cast: Cast, case: DriveCase) -> Rise:
    return Rise.objects.filter(drive_case=case)[0]


def _accepted(cast: Cast, case: DriveCase) -> None:
    made = assessment_at(cast, case)
    decide(assessment=made, accepted=True, words="", by=cast.service_manager, now=NOW)


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
        address=of("assessments:review_rise", _rise),
        data=lambda _cast, _case: {
            "done": "The police were told.",
            "whose_risk": ["victim_survivor"],
        },
        words="found",
    ),
    Form(
        name="having read of a rise",
        who="idva",
        prepare=_risen,
        address=of("assessments:note_rise", _rise),
    ),
    Form(
        name="taking up an assessment again",
        prepare=_accepted,
        address=to("assessments:correct", "intake"),
    ),
)
