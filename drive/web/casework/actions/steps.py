"""Rows that say where something stands, and the two checks that go before them."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from drive.vocabulary.casework import CaseState
from drive.vocabulary.strategy import ApprovalState, ExpiryTrigger
from drive.web.accounts.models import User
from drive.web.casework.exceptions import CaseClosed, NotWaiting, SameHands
from drive.web.casework.models import ContactStrategy, DriveCase, StrategyStep
from drive.web.casework.queries import state_of
from drive.web.core.dates import LONDON


def day_of(now: datetime) -> date:
    """Return the day in the United Kingdom."""
    return now.astimezone(LONDON).date()


def lock_open(case: DriveCase) -> None:
    """Lock a case for what is about to be written; refuse if it is closed."""
    DriveCase.objects.select_for_update().get(pk=case.pk)
    if state_of(case) is CaseState.CLOSED:
        raise CaseClosed("This case is closed. What is learned now goes into its inbox.")


def step_to(
    strategy: ContactStrategy,
    state: ApprovalState,
    *,
    trigger: ExpiryTrigger | None = None,
    by: User,
    now: datetime,
) -> StrategyStep:
    """Write where a version of a strategy stands from now on."""
    last = strategy.steps.order_by("-sequence").values_list("sequence", flat=True).first()
    return StrategyStep.objects.create(
        strategy=strategy,
        state=state,
        trigger=trigger or "",
        sequence=(last or 0) + 1,
        recorded_at=now,
        recorded_by=by,
    )


def require_state(found: ApprovalState, allowed: Collection[ApprovalState], *, words: str) -> None:
    """Refuse unless a version stands where the act begins."""
    if found not in allowed:
        raise NotWaiting(words)


def other_hands(wrote: UUID, by: User) -> None:
    """Refuse where whoever wrote or proposed something would also decide on it."""
    if wrote == by.pk:
        raise SameHands(
            "You wrote this yourself, so somebody else has to decide on it: two people look at "
            "what safety hangs on."
        )
