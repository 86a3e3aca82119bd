"""Where an imported Insights list stands, where each of its rows stands, and what may follow."""

from drive.linkage.cleaning import CleaningReason
from drive.vocabulary.word import Word


class InsightsListState(Word):
    """Where an imported Insights list stands."""

    READING = "reading", "Being read"
    UNREADABLE = "unreadable", "Could not be read"
    WAITING = "waiting", "Waits for decisions"
    DECIDED = "decided", "Decided"
    DISCARDED = "discarded", "Thrown away"
    EXPIRED = "expired", "Erased after thirty days"


class ReadingStep(Word):
    """How far the reading of a list has come."""

    OPENING = "opening", "Opening the file"
    COMPARING = "comparing", "Comparing the rows with one another"
    LINKING = "linking", "Looking for the allocated perpetrators"
    KEEPING = "keeping", "Storing the rows and the proposals"


class InsightsRowState(Word):
    """Where one row of an Insights list stands."""

    PROPOSED = "proposed", "Proposed to be set aside"
    LOOK = "look", "A person must look"
    SET_ASIDE = "set_aside", "Set aside"
    KEPT = "kept", "Kept by decision"
    STAYS = "stays", "Stays"


class RowVerdict(Word):
    """What somebody decided about a row. Nothing is removed either way."""

    SET_ASIDE = "set_aside", "Set the row aside"
    KEEP = "keep", "Keep the row"


class DecisionReason(Word):
    """Why a row was set aside: for one of the reasons that are looked for, or another."""

    EARLY = CleaningReason.EARLY.value, CleaningReason.EARLY.label
    COPY = CleaningReason.COPY.value, CleaningReason.COPY.label
    REPEAT = CleaningReason.REPEAT.value, CleaningReason.REPEAT.label
    BY_HAND = "by_hand", "Another reason"


UNDECIDED = (InsightsRowState.PROPOSED, InsightsRowState.LOOK)
"""Rows about which a person has not said anything yet and must."""

STAYING = (InsightsRowState.STAYS, InsightsRowState.KEPT)
"""Rows that stay in the cleaned list."""

STATE_AFTER: dict[RowVerdict, InsightsRowState] = {
    RowVerdict.SET_ASIDE: InsightsRowState.SET_ASIDE,
    RowVerdict.KEEP: InsightsRowState.KEPT,
}

_GONE = frozenset({InsightsListState.DISCARDED, InsightsListState.EXPIRED})

INSIGHTS_LIST_TRANSITIONS: dict[InsightsListState, frozenset[InsightsListState]] = {
    InsightsListState.READING: frozenset(
        {InsightsListState.WAITING, InsightsListState.DECIDED, InsightsListState.UNREADABLE}
    )
    | _GONE,
    InsightsListState.UNREADABLE: _GONE,
    InsightsListState.WAITING: frozenset({InsightsListState.DECIDED}) | _GONE,
    InsightsListState.DECIDED: _GONE,
    InsightsListState.DISCARDED: frozenset(),
    InsightsListState.EXPIRED: frozenset(),
}

INSIGHTS_ROW_TRANSITIONS: dict[InsightsRowState, frozenset[InsightsRowState]] = {
    InsightsRowState.PROPOSED: frozenset({InsightsRowState.SET_ASIDE, InsightsRowState.KEPT}),
    InsightsRowState.LOOK: frozenset({InsightsRowState.SET_ASIDE, InsightsRowState.KEPT}),
    InsightsRowState.STAYS: frozenset({InsightsRowState.SET_ASIDE}),
    InsightsRowState.SET_ASIDE: frozenset({InsightsRowState.SET_ASIDE, InsightsRowState.KEPT}),
    InsightsRowState.KEPT: frozenset({InsightsRowState.SET_ASIDE}),
}


def may_follow(before: InsightsListState, after: InsightsListState) -> bool:
    """Return whether a list may go from one state to another."""
    return after in INSIGHTS_LIST_TRANSITIONS[before]


def may_stand(before: InsightsRowState, after: InsightsRowState) -> bool:
    """Return whether a row may go from one state to another."""
    return after in INSIGHTS_ROW_TRANSITIONS[before]
