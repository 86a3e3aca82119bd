"""The same abuse type rated of the same case twice: at the beginning and at the end."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from drive.evaluation.measures.rows import NO_ROW
from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import ValueStatus, YesNo

LEVELS: tuple[str, ...] = tuple(level.value for level in Severity)
_ANSWERS = ("used", "used_status", "severity", "severity_status")


def paired(cases: pd.DataFrame, ratings: pd.DataFrame, *, before: str, after: str) -> pd.DataFrame:
    """Return one row per case and abuse type, with both answers at both times.

    Parameters
    ----------
    cases : pandas.DataFrame
        One row per case, with ``dyad_id`` and the keys of the two forms in the columns
        ``before`` and ``after`` (None where there is no form).
    ratings : pandas.DataFrame
        The ratings of the snapshot.
    before, after : str
        Names of those columns.
    """
    types = pd.DataFrame({"abuse_type": [kind.value for kind in AbuseType]})
    grid = cases.merge(types, how="cross")
    for time, form in (("before", before), ("after", after)):
        renamed = ratings[["owner_id", "dyad_id", "abuse_type", *_ANSWERS]].rename(
            columns={"owner_id": form, **{each: f"{each}_{time}" for each in _ANSWERS}}
        )
        grid = grid.merge(renamed, how="left", on=[form, "dyad_id", "abuse_type"])
        for each in ("used_status", "severity_status"):
            grid[f"{each}_{time}"] = grid[f"{each}_{time}"].fillna(NO_ROW)
    return grid


def two_by_two(pairs: pd.DataFrame) -> list[list[int]]:
    """Return [[yes-yes, yes-no], [no-yes, no-no]] of those whose answer is known at both times."""
    return [
        [
            int(((pairs["used_before"] == before) & (pairs["used_after"] == after)).sum())
            for after in (YesNo.YES, YesNo.NO)
        ]
        for before in (YesNo.YES, YesNo.NO)
    ]


def movement(pairs: pd.DataFrame) -> list[list[int]]:
    """Return severity at the beginning (rows) by severity at the end, known at both times."""
    return [
        [
            int(((pairs["severity_before"] == before) & (pairs["severity_after"] == after)).sum())
            for after in LEVELS
        ]
        for before in LEVELS
    ]


def risers(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in which the severity rose."""
    rank = {level: place for place, level in enumerate(LEVELS)}
    before, after = pairs["severity_before"].map(rank), pairs["severity_after"].map(rank)
    return pairs[after > before]


def yes_counts(table: list[list[int]]) -> tuple[int, int, int]:
    """Return how many said yes before, yes after, and how many pairs there are."""
    (both, stopped), (started, neither) = table
    return both + stopped, both + started, both + stopped + started + neither


def unknown_used(pairs: pd.DataFrame) -> dict[str, int]:
    """Return of how many the pair is incomplete, by reason."""
    return _unknown(pairs, "used")


def unknown_severity(pairs: pd.DataFrame) -> dict[str, int]:
    """Return of how many the pair of severities is incomplete, by reason."""
    return _unknown(pairs, "severity")


def _unknown(pairs: pd.DataFrame, answer: str) -> dict[str, int]:
    reasons: Counter[str] = Counter()
    statuses = zip(pairs[f"{answer}_status_before"], pairs[f"{answer}_status_after"], strict=True)
    for before, after in statuses:
        if before != ValueStatus.KNOWN:
            reasons[f"intake: {status_label(before)}"] += 1
        elif after != ValueStatus.KNOWN:
            reasons[f"exit: {status_label(after)}"] += 1
    return dict(sorted(reasons.items()))


def status_label(status: str) -> str:
    """Return the words for a reason why a value is not known."""
    return "no form or no rating" if status == NO_ROW else ValueStatus(status).label.lower()
