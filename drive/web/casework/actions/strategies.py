"""Writing a contact strategy, agreeing to it, and ending it."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from drive.vocabulary.facts import Use
from drive.vocabulary.strategy import (
    ApprovalState,
    Consultee,
    ContactPlace,
    ContactRoute,
    ExpiryTrigger,
    StrategyTemplate,
)
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.resting import check_guard
from drive.web.casework.actions.steps import (
    day_of,
    lock_open,
    other_hands,
    require_state,
    step_to,
)
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, NotWaiting
from drive.web.casework.models import ContactStrategy, DriveCase, StrategyDecision
from drive.web.casework.queries.strategies import (
    has_replied,
    latest_version,
    state_of_strategy,
    versions_of,
)
from drive.web.casework.rules import strategies as rules
from drive.web.core.working_days import add_working_days
from drive.web.information import actions as information
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class StrategyText:
    """What a contact strategy says."""

    template: StrategyTemplate
    route: ContactRoute
    place: ContactPlace
    message: str
    attribution: str
    safety_measures: str
    stop_conditions: str
    risks: str
    review_on: date
    adviser_needed: bool = False
    stalking_pattern: str = ""


@transaction.atomic
def write_strategy(
    *, case: DriveCase, text: StrategyText, seen: UUID | None, by: User, now: datetime
) -> ContactStrategy:
    """Write a version. What was being prepared is replaced; what is agreed stands meanwhile."""
    lock_open(case)
    latest = latest_version(case)
    if latest is not None and latest.pk != seen:
        raise ChangedMeanwhile(
            theirs=said_in(latest),
            by_name=latest.recorded_by.name,
            at=latest.recorded_at,
            stands=latest.pk,
        )
    _check_text(text, today=day_of(now))
    _clear_the_way(case, today=day_of(now), by=by, now=now)
    version = ContactStrategy.objects.create(
        drive_case=case,
        number=(latest.number if latest else 0) + 1,
        **{
            **asdict(text),
            "adviser_needed": rules.needs_adviser(text.template, flagged=text.adviser_needed),
        },
        recorded_at=now,
        recorded_by=by,
    )
    if latest is not None:
        information.cite_again(before=latest.pk, about=version.pk, use=Use.CONTACT, by=by, now=now)
    step_to(version, ApprovalState.DRAFT, by=by, now=now)
    record_change("casework.write_strategy", case, version, by=by, now=now)
    return version


def said_in(version: ContactStrategy) -> dict[str, object]:
    """Return what a version says, by the fields of the form."""
    return {
        "template": StrategyTemplate(version.template),
        "route": ContactRoute(version.route),
        "place": ContactPlace(version.place),
        **{name: getattr(version, name) for name in _PLAIN},
    }


_PLAIN = (
    "message",
    "attribution",
    "safety_measures",
    "stop_conditions",
    "risks",
    "stalking_pattern",
    "review_on",
    "adviser_needed",
)


def _check_text(text: StrategyText, *, today: date) -> None:
    last = today + timedelta(weeks=rules.LONGEST_REVIEW_WEEKS)
    if not today < text.review_on <= last:
        raise CannotWrite(
            f"Choose a review date after today and within {rules.LONGEST_REVIEW_WEEKS} weeks.",
            field="review_on",
        )
    if text.template is StrategyTemplate.STALKING and not text.stalking_pattern.strip():
        raise CannotWrite(
            "Describe the pattern of the stalking: this template is built on it.",
            field="stalking_pattern",
        )


def _clear_the_way(case: DriveCase, *, today: date, by: User, now: datetime) -> None:
    """Replace what was being prepared, and say of an agreed version that its day has passed."""
    for version in versions_of(case):
        state = ApprovalState(version.state)  # type: ignore[attr-defined]
        if state in rules.IN_PREPARATION:
            step_to(version, ApprovalState.SUPERSEDED, by=by, now=now)
            _settle_waiting(case, by=by, now=now)
        elif state is ApprovalState.APPROVED and version.review_on < today:
            passed = ExpiryTrigger.REVIEW_DATE_PASSED
            step_to(version, ApprovalState.EXPIRED, trigger=passed, by=by, now=now)


def _settle_waiting(case: DriveCase, *, by: User, now: datetime) -> None:
    for kind in (TaskKind.CONSULTED, TaskKind.AGREE_STRATEGY):
        settle_all(kind=kind, about=case.pk, outcome="Another version", by=by, now=now)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What somebody decides about a version, as what, and why."""

    decided_as: Role
    agreed: bool
    reason: str = ""


