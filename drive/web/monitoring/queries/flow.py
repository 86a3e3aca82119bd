"""The rows of the flow, and the same numbers counted apart from them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from drive.randomisation import HistoricArms
from drive.randomisation.flow import FlowRow
from drive.vocabulary.allocation import (
    AllocationMethod,
    AllocationOrigin,
    AllocationOutcome,
    Arm,
    LossReason,
    WithdrawalReason,
)
from drive.web.allocation.models import (
    Allocation,
    DesignPeriod,
    EligibilityDecision,
    LossToFollowUp,
    Withdrawal,
)
from drive.web.allocation.queries import line_of, live_voids
from drive.web.casework.models import DriveCase
from drive.web.monitoring.queries.reach import OF_A_PANEL, Scope
from drive.web.monitoring.rules.flow import Counted, Drawn, row_of
from drive.web.referrals.models import MaracHearing

Reason = TypeVar("Reason", WithdrawalReason, LossReason)

_WITHOUT_A_PLACE = (AllocationOutcome.NOT_SELECTED, AllocationOutcome.NOT_DRAWN)
_EXCLUDED = (AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED, AllocationOutcome.EXCLUDED_INELIGIBLE)


@dataclass(frozen=True, kw_only=True)
class Flowing:
    """Everything that the page of the flow tells.

    Parameters
    ----------
    rows : list of FlowRow
        One for each decision of the trial and each hearing that is held.
    counted : Counted
        The same numbers, counted by the database.
    withdrawn : mapping of Arm to Counter
        Why some should not have been drawn; they are kept as allocated.
    not_assessed : int
        Hearings that wait for the next draw and are not assessed yet.
    selected : int
        Perpetrators who came to Drive through a panel: no control arm stands against them.
    imported : HistoricArms
        Allocations that came without the sequence they were drawn from.
    """

    rows: list[FlowRow]
    counted: Counted
    withdrawn: Mapping[Arm, Counter[WithdrawalReason]]
    not_assessed: int
    selected: int
    imported: HistoricArms


def flow_of(scope: Scope, *, today: date, follow_up: bool) -> Flowing:
    """Return the flow of some sites.

    Without `follow_up` nothing is read of what came after the draw: the allocator never sees it.
    """
    drawn = _followed(scope) if follow_up else _drawn(scope)
    held = _held(scope, today)
    waiting = [FlowRow(AllocationOutcome.PENDING_MATCH_REVIEW)] * held
    decided = _decisions(scope).values_list("perpetrator", "outcome", "reason")
    rows = [
        row_of(AllocationOutcome(outcome), reason, drawn.get(perpetrator), follow_up=follow_up)
        for perpetrator, outcome, reason in decided
    ]
    return Flowing(
        rows=rows + waiting,
        counted=_counted(scope, held, follow_up=follow_up),
        withdrawn=_withdrawn(drawn.values()),
        not_assessed=_undecided(scope) - held,
        selected=_of_sites(scope).filter(OF_A_PANEL).count(),
        imported=_imported(scope),
    )


def _of_sites(scope: Scope) -> QuerySet[Allocation]:
    return Allocation.objects.filter(perpetrator__site__in=scope.sites).order_by()


def _allocations(scope: Scope) -> QuerySet[Allocation]:
    return _of_sites(scope).filter(origin__in=scope.origins).exclude(OF_A_PANEL)


def _decisions(scope: Scope) -> QuerySet[EligibilityDecision]:
    """Return the decisions of the trial: not those of a panel, which drew nobody."""
    found = EligibilityDecision.objects.filter(perpetrator__site__in=scope.sites).order_by()
    allocated = AllocationOutcome.ALLOCATED
    if scope.origin is AllocationOrigin.HISTORIC:
        imported = _allocations(scope).values("perpetrator")
        return found.filter(outcome=allocated, perpetrator__in=imported)
    others = _of_sites(scope).exclude(pk__in=_allocations(scope).values("pk"))
    return (
        found.exclude(outcome__in=_WITHOUT_A_PLACE)
        .exclude(outcome=allocated, perpetrator__in=others.values("perpetrator"))
        .exclude(Q(outcome__in=_EXCLUDED) & _spoken_of(scope))
    )


def _spoken_of(scope: Scope) -> Q:
    """Return which hearings a panel speaks of: those held while it selects."""
    spoken_of = Q(pk__in=[])
    periods = list(DesignPeriod.objects.filter(site__in=scope.sites).order_by("site", "starts_on"))
    for period, following in zip_longest(periods, periods[1:]):
        if period.method == AllocationMethod.PANEL:
            held = Q(hearing__site=period.site_id, hearing__meeting__held_on__gte=period.starts_on)
            if following and following.site_id == period.site_id:
                held &= Q(hearing__meeting__held_on__lt=following.starts_on)
            spoken_of |= held
    return spoken_of


def _drawn(scope: Scope) -> dict[UUID, Drawn]:
    """Return what each perpetrator drew."""
    void = _keys(live_voids().filter(allocation__in=_allocations(scope).values("pk")))
    found = _allocations(scope).values_list("pk", "perpetrator", "arm")
    return {his: Drawn(allocation=key, arm=Arm(arm), void=key in void) for key, his, arm in found}


def _followed(scope: Scope) -> dict[UUID, Drawn]:
    """Return what each perpetrator drew, and what came of it."""
    within = _allocations(scope).values("pk")
    cases = _keys(DriveCase.objects.filter(allocation__in=within))
    withdrawn = _reasons(Withdrawal.objects.filter(allocation__in=within), WithdrawalReason)
    lost = _reasons(LossToFollowUp.objects.filter(allocation__in=within), LossReason)
    return {
        his: replace(
            drawn,
            has_case=drawn.allocation in cases,
            withdrawn=withdrawn.get(drawn.allocation),
            lost=lost.get(drawn.allocation),
        )
        for his, drawn in _drawn(scope).items()
    }


def _keys(rows: QuerySet[Any]) -> set[UUID]:
    return set(rows.order_by().values_list("allocation", flat=True))


def _reasons(rows: QuerySet[Any], kind: type[Reason]) -> dict[UUID, Reason]:
    found = rows.order_by().values_list("allocation", "reason")
    return {allocation: kind(reason) for allocation, reason in found}


def _withdrawn(drawn: Iterable[Drawn]) -> dict[Arm, Counter[WithdrawalReason]]:
    reasons: dict[Arm, Counter[WithdrawalReason]] = {arm: Counter() for arm in Arm}
    for each in drawn:
        if each.withdrawn and not each.void:
            reasons[each.arm][each.withdrawn] += 1
    return reasons


def _held(scope: Scope, today: date) -> int:
    if scope.origin is AllocationOrigin.HISTORIC:
        return 0
    return sum(len(line_of(site, today=today).held) for site in scope.sites)


def _undecided(scope: Scope) -> int:
    if scope.origin is AllocationOrigin.HISTORIC:
        return 0
    decided = EligibilityDecision.objects.values("hearing")
    return MaracHearing.objects.filter(site__in=scope.sites).exclude(pk__in=decided).count()


def _counted(scope: Scope, held: int, *, follow_up: bool) -> Counted:
    allocations, void = _allocations(scope), live_voids().values("allocation")
    cases = DriveCase.objects.filter(allocation__in=allocations.exclude(pk__in=void))
    return Counted(
        decisions=_decisions(scope).count(),
        held=held,
        allocations=_by_arm(allocations),
        void=_by_arm(allocations.filter(pk__in=void)),
        cases=cases.count() if follow_up else None,
    )


def _by_arm(allocations: QuerySet[Allocation]) -> dict[Arm, int]:
    counted = allocations.values("arm").annotate(people=Count("pk"))
    return {Arm(row["arm"]): row["people"] for row in counted}


def _imported(scope: Scope) -> HistoricArms:
    if AllocationOrigin.HISTORIC not in scope.origins:
        return HistoricArms(source="", drive=0, control=0)
    arms = _by_arm(_allocations(scope).filter(origin=AllocationOrigin.HISTORIC))
    return HistoricArms(
        source="the time before this system",
        drive=arms.get(Arm.DRIVE, 0),
        control=arms.get(Arm.CONTROL, 0),
    )
