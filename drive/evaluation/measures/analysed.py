"""Who is analysed, and where: draws that are void, victim-survivors linked to both arms."""

from __future__ import annotations

import pandas as pd

from drive.vocabulary.allocation import OF_THE_SERVICE, AllocationOutcome


def at_the_door(allocations: pd.DataFrame) -> pd.DataFrame:
    """Return what became of everybody at the door of the draw, void draws told from the others.

    Parameters
    ----------
    allocations : pandas.DataFrame
        The table of the snapshot; ``void_duplicate`` may be empty.
    """
    void = allocations["void_duplicate"] == True  # noqa: E712 - None is not true
    outcome = allocations["outcome"].mask(void, AllocationOutcome.VOID_DUPLICATE.value)
    return allocations.assign(outcome=outcome)


def in_the_trial(allocations: pd.DataFrame) -> pd.DataFrame:
    """Return the allocations on which a contrast between the arms can rest.

    Whoever a panel selected, or its lottery, has no control arm beside him.

    Parameters
    ----------
    allocations : pandas.DataFrame
        As `at_the_door` returns it.
    """
    standing = allocations["outcome"] == AllocationOutcome.ALLOCATED
    return allocations[standing & ~allocations["origin"].isin(set(OF_THE_SERVICE))]


def with_arms_of_victim_survivors(
    people: pd.DataFrame, victim_survivors: pd.DataFrame
) -> pd.DataFrame:
    """Return the allocated with what their victim-survivors are linked to.

    Parameters
    ----------
    people : pandas.DataFrame
        One row per allocation that stands: ``arm``, ``victim_survivor_id`` (None if there is
        none), ``victim_survivor_turn`` (None if it is not known).
    victim_survivors : pandas.DataFrame
        The table of the snapshot: ``person_id`` is the same in rows of one human being.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``her`` (who she is), ``in_both_arms``, and ``analysed_before``: she is
        linked to both arms, and this is not the first of the allocations that lead to her.
    """
    human_being = dict(
        zip(victim_survivors["victim_survivor_id"], victim_survivors["person_id"], strict=True)
    )
    her = [human_being.get(key) or key for key in people["victim_survivor_id"]]
    known = people.assign(her=pd.Series(her, index=people.index, dtype=object))
    arms = known[known["her"].notna()].groupby("her")["arm"].nunique()
    both = known["her"].isin(set(arms[arms > 1].index))
    later = known["victim_survivor_turn"].map(lambda turn: turn is not None and turn > 1)
    return known.assign(in_both_arms=both, analysed_before=both & later.astype(bool))
