"""Deciding about rows: to set aside or to keep. Decisions are added; the latest counts."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.cleaning.exceptions import ListIsPast, NeedsAReason, StandsSoAlready
from drive.web.cleaning.models import (
    CleaningProposal,
    InsightsList,
    InsightsListRow,
    RowDecision,
)
from drive.web.cleaning.queries.proposals import proposal_of, proposals_of
from drive.web.cleaning.rules.states import (
    STATE_AFTER,
    UNDECIDED,
    DecisionReason,
    InsightsListState,
    InsightsRowState,
    RowVerdict,
    may_stand,
)
from drive.web.core.sealing import seal_field

AT_ONCE = 50
"""Rows that are decided on together: as many as stand on one page."""


@transaction.atomic
def decide_row(
    *,
    row: InsightsListRow,
    verdict: RowVerdict,
    reason: DecisionReason | None,
    words: str,
    by: User,
    now: datetime,
) -> RowDecision:
    """Set a row aside, or keep it, which also takes it back.

    Raises
    ------
    ListIsPast
        If the list is being read, or is erased.
    NeedsAReason
        If the decision is not just what was proposed, and no reason is given in words.
    StandsSoAlready
        If the row stands like that.
    """
    _lock(row.insights_list_id)
    row.refresh_from_db()
    proposal = proposal_of(row)
    given = _reason(verdict, reason, proposal)
    _refuse_no_change(row, verdict, given)
    said = words.strip() or _said(verdict, given, proposal)
    last = row.decisions.aggregate(last=Max("number"))["last"] or 0
    decision = _decision(row, verdict, given, number=last + 1, words=said, by=by, now=now)
    decision.save(force_insert=True)
    _stand(row, verdict, given)
    row.save(update_fields=["state", "set_aside_reason"])
    _settle(row.insights_list_id)
    record_change("cleaning.decide", row, by=by, now=now)
    return decision


@transaction.atomic
def set_aside_rows(
    *,
    insights_list: InsightsList,
    rows: Iterable[UUID],
    reason: DecisionReason,
    by: User,
    now: datetime,
) -> list[InsightsListRow]:
    """Set the rows of one page aside for the reason proposed, and return those that were.

    A row on which somebody has decided meanwhile is left as it is.

    Raises
    ------
    ListIsPast
        If the list is being read, or is erased.
    NeedsAReason
        If these are more rows than a page shows: nobody has looked at them.
    """
    keys = list(rows)
    if len(keys) > AT_ONCE:
        raise NeedsAReason(f"No more than {AT_ONCE} rows are set aside together.")
    _lock(insights_list.pk)
    waiting = proposals_of(insights_list, reason).filter(
        row__in=keys, row__state=InsightsRowState.PROPOSED
    )
    proposals = list(waiting.select_related("row"))
    changed = [proposal.row for proposal in proposals]
    # A row that waits has no decision yet, so that each of these is its first.
    RowDecision.objects.bulk_create(
        _decision(
            each.row, RowVerdict.SET_ASIDE, reason, number=1, words=each.because, by=by, now=now
        )
        for each in proposals
    )
    for row in changed:
        _stand(row, RowVerdict.SET_ASIDE, reason)
    InsightsListRow.objects.bulk_update(changed, ["state", "set_aside_reason"])
    _settle(insights_list.pk)
    record_change("cleaning.set_aside_page", *changed, by=by, now=now)
    return changed


def _lock(key: UUID) -> None:
    locked = InsightsList.objects.select_for_update().get(pk=key)
    if locked.state not in {InsightsListState.WAITING, InsightsListState.DECIDED}:
        state = InsightsListState(locked.state).label.lower()
        raise ListIsPast(
            "Nothing can be decided on the rows of this list now, since nobody can look at them. "
            f"It stands as: {state}. Decisions that were made before stay."
        )


def _reason(
    verdict: RowVerdict, reason: DecisionReason | None, proposal: CleaningProposal | None
) -> DecisionReason:
    if verdict is RowVerdict.SET_ASIDE and reason is None:
        raise NeedsAReason("Say for which reason the row is set aside.", field="reason")
    if verdict is RowVerdict.KEEP or reason is None:
        return DecisionReason(proposal.reason) if proposal else DecisionReason.BY_HAND
    return reason


def _refuse_no_change(row: InsightsListRow, verdict: RowVerdict, reason: DecisionReason) -> None:
    before, after = InsightsRowState(row.state), STATE_AFTER[verdict]
    same = before is after and row.set_aside_reason in {"", reason.value}
    if same or not may_stand(before, after):
        raise StandsSoAlready(
            f"Row {row.number} stands as “{before.label.lower()}” already, so nothing was changed."
        )


def _said(verdict: RowVerdict, reason: DecisionReason, proposal: CleaningProposal | None) -> str:
    """Return the words of the proposal, where the decision is just what was proposed."""
    if proposal and verdict is RowVerdict.SET_ASIDE and reason == proposal.reason:
        return proposal.because
    if verdict is RowVerdict.KEEP:
        raise NeedsAReason("Say why the row is kept.", field="words")
    raise NeedsAReason("Say why the row is set aside: nobody proposed it so.", field="words")


def _decision(
    row: InsightsListRow,
    verdict: RowVerdict,
    reason: DecisionReason,
    *,
    number: int,
    words: str,
    by: User,
    now: datetime,
) -> RowDecision:
    made = RowDecision(
        row=row,
        number=number,
        verdict=verdict,
        reason=reason,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(made, "sealed_words", words)
    return made


def _stand(row: InsightsListRow, verdict: RowVerdict, reason: DecisionReason) -> None:
    row.state = STATE_AFTER[verdict]
    row.set_aside_reason = reason if verdict is RowVerdict.SET_ASIDE else ""


def _settle(key: UUID) -> None:
    """Say of the list that it is decided, once nothing of it waits for a person."""
    waits = InsightsListRow.objects.filter(insights_list=key, state__in=UNDECIDED).exists()
    if not waits:
        InsightsList.objects.filter(pk=key).update(state=InsightsListState.DECIDED)
