"""What was decided, merged and undone about somebody, and what is asked now: for reviewers."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.models import User
from drive.web.allocation.queries import live_voids
from drive.web.people.models import MatchCandidate, MatchDecision, Merge
from drive.web.people.queries import groups_of
from drive.web.people.rules import UNSETTLED


@dataclass(frozen=True, kw_only=True)
class History:
    """What reviewers and the machine did about somebody, and what waits."""

    merges: list[Merge]
    decisions: list[MatchDecision]
    settled: list[MatchCandidate]
    waiting: list[MatchCandidate]


def history(actor: User, people: Collection[UUID]) -> History:
    """Return the history of the identity of some people.

    What one reviewer said stays unsaid while a second one has still to say something.
    """
    about = Q(one__in=people) | Q(other__in=people)
    candidates = (
        MatchCandidate.objects.visible_to(actor).filter(about).select_related("one", "other")
    )
    decisions = MatchDecision.objects.visible_to(actor).filter(candidate__in=candidates)
    return History(
        merges=list(merges(actor).filter(about)),
        decisions=list(
            decisions.exclude(candidate__state=CandidateState.SECOND)
            .select_related("candidate__one", "candidate__other", "recorded_by")
            .order_by("recorded_at", "number")
        ),
        settled=list(candidates.filter(state=CandidateState.SETTLED)),
        waiting=list(candidates.filter(state__in=UNSETTLED)),
    )


def merges(actor: User) -> QuerySet[Merge]:
    """Return the merges that the actor may see, the newest first."""
    return (
        Merge.objects.visible_to(actor)
        .select_related("one", "other", "recorded_by", "undone_by", "decision__recorded_by", "run")
        .order_by("-recorded_at", "pk")
    )


def narrowed(found: QuerySet[Merge], made: str, state: str) -> QuerySet[Merge]:
    """Return merges made by `rule` or by `decision`, and `live` or `undone` ones."""
    if made:
        found = found.filter(decision__isnull=made == "rule")
    if state:
        found = found.filter(undone_at__isnull=state == "live")
    return found


def voids_of(merge: Merge) -> int:
    """Return how many draws are void because of a merge."""
    return live_voids().filter(merge=merge).count()


def overruled_by_undoing(merge: Merge) -> list[MatchCandidate]:
    """Return the questions settled as “the same” that undoing a merge contradicts.

    A merge joins two groups: without it, what is reached from the one is apart from the other.
    """
    mine, theirs = _apart(merge)
    between = Q(one__in=mine, other__in=theirs) | Q(one__in=theirs, other__in=mine)
    return list(
        MatchCandidate.objects.filter(
            between, state=CandidateState.SETTLED, verdict=Verdict.SAME
        ).select_related("one", "other")
    )


def _apart(merge: Merge) -> tuple[set[UUID], set[UUID]]:
    group = groups_of([merge.one_id])[merge.one_id]
    others = Merge.objects.filter(undone_at=None, one__in=group).exclude(pk=merge.pk)
    joined = list(others.values_list("one", "other"))
    mine = {merge.one_id}
    for _step in joined:
        mine |= {key for pair in joined if mine & set(pair) for key in pair}
    return mine, group - mine
