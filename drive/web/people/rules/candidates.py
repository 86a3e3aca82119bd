"""When the question whether two people are one is settled, and who has to look at it."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from drive.vocabulary.identity import CandidateState, Verdict

SAMPLED_ONE_IN = 5
"""Of the questions that one reviewer may settle, one in so many is put to a second one."""

UNSETTLED = (CandidateState.OPEN, CandidateState.SECOND, CandidateState.DISAGREED)
"""The states in which nobody knows yet whether two people are one."""


def is_sampled(one: UUID, other: UUID) -> bool:
    """Return whether a pair of people belongs to the sample that two reviewers look at.

    It is fixed by the keys of the two, so that no reviewer and no second run can choose.
    """
    first, second = sorted((one.hex, other.hex))
    digest = sha256(f"{first}:{second}".encode()).digest()
    return int.from_bytes(digest[:8]) % SAMPLED_ONE_IN == 0


def needs_second(*, crosses_roles: bool, both_drawn: bool, sampled: bool) -> bool:
    """Return whether one reviewer is not enough, whatever he or she says.

    Parameters
    ----------
    crosses_roles : bool
        Whether the one is known as a perpetrator and the other as a victim-survivor.
    both_drawn : bool
        Whether both were allocated: to make them one voids the later allocation.
    sampled : bool
        Whether the pair belongs to the sample; see `is_sampled`.
    """
    return crosses_roles or both_drawn or sampled


def outcome(
    verdicts: Sequence[Verdict], *, needs_second: bool
) -> tuple[CandidateState, Verdict | None]:
    """Return how far a question has come, and what it was settled as.

    Parameters
    ----------
    verdicts : sequence of Verdict
        What the reviewers said, in the order in which they said it.
    needs_second : bool
        Whether one reviewer is not enough. After a first "cannot tell" one is never enough.

    Returns
    -------
    tuple of CandidateState and Verdict or None
        Two different verdicts wait for a third; from then on the latest settles, as it does where
        a settled question is decided again.
    """
    if not verdicts:
        return CandidateState.OPEN, None
    first, latest = verdicts[0], verdicts[-1]
    two = needs_second or first is Verdict.CANNOT_TELL
    if two and len(verdicts) == 1:
        return CandidateState.SECOND, None
    if two and len(verdicts) == 2 and first is not latest:
        return CandidateState.DISAGREED, None
    return CandidateState.SETTLED, latest
