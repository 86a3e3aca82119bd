"""How far two reviewers who saw the same two records agree."""

from dataclasses import dataclass
from datetime import datetime

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.models import User
from drive.web.identity.queries.reviews import needs_second
from drive.web.people.models import MatchCandidate
from drive.web.people.rules import outcome


@dataclass(frozen=True)
class DoublyReviewed:
    """A question to which two reviewers gave an answer without knowing the other's."""

    first: Verdict
    second: Verdict
    at: datetime


def doubly_reviewed(actor: User) -> list[DoublyReviewed]:
    """Return the first two verdicts on each question that two reviewers decided, in order.

    What was said after a question was settled does not count: whoever overrules knows what was
    said before.
    """
    candidates = (
        MatchCandidate.objects.visible_to(actor)
        .filter(decisions__number=2)
        .prefetch_related("decisions")
    )
    rows = []
    for candidate in candidates:
        first, second = candidate.decisions.all()[:2]
        if _waited_for_a_second(candidate, Verdict(first.verdict)):
            pair = Verdict(first.verdict), Verdict(second.verdict)
            rows.append(DoublyReviewed(*pair, at=second.recorded_at))
    return sorted(rows, key=lambda row: row.at)


def _waited_for_a_second(candidate: MatchCandidate, first: Verdict) -> bool:
    state, _ = outcome([first], needs_second=needs_second(candidate))
    return state is CandidateState.SECOND
