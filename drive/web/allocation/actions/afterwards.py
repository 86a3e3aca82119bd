"""What becomes of an allocation afterwards. Nothing here changes an arm, or could."""

from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.allocation import LossReason, WithdrawalReason
from drive.web.accounts.models import User
from drive.web.allocation.actions.log import append
from drive.web.allocation.exceptions import SettledAlready
from drive.web.allocation.models import Allocation, LossToFollowUp, Withdrawal
from drive.web.audit.actions import record_change


@transaction.atomic
def withdraw(
    *,
    allocation: Allocation,
    reason: WithdrawalReason,
    explanation: str,
    by: User,
    now: datetime,
) -> Withdrawal:
    """Record that somebody should not have been drawn. He stays in the analysis as allocated.

    Raises
    ------
    SettledAlready
        If he was withdrawn already.
    """
    allocation = Allocation.objects.select_for_update().get(pk=allocation.pk)
    if Withdrawal.objects.filter(allocation=allocation).exists():
        raise SettledAlready("He was withdrawn already.")
    made = Withdrawal.objects.create(
        allocation=allocation,
        reason=reason,
        explanation=explanation,
        recorded_at=now,
        recorded_by=by,
    )
    _log(allocation, {"kind": "withdrawn", "reason": str(reason), "at": now.isoformat()})
    record_change("allocation.withdraw", made, by=by, now=now)
    return made


@transaction.atomic
def record_loss(
    *,
    allocation: Allocation,
    reason: LossReason,
    lost_on: date,
    explanation: str,
    by: User,
    now: datetime,
) -> LossToFollowUp:
    """Record that somebody can no longer be followed up. He keeps his arm.

    Raises
    ------
    SettledAlready
        If that is recorded already.
    """
    allocation = Allocation.objects.select_for_update().get(pk=allocation.pk)
    if LossToFollowUp.objects.filter(allocation=allocation).exists():
        raise SettledAlready("It is recorded already that he can no longer be followed up.")
    made = LossToFollowUp.objects.create(
        allocation=allocation,
        reason=reason,
        lost_on=lost_on,
        explanation=explanation,
        recorded_at=now,
        recorded_by=by,
    )
    record_change("allocation.record_loss", made, by=by, now=now)
    return made


def _log(allocation: Allocation, row: dict[str, object]) -> None:
    """Write into the log of the trial that drew somebody, if one did."""
    batch = allocation.unit.batch if allocation.unit else None
    if batch is not None:
        append(batch.trial, [row | {"perpetrator": str(allocation.perpetrator_id)}])
