"""People made one and two again, with what that means for their draws."""

from datetime import datetime

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.allocation.actions import lift_void, void_later_draw
from drive.web.people.actions import merge_people, undo_merge
from drive.web.people.models import MatchCandidate, Merge, Person
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast


def perpetrator(heard: MaracHearing) -> Person:
    """Return the perpetrator of a hearing."""
    return heard.dyad.perpetrator.person


def answered(candidate: MatchCandidate, verdict: Verdict) -> None:
    """Settle a question, and nothing else."""
    candidate.state, candidate.verdict = CandidateState.SETTLED, verdict
    candidate.save()


def made_one(cast: Cast, one: Person, other: Person, *, now: datetime = NOW) -> Merge:
    """Make two people one, with what that means for their draws."""
    merge = merge_people(one=one, other=other, rule="test rule", by=cast.allocator, now=now)
    assert merge is not None
    void_later_draw([one.pk, other.pk], merge, by=cast.allocator, now=now)
    return merge


def made_two_again(cast: Cast, merge: Merge, *, now: datetime = NOW) -> None:
    """Undo that."""
    undone = undo_merge(merge=merge, reason="two people after all", by=cast.allocator, now=now)
    lift_void(undone, by=cast.allocator, now=now)
