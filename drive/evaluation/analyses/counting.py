"""Counting answers: each of a list of words, and the unknown, by reason."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from drive.evaluation.measures.pairs import status_label
from drive.vocabulary.answers import ValueStatus

UNKNOWN = "unknown"


def categories(rows: pd.DataFrame) -> Counter[str]:
    """Count the answers in the source's own words where it had some, else by their value."""
    return Counter(
        category(value, label)
        for value, label in zip(rows["value"], rows["source_label"], strict=True)
    )


def category(value: str | None, label: str | None) -> str:
    """Return the name under which an answer is counted."""
    if value is None:
        return UNKNOWN
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_") if label else value


def known(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose answer is known."""
    return rows[rows["status"] == ValueStatus.KNOWN]


def unknown_by_reason(rows: pd.DataFrame) -> dict[str, int]:
    """Return how many answers are not known, by reason."""
    unknown = rows[rows["status"] != ValueStatus.KNOWN]
    return dict(sorted(Counter(status_label(status) for status in unknown["status"]).items()))


def question(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the answers to one question."""
    return rows[rows["question"] == key]


def numbers_of(rows: pd.DataFrame) -> list[float | None]:
    """Return numeric answers, None where not known."""
    return [None if value is None else float(value) for value in rows["value"]]
