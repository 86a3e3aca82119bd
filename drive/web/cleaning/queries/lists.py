"""Finding lists, and counting where their rows stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from drive.linkage.cleaning import CleaningReason
from drive.web.accounts.models import User
from drive.web.cleaning.models import InsightsList, InsightsListRow
from drive.web.cleaning.queries.proposals import proposals_of
from drive.web.cleaning.rules.states import (
    STAYING,
    UNDECIDED,
    DecisionReason,
    InsightsListState,
    InsightsRowState,
)


def lists_for(actor: User) -> QuerySet[InsightsList]:
    """Return the lists that the actor may see, newest first."""
    return InsightsList.objects.visible_to(actor).select_related("recorded_by")


def waiting_for(actor: User) -> Any:
    """Return the lists that wait for decisions, each with `rows_waiting`."""
    waits = Count("rows", filter=Q(rows__state__in=UNDECIDED))
    found = lists_for(actor).filter(state=InsightsListState.WAITING)
    return found.annotate(rows_waiting=waits).order_by("recorded_at")


def expired(day: date) -> QuerySet[InsightsList]:
    """Return the lists whose thirty days are over and whose content still lies here."""
    gone = [InsightsListState.DISCARDED, InsightsListState.EXPIRED]
    return InsightsList.objects.filter(expires_on__lte=day).exclude(state__in=gone)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many rows were proposed for one reason, and what became of them."""

    reason: CleaningReason
    proposed: int
    undecided: int
    set_aside: int
    kept: int


def progress(insights_list: InsightsList, actor: User) -> list[Progress]:
    """Return how far the deciding has come, in the order early, copy, repeat."""
    return [_progress(insights_list, reason, actor) for reason in CleaningReason]


def _progress(insights_list: InsightsList, reason: CleaningReason, actor: User) -> Progress:
    visible = proposals_of(insights_list, reason).visible_to(actor)
    found = dict(visible.order_by().values_list("row__state").annotate(rows=Count("pk")))
    return Progress(
        reason=reason,
        proposed=sum(found.values()),
        undecided=found.get(InsightsRowState.PROPOSED.value, 0),
        set_aside=found.get(InsightsRowState.SET_ASIDE.value, 0),
        kept=found.get(InsightsRowState.KEPT.value, 0),
    )


def row_counts(insights_list: InsightsList, actor: User) -> dict[InsightsRowState, int]:
    """Return how many rows of a list stand in each state."""
    rows = InsightsListRow.objects.visible_to(actor).filter(insights_list=insights_list)
    found = dict(rows.order_by().values_list("state").annotate(rows=Count("pk")))
    return {state: found.get(state.value, 0) for state in InsightsRowState}


@dataclass(frozen=True, kw_only=True)
class SiteCounts:
    """What stays of a list at one site, or at all of them."""

    site: str
    rows: int
    early: int
    copy: int
    repeat: int
    by_hand: int
    undecided: int
    stays: int
    linked: int
    not_linked: int
    reconstructed: int


_ASIDE = {reason.value: Q(set_aside_reason=reason) for reason in DecisionReason}
_STAYS = Q(state__in=STAYING)
_COUNTED: dict[str, Q] = {
    "rows": Q(),
    **_ASIDE,
    "undecided": Q(state__in=UNDECIDED),
    "stays": _STAYS,
    "linked": _STAYS & Q(perpetrator__isnull=False),
    "not_linked": _STAYS & Q(perpetrator=None),
    "reconstructed": _STAYS & Q(perpetrator=None, reconstructed=True),
}


def what_stays(insights_list: InsightsList, actor: User) -> list[SiteCounts]:
    """Return what stays of a list by site; a site whose name is not known has an empty one."""
    rows = InsightsListRow.objects.visible_to(actor).filter(insights_list=insights_list)
    found: Any = rows.order_by().values("site__name").annotate(**counted(_COUNTED))
    return [
        SiteCounts(site=each.pop("site__name") or "", **each)
        for each in found.order_by("site__name")
    ]


def counted(conditions: dict[str, Q]) -> dict[str, Count]:
    """Return what to count for each condition."""
    return {name: Count("pk", filter=condition) for name, condition in conditions.items()}


def in_all(sites: Iterable[SiteCounts]) -> SiteCounts:
    """Return the counts of all sites together."""
    found = list(sites)
    names = [name for name in SiteCounts.__dataclass_fields__ if name != "site"]
    return SiteCounts(
        site="", **{name: sum(getattr(each, name) for each in found) for name in names}
    )
