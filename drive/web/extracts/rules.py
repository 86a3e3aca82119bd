"""Pseudonyms, and what of an answer may stand in a snapshot."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date

from drive.vocabulary.question import QuestionKind
from drive.vocabulary.questions import ALL_QUESTIONS

DEMONSTRATION_KEY = hashlib.sha256(b"Drive: study key of the demonstration").digest()
"""The study key where none is kept: the same everywhere, so that the pilot's snapshot is too.

It hides nobody, because the source is open; demonstration mode has only invented people.
"""

_PSEUDONYM_BYTES = 12

COUNTED: frozenset[str] = frozenset(
    question.key
    for question in ALL_QUESTIONS
    if question.kind in {QuestionKind.WORD, QuestionKind.NUMBER}
)
"""Questions whose answers leave: words from a list and numbers; never text or a date."""


def pseudonym(key: bytes, *parts: str) -> str:
    """Return what stands for a row in a snapshot: a keyed hash of its identifying parts.

    Parameters
    ----------
    key : bytes
        The study key: another study gives other pseudonyms, so that two cannot be joined.
    *parts : str
        The key of the row as text, or of its owner with what tells it from its siblings.

    Returns
    -------
    str
        24 hexadecimal digits.
    """
    digest = hmac.new(key, "|".join(parts).encode(), hashlib.sha256).digest()
    return digest[:_PSEUDONYM_BYTES].hex()


def days_from(start: date | None, day: date | None) -> int | None:
    """Return the days from allocation, negative before it; None if either is unknown."""
    if start is None or day is None:
        return None
    return (day - start).days


def month_of(day: date) -> str:
    """Return the month as YYYY-MM."""
    return f"{day:%Y-%m}"
