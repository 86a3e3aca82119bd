"""The end of a case, and what comes in afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import CaseState, ClosureReason
from drive.vocabulary.clock import ChangeKind, ExitPathway, LateOutcome
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.live import LIVE
from drive.web.casework.actions.moving import step_case
from drive.web.casework.actions.planning import set_office_free
from drive.web.casework.actions.steps import day_of
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import (
    CannotWrite,
    CaseClosed,
    CaseNotReady,
    NotClosed,
    NotWaiting,
)
from drive.web.casework.models import (
    CaseClosure,
    DriveCase,
    LateDecision,
    LateInformation,
    PlannedContact,
    WhoseRisk,
)
from drive.web.casework.queries import state_of
from drive.web.casework.queries.clock import is_approved
from drive.web.core.sealing import seal_field
from drive.web.core.working_days import add_working_days
from drive.web.recording.rules import Definition
from drive.web.tasks.actions import settle_all

WORKING_DAYS_TO_READ = 1

ENDS_WITH_THE_CASE = (
    TaskKind.RENEW_STRATEGY,
    TaskKind.CONSULTED,
    TaskKind.AGREE_STRATEGY,
    TaskKind.REVIEW_HOLD,
    TaskKind.REVIEW_NON_CONTACT,
    TaskKind.DECIDE_HOLD,
    TaskKind.DECIDE_PROPOSAL,
    TaskKind.MOVE_APPOINTMENT,
    TaskKind.LOCATE,
    TaskKind.LEVER_ENDED,
    TaskKind.PROPOSE_NEXT_STEP,
    TaskKind.CHASE_REQUEST,
    TaskKind.NEXT_SOURCE,
    TaskKind.REQUEST_AT_TOP,
    TaskKind.REQUEST_STUCK,
    TaskKind.CORE_GROUP,
)
"""Tasks that nobody can do any more on a closed case. A rise or an override is still read."""


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Where the work goes on, and who was told and given what."""

    exit_pathway: ExitPathway
    idva_told_on: date
    idva_told_by: str
    handed_over: str
    exit_referred_on: date | None = None


@transaction.atomic
def close(
    *,
    case: DriveCase,
    closed_on: date,
    reason: ClosureReason,
    whose_risk: Sequence[WhoseRisk],
    open_items: Sequence[str],
    leaving: Leaving | None = None,
    definition: Definition = LIVE,
    by: User,
    now: datetime,
) -> CaseClosure:
    """End a case in which nothing is open. It is never overwritten and opens no door again."""
    if open_items:
        raise CaseNotReady(" ".join(open_items))
    if state_of(case) is CaseState.CLOSED:
        raise CaseClosed("This case is closed already.")
    check_day(closed_on, now=now, since=case.opened_on, field="closed_on")
    if definition.requires_reasons:
        _check_reason(case, reason)
        _check_leaving(leaving, now=now)
    step_case(case, CaseState.CLOSED, closed_on, by=by, now=now)
    closure = CaseClosure.objects.create(
        drive_case=case,
        standing_for=case,
        closed_on=closed_on,
        reason=reason,
        whose_risk=",".join(whose_risk),
        **_left(leaving),
        recorded_at=now,
        recorded_by=by,
    )
    _end_with_the_case(case, by=by, now=now)
    record_change("casework.close", case, closure, by=by, now=now)
    return closure


def _check_reason(case: DriveCase, reason: ClosureReason) -> None:
    early = reason is ClosureReason.EARLY_NO_PROGRESS
    if early and not is_approved(case, ChangeKind.EARLY_CLOSURE):
        raise CaseNotReady(
            "Closing early needs a proposal of the case manager that the service manager approved. "
            "It stands on the page of the clock.",
            field="reason",
        )


def _check_leaving(leaving: Leaving | None, *, now: datetime) -> None:
    if leaving is None:
        raise CaseNotReady("Say where the work goes on and who was told.", field="exit_pathway")
    check_day(leaving.idva_told_on, now=now, field="idva_told_on")
    if leaving.exit_referred_on is not None:
        check_day(leaving.exit_referred_on, now=now, field="exit_referred_on")
    if not leaving.idva_told_by.strip():
        raise CaseNotReady("Write who told the IDVA.", field="idva_told_by")
    if not leaving.handed_over.strip():
        raise CaseNotReady(
            "Write to whom orders and levers were handed over, or that there are none.",
            field="handed_over",
        )


