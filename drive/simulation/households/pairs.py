"""Pairs of cases that have people in common, by what kind of pair they are."""

from __future__ import annotations

import pandas as pd

IDENTICAL, VICTIM_REPEAT = "identical", "victim_repeat"
SAME_PERPETRATOR, SAME_VICTIM = "same_perpetrator", "same_victim"
_KEYS = ["perpetrator_id", "victim_survivor_id"]


def case_pairs(cases: pd.DataFrame) -> pd.DataFrame:
    """Return every pair of cases with a person in the same role, each once.

    Parameters
    ----------
    cases : pandas.DataFrame
        case_id, heard_on, perpetrator_id, victim_survivor_id: the truth, or what a linkage
        has found. A missing person is nobody's.

    Returns
    -------
    pandas.DataFrame
        case_a < case_b, and category: ``identical`` (both people, one hearing),
        ``victim_repeat`` (both people, another hearing), ``same_perpetrator`` (with another
        victim-survivor), ``same_victim`` (with another perpetrator).
    """
    kept = cases[["case_id", "heard_on", *_KEYS]]
    joined = pd.concat([_sharing(kept, key) for key in _KEYS]).drop_duplicates(
        ["case_id_a", "case_id_b"]
    )
    same = {key: joined[f"{key}_a"] == joined[f"{key}_b"] for key in _KEYS}
    both = same["perpetrator_id"] & same["victim_survivor_id"]
    category = pd.Series(SAME_VICTIM, index=joined.index)
    category = category.mask(same["perpetrator_id"], SAME_PERPETRATOR)
    category = category.mask(both, VICTIM_REPEAT)
    category = category.mask(both & (joined["heard_on_a"] == joined["heard_on_b"]), IDENTICAL)
    found = pd.DataFrame(
        {"case_a": joined["case_id_a"], "case_b": joined["case_id_b"], "category": category}
    )
    return found.sort_values(["case_a", "case_b"], ignore_index=True)


def _sharing(cases: pd.DataFrame, key: str) -> pd.DataFrame:
    known = cases.dropna(subset=[key])
    shared = known[known.duplicated(key, keep=False)].assign(together=lambda rows: rows[key])
    joined = shared.merge(shared, on="together", suffixes=("_a", "_b"))
    return joined[joined["case_id_a"] < joined["case_id_b"]].reset_index(drop=True)
