"""The base of every enumeration: a stored value and the label that people read."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A stored value with its screen label.

    Members are written ``NAME = "value", "Label"``. The label is the English message
    that the web application hands to its translations.
    """

    label: str

    # The empty label is for mypy, which reads a look-up, Severity("none"), as this call.
    def __new__(cls, value: str, label: str = "") -> Word:
        """Make a member whose text is ``value`` and whose ``label`` is shown."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return ``(value, label)`` pairs in the order of definition."""
        return [(member.value, member.label) for member in cls]
