"""Idva cases made by walking the real actions. All people are synthetic."""

from datetime import date

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.insights import actions
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.people.models import Dyad
from drive.web.recording.rules import definition
from tests.cast import NOW, Cast
from tests.factories.referrals import hearing

OPENED_ON = date(2017, 6, 14)

KNOWN_ANSWERS = {
    "change_in_risk": "significant_reduction",
    "sustainability": "long_over_2y",
    "safer": "much",
    "number_of_contacts": "12",
    "knew_drive_involved": "unsure",
}


def idva_case(
    cast: Cast, number: int = 1, *, idva: User | None = None, dyad: Dyad | None = None
) -> IdvaCase:
    """Open the case of the victim-survivor of one hearing."""
    return actions.open_case(
        dyad=dyad or hearing(cast, number).dyad,
        idva=idva or cast.idva,
        opened_on=OPENED_ON,
        by=cast.coordinator,
        now=NOW,
    )


def answers_for(stage: InsightsStage) -> dict[str, Answer]:
    """Return an answer or a reason for each question of a stage."""
    return {
        question.key: known(KNOWN_ANSWERS[question.key])
        if question.key in KNOWN_ANSWERS
        else known("yes")
        for question in definition("insights").questions(stage)
    }


def ratings(severity: str = "high") -> list[Rating]:
    """Return a rating of each type; sexual abuse is not known."""
    not_known = unknown(ValueStatus.NOT_ASKED)
    return [
        Rating(abuse_type=kind, used=not_known, severity=not_known)
        if kind is AbuseType.SEXUAL
        else Rating(abuse_type=kind, used=known("yes"), severity=known(severity))
        for kind in AbuseType
    ]


def filled(
    case: IdvaCase, stage: InsightsStage, cast: Cast, *, on: date = OPENED_ON
) -> InsightsForm:
    """Fill in a form of a case."""
    return actions.submit_form(
        case=case,
        stage=stage,
        happened_on=on,
        definition=definition("insights"),
        answers=answers_for(stage),
        ratings=ratings("none" if stage is InsightsStage.EXIT else "high"),
        by=cast.idva,
        now=NOW,
    )
