"""Undoing a merge, with all that follows from it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.models import User
from drive.web.allocation.actions import lift_void
from drive.web.audit.actions import record_change
from drive.web.people.actions import undo_merge
from drive.web.people.models import MatchCandidate, MatchDecision, Merge, Person, PersonMention
from drive.web.people.queries import groups_of
from drive.web.people.rules import is_sampled
from drive.web.referrals.actions import recount_repeats


@transaction.atomic
def undo(*, merge: Merge, reason: str, by: User, now: datetime) -> Merge:
    """Undo a merge, and decide that the two are different so that they are not joined again.

    Raises
    ------
    NotMerged
        If it was undone already.
    """
    undone = part(merge=merge, reason=reason, by=by, now=now)
    candidate = _question_of(merge, by=by, now=now)
    if candidate.verdict != Verdict.DIFFERENT:
        _keep_apart(candidate, reason=reason, by=by, now=now)
    return undone


def part(*, merge: Merge, reason: str, by: User, now: datetime) -> Merge:
    """Undo a merge with all that followed from it: part of the caller's transaction.

    Whoever said that some other record of the one is the same as some record of the other is
    overruled, since they are two people now.
    """
    undone = undo_merge(merge=merge, reason=reason, by=by, now=now)
    two = Person.objects.filter(pk__in=[undone.one_id, undone.other_id])
    lift_void(merge=undone, by=by, now=now)
    recount_repeats(two)
    for candidate in _said_to_be_one(undone):
        _keep_apart(candidate, reason=reason, by=by, now=now)
    return undone


def _said_to_be_one(merge: Merge) -> Iterable[MatchCandidate]:
    groups = groups_of([merge.one_id, merge.other_id])
    mine, theirs = groups[merge.one_id], groups[merge.other_id]
    between = Q(one__in=mine, other__in=theirs) | Q(one__in=theirs, other__in=mine)
    return MatchCandidate.objects.select_for_update().filter(
        between, state=CandidateState.SETTLED, verdict=Verdict.SAME
    )


def _keep_apart(candidate: MatchCandidate, *, reason: str, by: User, now: datetime) -> None:
    decision = MatchDecision.objects.create(
        candidate=candidate,
        number=candidate.decisions.count() + 1,
        verdict=Verdict.DIFFERENT,
        reason=reason,
        recorded_at=now,
        recorded_by=by,
    )
    candidate.state, candidate.verdict = CandidateState.SETTLED, Verdict.DIFFERENT
    candidate.save(update_fields=["state", "verdict"])
    record_change("identity.decide", decision, candidate, by=by, now=now)


def _question_of(merge: Merge, *, by: User, now: datetime) -> MatchCandidate:
    """Return the question about the two of a merge; a rule of the machine asked none."""
    asked = MatchCandidate.objects.select_for_update().filter(one=merge.one, other=merge.other)
    return asked.first() or MatchCandidate.objects.create(
        one=merge.one,
        other=merge.other,
        one_mention=_first_mention(merge.one),
        other_mention=_first_mention(merge.other),
        run=merge.run,
        sampled=is_sampled(merge.one_id, merge.other_id),
        recorded_at=now,
        recorded_by=by,
    )


def _first_mention(person: Person) -> PersonMention:
    return PersonMention.objects.filter(person=person).order_by("recorded_at", "pk")[0]
