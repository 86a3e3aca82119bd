"""Deciding whether two records are one person, and carrying out what was decided."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.models import User
from drive.web.allocation.actions import void_later_draw
from drive.web.audit.actions import record_change
from drive.web.identity.actions.parting import part
from drive.web.identity.exceptions import (
    JoinedThroughOthers,
    NotSettled,
    SecondReviewerNeeded,
    SettledAlready,
)
from drive.web.identity.queries.reviews import are_one, needs_second, needs_two, own_merge
from drive.web.people.actions import merge_people, refuse_to_merge
from drive.web.people.models import MatchCandidate, MatchDecision
from drive.web.people.rules import outcome
from drive.web.referrals.actions import recount_repeats


@transaction.atomic
def decide(
    *,
    candidate: MatchCandidate,
    verdict: Verdict,
    reason: str,
    overrule: bool = False,
    by: User,
    now: datetime,
) -> MatchDecision:
    """Say of two records whether they are one person, and carry out what is then settled.

    Settled as the same: they are made one, the later draw of two becomes void, repeats are counted
    again. Settled as anything else: what joined them is undone. `overrule` decides again what was
    settled.

    Raises
    ------
    SettledAlready, NotSettled, SecondReviewerNeeded
        If it is not this reviewer's turn.
    OneDyad, KeptApart, JoinedThroughOthers
        If it cannot be as decided.
    """
    locked = MatchCandidate.objects.select_for_update().get(pk=candidate.pk)
    earlier = list(locked.decisions.order_by("number"))
    _refuse_out_of_turn(locked, earlier, verdict, overrule=overrule, by=by)
    if verdict is Verdict.SAME and not are_one(locked):
        refuse_to_merge(one=locked.one, other=locked.other, asked_again=locked)
    state, settled = _outcome(locked, earlier, verdict, overrule=overrule, by=by)
    decision = MatchDecision.objects.create(
        candidate=locked,
        number=len(earlier) + 1,
        verdict=verdict,
        reason=reason,
        recorded_at=now,
        recorded_by=by,
    )
    locked.state, locked.verdict = state, settled or ""
    locked.save(update_fields=["state", "verdict"])
    record_change("identity.decide", decision, locked, by=by, now=now)
    if overrule or settled:
        _carry_out(locked, decision, settled, by=by, now=now)
    return decision


def _refuse_out_of_turn(
    candidate: MatchCandidate,
    earlier: Sequence[MatchDecision],
    verdict: Verdict,
    *,
    overrule: bool,
    by: User,
) -> None:
    is_settled = candidate.state == CandidateState.SETTLED
    if is_settled and not overrule:
        raise SettledAlready("Somebody settled this question while the page was open.")
    if overrule and not is_settled:
        raise NotSettled("This question is not settled, so there is nothing to overrule.")
    if overrule and verdict == candidate.verdict:
        raise SettledAlready("It is settled like that already.", field="verdict")
    waits_for_another = candidate.state == CandidateState.SECOND
    if waits_for_another and earlier[-1].recorded_by_id == by.pk:
        raise SecondReviewerNeeded("You have decided already; this waits for somebody else.")


def _outcome(
    candidate: MatchCandidate,
    earlier: Sequence[MatchDecision],
    verdict: Verdict,
    *,
    overrule: bool,
    by: User,
) -> tuple[CandidateState, Verdict | None]:
    said = [Verdict(each.verdict) for each in earlier]
    state, settled = (
        (CandidateState.SETTLED, verdict)
        if overrule
        else outcome([*said, verdict], needs_second=needs_second(candidate))
    )
    others = {Verdict(each.verdict) for each in earlier if each.recorded_by_id != by.pk}
    if settled is Verdict.SAME and verdict not in others and needs_two(candidate):
        # Nobody makes these two one alone, whether as a third reviewer or by overruling.
        return CandidateState.SECOND, None
    return state, settled


def _carry_out(
    candidate: MatchCandidate,
    decision: MatchDecision,
    settled: Verdict | None,
    *,
    by: User,
    now: datetime,
) -> None:
    if settled is Verdict.SAME:
        _join(candidate, decision, by=by, now=now)
        return
    merge = own_merge(candidate)
    if merge is not None:
        part(merge=merge, reason=decision.reason, by=by, now=now)
    elif settled is Verdict.DIFFERENT and are_one(candidate):
        raise JoinedThroughOthers(
            "These two are one person through other records. Undo the merge that joins them, on "
            "the page of the person; then they can be kept apart.",
            field="verdict",
        )


def _join(candidate: MatchCandidate, decision: MatchDecision, *, by: User, now: datetime) -> None:
    two = (candidate.one, candidate.other)
    merge = merge_people(
        one=candidate.one, other=candidate.other, decision=decision, by=by, now=now
    )
    if merge is not None:
        void_later_draw(people=[candidate.one_id, candidate.other_id], merge=merge, by=by, now=now)
        recount_repeats(two)
