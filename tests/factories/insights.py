"""Idva cases made by walking the real actions. All people are synthetic."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer, ValueStatus, YesNo, known, unknown
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import FOLLOW_UP_MONTHS, InsightsStage
from drive.vocabulary.question import Question, QuestionKind
from drive.vocabulary.ratings import Rating
from drive.vocabulary.support import HerEngagement
from drive.web.accounts.models import User
from drive.web.insights import actions
from drive.web.insights.models import (
    Engagement,
    IdvaCase,
    InsightsForm,
    SafetyPlan,
    SupportNote,
    Transfer,
)
from drive.web.people.models import Dyad
from drive.web.recording.rules import Definition, applies, definition
from tests.cast import NOW, Cast
from tests.factories.referrals import hearing

OPENED_ON = date(2017, 6, 14)

KNOWN_ANSWERS = {
    "change_in_risk": "significant_reduction",
    "sustainability": "long_over_2y",
    "safer": "much",
    "number_of_contacts": "12",
    "knew_drive_involved": "unsure",
    "own_words_consent": "no",
    "own_words_to_raters": "no",
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


def form_of(stage: InsightsStage) -> Definition:
    """Return the definition by which a stage is filled in now."""
    return definition("follow_up" if stage in FOLLOW_UP_MONTHS else "insights")


def answers_for(
    stage: InsightsStage, used: Definition | None = None, **given: str
) -> dict[str, Answer]:
    """Return an answer to each question that a stage asks."""
    answers: dict[str, Answer] = {}
    for question in (used or form_of(stage)).questions(stage):
        if applies(question, answers):
            answers[question.key] = known(given.get(question.key) or _said(question))
    return answers


def _said(question: Question) -> str:
    if question.key in KNOWN_ANSWERS:
        return KNOWN_ANSWERS[question.key]
    if question.words is not None:
        return next(iter(question.words)).value
    values = {QuestionKind.NUMBER: "2", QuestionKind.DATE: "2017-06-01"}
    return values.get(question.kind, "In her own words.")


def ratings(severity: str = "high", *, in_depth: bool = True) -> list[Rating]:
    """Return a rating of each type; sexual abuse is not known."""
    not_known = unknown(ValueStatus.NOT_ASKED)
    details: dict[str, Any] = (
        {"frequency": known("weekly"), "last_on": known("2017-06-10"), "trend": known("same")}
        if in_depth
        else {}
    )
    return [
        Rating(abuse_type=kind, used=not_known, severity=not_known)
        if kind is AbuseType.SEXUAL
        else Rating(abuse_type=kind, used=known("yes"), severity=known(severity), **details)
        for kind in AbuseType
    ]


def filled(
    case: IdvaCase, stage: InsightsStage, cast: Cast, *, on: date = OPENED_ON, **given: str
) -> InsightsForm:
    """Fill in a form of a case."""
    return actions.submit_form(
        case=case,
        stage=stage,
        happened_on=on,
        definition=form_of(stage),
        answers=answers_for(stage, **given),
        ratings=ratings(
            "none" if stage is InsightsStage.EXIT else "high",
            in_depth=stage not in FOLLOW_UP_MONTHS,
        ),
        by=cast.idva,
        now=NOW,
    )


def supported(
    case: IdvaCase, cast: Cast, text: str = "Spoke with her.", *, at: datetime = NOW, **said: Any
) -> SupportNote:
    """Log a piece of the Idva's work."""
    about = {"happened_on": date(2017, 6, 20), "channel": Channel.TELEPHONE} | said
    note = actions.NewSupport(text=text, **about)
    return actions.note_support(case=case, note=note, by=cast.idva, now=at)


def standing(
    case: IdvaCase,
    cast: Cast,
    state: HerEngagement = HerEngagement.TRYING,
    *,
    seen: UUID | None = None,
    text: str = "",
) -> Engagement:
    """Say how support stands."""
    return actions.set_engagement(
        case=case,
        state=state,
        since=date(2017, 6, 21),
        next_try_on=date(2017, 7, 5),
        text=text,
        seen=seen,
        by=cast.idva,
        now=NOW,
    )


def planned(
    case: IdvaCase, cast: Cast, text: str = "A bag at a friend's.", *, seen: UUID | None = None
) -> SafetyPlan:
    """Write a version of the safety plan."""
    plan = actions.NewPlan(
        made_on=date(2017, 6, 21),
        review_on=date(2017, 7, 10),
        made_with_her=YesNo.YES,
        text=text,
    )
    return actions.write_plan(case=case, plan=plan, seen=seen, by=cast.idva, now=NOW)


def moved(
    case: IdvaCase, cast: Cast, *, to: User | None = None, where: str = "Far away"
) -> Transfer:
    """Let her move, and another Idva go on."""
    return actions.transfer(
        case=case,
        happened_on=date(2017, 6, 28),
        where=where,
        to=to or cast.idva,
        by=cast.idva,
        now=NOW,
    )


def typed_form(stage: InsightsStage, *, on: date = OPENED_ON, **more: str) -> dict[str, str]:
    """Return a form as a browser sends it, every question answered."""
    sent = {
        "happened_on-day": str(on.day),
        "happened_on-month": str(on.month),
        "happened_on-year": str(on.year),
        "key": str(uuid4()),
    }
    used = form_of(stage)
    answers = answers_for(stage, used)
    for question in used.questions(stage):
        if question.key in answers:
            sent[f"{question.key}-value"] = answers[question.key].value or ""
    for kind in AbuseType:
        sent |= {f"used_{kind}-value": "yes", f"severity_{kind}-value": "moderate"}
        if stage not in FOLLOW_UP_MONTHS:
            sent |= {f"frequency_{kind}-value": "weekly", f"trend_{kind}-value": "same"}
            sent[f"last_on_{kind}-status"] = "not_asked"
    return sent | more