def _left(leaving: Leaving | None) -> dict[str, object]:
    if leaving is None:
        return {}
    return {
        "exit_pathway": leaving.exit_pathway,
        "exit_referred_on": leaving.exit_referred_on,
        "idva_told_on": leaving.idva_told_on,
        "idva_told_by": leaving.idva_told_by,
        "handed_over": leaving.handed_over,
    }


def _end_with_the_case(case: DriveCase, *, by: User, now: datetime) -> None:
    for kind in ENDS_WITH_THE_CASE:
        settle_all(kind=kind, about=case.pk, outcome="The case was closed", by=by, now=now)
    ahead = PlannedContact.objects.filter(
        drive_case=case, cancelled_at=None, contact=None, planned_on__gt=day_of(now)
    )
    for plan in ahead.select_related("office_time"):
        plan.cancelled_at, plan.cancelled_by = now, by
        plan.save(update_fields=["cancelled_at", "cancelled_by"])
        set_office_free(plan, by=by, now=now)


@dataclass(frozen=True, kw_only=True)
class Late:
    """What somebody told of a closed case."""

    learned_on: date
    informant: InformationSource
    text: str


@transaction.atomic
def receive_late(*, case: DriveCase, late: Late, by: User, now: datetime) -> LateInformation:
    """Put what came in late into the inbox of a closed case; it stays closed."""
    if state_of(case) is not CaseState.CLOSED:
        raise NotClosed("The case is open: write a note.")
    check_day(late.learned_on, now=now, field="learned_on")
    row = LateInformation(
        drive_case=case,
        learned_on=late.learned_on,
        informant=late.informant,
        recorded_at=now,
        recorded_by=by,
    )
    if late.informant in rules.SEALED_INFORMANTS:
        seal_field(row, "sealed_text", late.text)
    else:
        row.text = late.text
    row.save(force_insert=True)
    open_case_task(
        case=case,
        kind=TaskKind.LATE_INFORMATION,
        role=Role.SERVICE_MANAGER,
        due_on=add_working_days(day_of(now), WORKING_DAYS_TO_READ),
        key=str(row.pk),
        by=by,
        now=now,
    )
    record_change("casework.receive_late", case, row, by=by, now=now)
    return row


@dataclass(frozen=True, kw_only=True)
class LateVerdict:
    """What is done about late information, and why."""

    outcome: LateOutcome
    reason: str
    passed_to: str = ""


@transaction.atomic
def decide_late(
    *, information: LateInformation, verdict: LateVerdict, by: User, now: datetime
) -> LateDecision:
    """Note late information, pass it on, or reopen the case: the one way in which it reopens."""
    case = information.drive_case
    DriveCase.objects.select_for_update().get(pk=case.pk)
    if LateDecision.objects.filter(information=information).exists():
        raise NotWaiting("This was decided already.")
    if not verdict.reason.strip():
        raise CannotWrite("Write the reason.", field="reason")
    passed = verdict.outcome is LateOutcome.PASSED_ON
    if passed and not verdict.passed_to.strip():
        raise CannotWrite("Write to whom it was passed on.", field="passed_to")
    row = LateDecision.objects.create(
        information=information,
        outcome=verdict.outcome,
        reason=verdict.reason,
        passed_to=verdict.passed_to if passed else "",
        recorded_at=now,
        recorded_by=by,
    )
    if verdict.outcome is LateOutcome.REOPENED:
        _reopen(case, by=by, now=now)
    outcome = verdict.outcome.label
    settle_all(
        kind=TaskKind.LATE_INFORMATION,
        about=case.pk,
        key=str(information.pk),
        outcome=outcome,
        by=by,
        now=now,
    )
    record_change("casework.decide_late", case, row, by=by, now=now, fields=outcome)
    return row


def _reopen(case: DriveCase, *, by: User, now: datetime) -> None:
    if state_of(case) is not CaseState.CLOSED:
        raise NotWaiting("The case is open already: choose another outcome.", field="outcome")
    closure = CaseClosure.objects.get(standing_for=case)
    closure.standing_for = None
    closure.save(update_fields=["standing_for"])
    step_case(case, CaseState.ACTIVE, day_of(now), by=by, now=now)
