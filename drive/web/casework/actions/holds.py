"""A criminal-justice hold: proposed by one, decided, reviewed and lifted by another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.strategy import HoldState, ProceedingsStage
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.steps import day_of, lock_open, other_hands
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, NotOnHold
from drive.web.casework.models import DriveCase, Hold, HoldStep, WhoseRisk
from drive.web.casework.queries.holds import latest_step, open_hold
from drive.web.casework.rules import holds as rules
from drive.web.casework.rules.clock import WORKING_DAYS_TO_DECIDE
from drive.web.core.working_days import add_working_days
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class NewHold:
    """A hold as it is proposed; its scope is direct work, always."""

    proceedings: str
    stage: ProceedingsStage
    reason: str
    evidence: str
    court_risk: str
    whose_risk: Sequence[WhoseRisk]


@transaction.atomic
def propose_hold(*, case: DriveCase, hold: NewHold, by: User, now: datetime) -> Hold:
    """Propose that direct work is put on hold; the service manager decides."""
    lock_open(case)
    if open_hold(case) is not None:
        raise NotOnHold("A hold is proposed or in force on this case already.")
    if not hold.whose_risk:
        raise CannotWrite("Say whose risk a hold reduces.", field="whose_risk")
    row = Hold.objects.create(
        drive_case=case,
        proceedings=hold.proceedings,
        stage=hold.stage,
        reason=hold.reason,
        evidence=hold.evidence,
        court_risk=hold.court_risk,
        whose_risk=",".join(hold.whose_risk),
        recorded_at=now,
        recorded_by=by,
    )
    _step(row, HoldState.PROPOSED, by=by, now=now)
    open_case_task(
        case=case,
        kind=TaskKind.DECIDE_HOLD,
        role=Role.SERVICE_MANAGER,
        due_on=add_working_days(day_of(now), WORKING_DAYS_TO_DECIDE),
        key=str(row.pk),
        by=by,
        now=now,
    )
    record_change("casework.propose_hold", case, row, by=by, now=now)
    return row


@dataclass(frozen=True, kw_only=True)
class HoldDecision:
    """What is decided about a hold: where it stands from now on, until which review, and why."""

    state: HoldState
    review_on: date | None = None
    reason: str = ""


@transaction.atomic
def decide_hold(
    *, hold: Hold, decision: HoldDecision, seen: UUID | None, by: User, now: datetime
) -> HoldStep:
    """Put a hold in force, decline it, keep it in force after a review, or lift it."""
    case = hold.drive_case
    lock_open(case)
    latest = latest_step(hold)
    if latest.pk != seen:
        raise ChangedMeanwhile(
            theirs={
                "state": HoldState(latest.state),
                "review_on": latest.review_on,
                "reason": latest.reason,
            },
            by_name=latest.recorded_by.name,
            at=latest.recorded_at,
            stands=latest.pk,
        )
    _check_decision(hold, HoldState(latest.state), decision, by=by, today=day_of(now))
    step = _step(
        hold,
        decision.state,
        review_on=decision.review_on if decision.state is HoldState.IN_FORCE else None,
        reason=decision.reason,
        by=by,
        now=now,
    )
    _settle(hold, decision, by=by, now=now)
    record_change(
        "casework.decide_hold", case, hold, step, by=by, now=now, fields=decision.state.label
    )
    return step


def _check_decision(
    hold: Hold, stands: HoldState, decision: HoldDecision, *, by: User, today: date
) -> None:
    if decision.state not in rules.HOLD_TRANSITIONS[stands]:
        raise NotOnHold("This hold has ended, or was decided otherwise.")
    if stands is HoldState.PROPOSED:
        other_hands(hold.recorded_by_id, by)
    if decision.state is HoldState.IN_FORCE:
        _check_review(decision.review_on, today)
    elif not decision.reason.strip():
        raise CannotWrite("Write the reason.", field="reason")


def _check_review(review_on: date | None, today: date) -> None:
    if review_on is None or not today < review_on <= rules.latest_review(today):
        raise CannotWrite(
            f"Choose a day of review after today and within {rules.LONGEST_WEEKS} weeks: a hold "
            "is never without end.",
            field="review_on",
        )


def _settle(hold: Hold, decision: HoldDecision, *, by: User, now: datetime) -> None:
    about = hold.drive_case_id
    outcome = decision.state.label
    settle_all(
        kind=TaskKind.DECIDE_HOLD,
        about=about,
        key=str(hold.pk),
        outcome=outcome,
        by=by,
        now=now,
    )
    settle_all(kind=TaskKind.REVIEW_HOLD, about=about, outcome=outcome, by=by, now=now)
    if decision.state is HoldState.IN_FORCE and decision.review_on is not None:
        open_case_task(
            case=hold.drive_case,
            kind=TaskKind.REVIEW_HOLD,
            role=Role.SERVICE_MANAGER,
            due_on=decision.review_on,
            by=by,
            now=now,
        )


def _step(
    hold: Hold,
    state: HoldState,
    *,
    review_on: date | None = None,
    reason: str = "",
    by: User,
    now: datetime,
) -> HoldStep:
    last = hold.steps.order_by("-sequence").values_list("sequence", flat=True).first()
    return HoldStep.objects.create(
        hold=hold,
        state=state,
        sequence=(last or 0) + 1,
        review_on=review_on,
        reason=reason,
        recorded_at=now,
        recorded_by=by,
    )
