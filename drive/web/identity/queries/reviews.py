"""Who has to look at a question, and what hangs on it."""

from drive.web.allocation.queries import arms_of
from drive.web.people import rules
from drive.web.people.models import MatchCandidate, Merge
from drive.web.people.queries import roots_of


def both_drawn(candidate: MatchCandidate) -> bool:
    """Return whether each of the two has a draw that stands, so that one of them would be void."""
    return len(arms_of([candidate.one_id, candidate.other_id])) == 2


def needs_two(candidate: MatchCandidate) -> bool:
    """Return whether nobody may make these two one alone, for what hangs on it."""
    return candidate.crosses_roles or both_drawn(candidate)


def needs_second(candidate: MatchCandidate) -> bool:
    """Return whether one reviewer is not enough, whatever he or she says."""
    return rules.needs_second(
        crosses_roles=candidate.crosses_roles,
        both_drawn=both_drawn(candidate),
        sampled=candidate.sampled,
    )


def are_one(candidate: MatchCandidate) -> bool:
    """Return whether the two are one already."""
    return len(set(roots_of([candidate.one_id, candidate.other_id]).values())) == 1


def own_merge(candidate: MatchCandidate) -> Merge | None:
    """Return the merge that joins just these two, if it stands."""
    return Merge.objects.filter(
        one=candidate.one_id, other=candidate.other_id, undone_at=None
    ).first()
