"""Where an imported list stands, where each row of it stands, and what may follow what."""

from drive.vocabulary.word import Word


class BatchState(Word):
    """Where an imported list stands."""

    READING = "reading", "Being read"
    UNREADABLE = "unreadable", "Could not be read"
    WAITING = "waiting", "Waiting for you to check it"
    CONFIRMING = "confirming", "Being saved"
    CONFIRMED = "confirmed", "Saved"
    DISCARDED = "discarded", "Thrown away"
    EXPIRED = "expired", "Erased after seven days"


class RowState(Word):
    """Where one row of a list stands."""

    READY = "ready", "Ready"
    PROBLEM = "problem", "Needs correcting"
    SAVED = "saved", "Saved as a hearing"
    SET_ASIDE = "set_aside", "Set aside"


class SetAsideReason(Word):
    """Why a row of a list did not become a hearing."""

    COPY_IN_LIST = "copy_in_list", "The same row stands twice in the list"
    ALREADY_HEARD = "already_heard", "This hearing is recorded already"
    BY_HAND = "by_hand", "Set aside by the person who imported the list"


_GONE = frozenset({BatchState.DISCARDED, BatchState.EXPIRED})

BATCH_TRANSITIONS: dict[BatchState, frozenset[BatchState]] = {
    BatchState.READING: frozenset({BatchState.WAITING, BatchState.UNREADABLE}) | _GONE,
    BatchState.UNREADABLE: _GONE,
    BatchState.WAITING: frozenset({BatchState.CONFIRMING}) | _GONE,
    BatchState.CONFIRMING: frozenset({BatchState.WAITING, BatchState.CONFIRMED}),
    BatchState.CONFIRMED: frozenset({BatchState.EXPIRED}),
    BatchState.DISCARDED: frozenset(),
    BatchState.EXPIRED: frozenset(),
}

ROW_TRANSITIONS: dict[RowState, frozenset[RowState]] = {
    RowState.PROBLEM: frozenset({RowState.READY, RowState.SET_ASIDE}),
    RowState.READY: frozenset({RowState.SAVED, RowState.PROBLEM, RowState.SET_ASIDE}),
    RowState.SET_ASIDE: frozenset({RowState.READY, RowState.PROBLEM}),
    RowState.SAVED: frozenset(),
}


def may_follow(before: BatchState, after: BatchState) -> bool:
    """Return whether a list may go from one state to another."""
    return after in BATCH_TRANSITIONS[before]