@transaction.atomic
def decide_strategy(
    *, strategy: ContactStrategy, verdict: Verdict, by: User, now: datetime
) -> StrategyDecision:
    """Agree to a version or not. Whoever wrote it cannot; the Idva lead has been heard before."""
    lock_open(strategy.drive_case)
    _check_verdict(strategy, verdict, by)
    decision = StrategyDecision.objects.create(
        strategy=strategy,
        decided_as=verdict.decided_as,
        agreed=verdict.agreed,
        reason=verdict.reason,
        recorded_at=now,
        recorded_by=by,
    )
    if not verdict.agreed:
        step_to(strategy, ApprovalState.REJECTED, by=by, now=now)
        _ask_for_another(strategy.drive_case, by=by, now=now)
    elif _is_agreed_by_all(strategy):
        _put_in_force(strategy, by=by, now=now)
    else:
        _settle_own(strategy, verdict.decided_as, by=by, now=now)
    record_change(
        "casework.decide_strategy",
        strategy.drive_case,
        strategy,
        decision,
        by=by,
        now=now,
        fields="agreed" if verdict.agreed else "not agreed",
    )
    return decision


def _check_verdict(strategy: ContactStrategy, verdict: Verdict, by: User) -> None:
    require_state(
        state_of_strategy(strategy),
        {ApprovalState.CONSULTED},
        words="This version does not wait for a decision any more.",
    )
    other_hands(strategy.recorded_by_id, by)
    if strategy.decisions.filter(decided_as=verdict.decided_as).exists():
        raise NotWaiting("This was decided already.")
    if not verdict.agreed and not verdict.reason.strip():
        raise CannotWrite("Write why you do not agree: the next version needs it.", field="reason")
    if verdict.agreed and not has_replied(strategy, Consultee.IDVA_LEAD):
        raise NotWaiting(
            "The IDVA lead has not replied yet. She is heard before a strategy is agreed.",
            field="agreed",
        )
    if verdict.agreed:
        check_guard(strategy)


def _is_agreed_by_all(strategy: ContactStrategy) -> bool:
    needed = {Role.SERVICE_MANAGER} | (
        {Role.PRACTICE_ADVISER} if strategy.adviser_needed else set()
    )
    agreed = set(strategy.decisions.filter(agreed=True).values_list("decided_as", flat=True))
    return needed <= {Role(each) for each in agreed}


def _put_in_force(strategy: ContactStrategy, *, by: User, now: datetime) -> None:
    case = strategy.drive_case
    for version in versions_of(case):
        if version.pk != strategy.pk and version.state == ApprovalState.APPROVED:  # type: ignore[attr-defined]
            step_to(version, ApprovalState.SUPERSEDED, by=by, now=now)
    step_to(strategy, ApprovalState.APPROVED, by=by, now=now)
    for kind in (TaskKind.AGREE_STRATEGY, TaskKind.CONSULTED, TaskKind.RENEW_STRATEGY):
        settle_all(kind=kind, about=case.pk, outcome="Agreed", by=by, now=now)
    open_case_task(
        case=case,
        kind=TaskKind.RENEW_STRATEGY,
        role=Role.CASE_MANAGER,
        due_on=strategy.review_on,
        by=by,
        now=now,
    )


def _ask_for_another(case: DriveCase, *, by: User, now: datetime) -> None:
    _settle_waiting(case, by=by, now=now)
    ask_to_renew(case, by=by, now=now)


def _settle_own(strategy: ContactStrategy, role: Role, *, by: User, now: datetime) -> None:
    settle_all(
        kind=TaskKind.AGREE_STRATEGY,
        about=strategy.drive_case_id,
        key=role,
        outcome="Agreed",
        by=by,
        now=now,
    )


def ask_to_renew(case: DriveCase, *, by: User, now: datetime) -> None:
    """Open the task of writing another version, due within two working days."""
    settle_all(kind=TaskKind.RENEW_STRATEGY, about=case.pk, by=by, now=now)
    open_case_task(
        case=case,
        kind=TaskKind.RENEW_STRATEGY,
        role=Role.CASE_MANAGER,
        due_on=add_working_days(day_of(now), rules.WORKING_DAYS_TO_RENEW),
        by=by,
        now=now,
    )


@transaction.atomic
def expire_strategy(
    *, case: DriveCase, trigger: ExpiryTrigger, by: User, now: datetime
) -> list[ContactStrategy]:
    """End what is agreed or consulted on, since the world has changed; it must be renewed.

    Called by whatever records the change: a release, an incident, a new partner, another Idva
    lead, new information. Where nothing stands, nothing happens.
    """
    ended = [
        version
        for version in versions_of(case)
        if rules.ends(trigger, ApprovalState(version.state))  # type: ignore[attr-defined]
    ]
    for version in ended:
        step_to(version, ApprovalState.EXPIRED, trigger=trigger, by=by, now=now)
    if ended:
        _settle_waiting(case, by=by, now=now)
        ask_to_renew(case, by=by, now=now)
        record_change(
            "casework.expire_strategy", case, *ended, by=by, now=now, fields=trigger.label
        )
    return ended
