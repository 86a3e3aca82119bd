"""Whether a form of an Idva case can stand: its turn, its day, its gaps, and what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.insights import rules
from drive.web.insights.exceptions import (
    FollowedElsewhere,
    FormOutOfOrder,
    GapsWithoutReason,
    NotAgreed,
)
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.insights.queries.forms import latest_version, standing_forms
from drive.web.recording.actions.days import check_day
from drive.web.recording.rules import Definition, applies, asked_in, check_seen, gaps, unanswered


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """What somebody submits."""

    case: IdvaCase
    stage: InsightsStage
    happened_on: date
    definition: Definition
    answers: Mapping[str, Answer]
    ratings: list[Rating]


def check(
    given: Submitted, *, corrects: InsightsForm | None, seen: UUID | None, now: datetime
) -> InsightsForm | None:
    """Refuse what cannot stand, in words; return the version whose place this one takes."""
    # One after the other: two who submit at the same moment see each other.
    list(IdvaCase.objects.select_for_update().filter(dyad=given.case.dyad_id).values_list("pk"))
    standing = latest_version(corrects) if corrects else None
    if standing is None:
        _check_turn(given)
    else:
        check_seen(seen, standing, lambda row: {"happened_on": row.happened_on})
    _check_window(given)
    if given.definition.requires_reasons:
        check_day(given.happened_on, now=now)
        _check_consent(given)
        _check_complete(given)
    return standing


def _check_turn(given: Submitted) -> None:
    if rules.is_follow_up(given.stage):
        _check_once(given)
        return
    earlier = [
        (form.happened_on, InsightsStage(form.stage))
        for form in standing_forms(InsightsForm.objects.filter(idva_case=given.case))
        if not rules.is_follow_up(InsightsStage(form.stage))
    ]
    problem = rules.order_problem(
        given.stage, given.happened_on, opened_on=given.case.opened_on, earlier=earlier
    )
    if problem:
        raise FormOutOfOrder(problem, field="happened_on")


def _check_once(given: Submitted) -> None:
    """The follow-up is of the pair: once at each time, on whichever case goes on with it."""
    case = given.case
    done = InsightsForm.objects.filter(idva_case__dyad=case.dyad_id, stage=given.stage)
    if done.exists():
        raise FormOutOfOrder("This form of the follow-up is filled in already.")
    later = IdvaCase.objects.filter(dyad=case.dyad_id, opened_on__gt=case.opened_on)
    if later.exists():
        raise FollowedElsewhere("The follow-up goes on with her later case.")


def _check_window(given: Submitted) -> None:
    if not rules.is_follow_up(given.stage):
        return
    problem = rules.window_problem(
        given.stage, given.happened_on, followed_from=given.case.dyad.follow_up_from
    )
    if problem:
        raise FormOutOfOrder(problem, field="happened_on")


def _check_consent(given: Submitted) -> None:
    """What is asked only after another answer stands only after it: her words, if she agreed."""
    for question in given.definition.questions(given.stage):
        answer = given.answers.get(question.key)
        if answer and answer.is_known and not applies(question, given.answers):
            raise NotAgreed(
                f"“{question.label}” is not asked after your answer above: leave it blank.",
                field=question.key,
            )


def _check_complete(given: Submitted) -> None:
    sections = given.definition.stages[given.stage]
    left = gaps(asked_in(sections, given.answers, given.ratings))
    if left:
        raise GapsWithoutReason(
            "Give an answer, or a reason why it is not known, for: " + "; ".join(left) + ".",
            field=_first_gap(given),
        )


def _first_gap(given: Submitted) -> str | None:
    questions = given.definition.questions(given.stage)
    asked = tuple(each for each in questions if applies(each, given.answers))
    left = unanswered(asked, set(given.answers))
    if left:
        return left[0].key
    rated = {each.abuse_type for each in given.ratings}
    return next((f"used_{kind}" for kind in AbuseType if kind not in rated), None)
