"""What a contact strategy rests on, and what the sole-informant guard says of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from drive.vocabulary.facts import CitationKind, OverrideRole, Use
from drive.vocabulary.strategy import ApprovalState
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.actions.documents import folder_of
from drive.web.casework.actions.steps import day_of, lock_open, require_state
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, NotWaiting
from drive.web.casework.models import Capacity, ContactStrategy
from drive.web.casework.queries import current_assignments
from drive.web.casework.queries.strategies import state_of_strategy
from drive.web.core.working_days import add_working_days
from drive.web.information import actions as information
from drive.web.information.exceptions import StoppedByGuard
from drive.web.information.models import Fact, Override
from drive.web.information.queries.citing import citations_about, verdict_on
from drive.web.information.rules.guard import Verdict
from drive.web.tasks.actions import settle_all

WORKING_DAYS_TO_DECIDE = 2
_STILL_OPEN = {ApprovalState.DRAFT, ApprovalState.CONSULTED}


@transaction.atomic
def rest_on(
    *, strategy: ContactStrategy, facts: Sequence[Fact], by: User, now: datetime
) -> ContactStrategy:
    """Say on which facts a version rests. Once it was sent out, facts are added and none left out.

    Whoever was consulted has seen what it rested on.
    """
    lock_open(strategy.drive_case)
    state = state_of_strategy(strategy)
    words = "This version was decided on, or another has replaced it."
    require_state(state, _STILL_OPEN, words=words)
    if any(fact.folder.about != strategy.drive_case_id for fact in facts):
        raise CannotWrite("Choose facts of this case.", field="facts")
    before = {
        each.fact for each in citations_about(strategy.pk, Use.CONTACT).select_related("fact")
    }
    left_out = sorted(before - set(facts), key=lambda fact: str(fact.pk))
    if left_out and state is not ApprovalState.DRAFT:
        raise CannotWrite(
            "This version was sent to those who are consulted: facts can be added to what it rests "
            "on. To leave one out, write another version.",
            field="facts",
        )
    if left_out:
        information.uncite(facts=left_out, use=Use.CONTACT, about=strategy.pk, by=by, now=now)
    if added := [fact for fact in facts if fact not in before]:
        information.cite(
            facts=added,
            use=Use.CONTACT,
            kind=CitationKind.STRATEGY,
            about=strategy.pk,
            by=by,
            now=now,
        )
    return strategy


def check_guard(strategy: ContactStrategy) -> Verdict:
    """Refuse to agree to a version that the guard stops."""
    try:
        return information.require_guard(about=strategy.pk, use=Use.CONTACT)
    except StoppedByGuard as refusal:
        raise StoppedByGuard(refusal.message, field="agreed") from refusal


@transaction.atomic
def override_guard(*, strategy: ContactStrategy, reason: str, by: User, now: datetime) -> Override:
    """Override the guard as service manager or as the Idva lead of the case. It takes both."""
    case = strategy.drive_case
    lock_open(case)
    words = "This version was decided on, or another has replaced it."
    require_state(state_of_strategy(strategy), _STILL_OPEN, words=words)
    role = _role_in(strategy, by)
    made = information.override(
        folder=folder_of(case, by=by, now=now),
        about=strategy.pk,
        use=Use.CONTACT,
        role=role,
        reason=reason,
        by=by,
        now=now,
    )
    settle_all(
        kind=TaskKind.DECIDE_OVERRIDE,
        about=case.pk,
        key=str(strategy.pk),
        outcome="Overridden",
        by=by,
        now=now,
    )
    if verdict_on(strategy.pk, Use.CONTACT).stops:
        _ask_the_other(strategy, role, by=by, now=now)
    return made


def _role_in(strategy: ContactStrategy, by: User) -> OverrideRole:
    lead = current_assignments(strategy.drive_case)[Capacity.IDVA_LEAD].user
    if by.pk == lead.pk:
        return OverrideRole.IDVA_LEAD
    if Role.SERVICE_MANAGER not in by.roles:
        raise NotWaiting("Only the service manager and the IDVA lead decide about this.")
    return OverrideRole.SERVICE_MANAGER


def _ask_the_other(
    strategy: ContactStrategy, role: OverrideRole, *, by: User, now: datetime
) -> None:
    other = Role.IDVA if role is OverrideRole.SERVICE_MANAGER else Role.SERVICE_MANAGER
    open_case_task(
        case=strategy.drive_case,
        kind=TaskKind.DECIDE_OVERRIDE,
        role=other,
        due_on=add_working_days(day_of(now), WORKING_DAYS_TO_DECIDE),
        key=str(strategy.pk),
        by=by,
        now=now,
    )
