"""Two rows side by side: where they agree and where they differ, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drive.linkage.cleaning import read_day, tidy
from drive.vocabulary.word import Word
from drive.web.cleaning.rules.headings import BY_KEY, SHOWN


class Likeness(Word):
    """How what two rows say under one heading compares."""

    SAME = "same", "Agrees"
    TYPED_OTHERWISE = "typed_otherwise", "Agrees, typed in another way"
    TURNED = "turned", "Differs: day and month are turned round"
    DIFFERENT = "different", "Differs"
    ONE_BLANK = "one_blank", "Given in one row only"
    BOTH_BLANK = "both_blank", "Given in neither row"


AGREE = frozenset({Likeness.SAME, Likeness.TYPED_OTHERWISE})
DIFFER = frozenset({Likeness.TURNED, Likeness.DIFFERENT})


@dataclass(frozen=True)
class Compared:
    """One heading, what each of the rows says beneath it, and how that compares."""

    key: str
    one: str
    other: str
    likeness: Likeness

    @property
    def heading(self) -> str:
        """The heading as the list of wanted columns has it."""
        return BY_KEY[self.key].label


def compare(one: Mapping[str, str], other: Mapping[str, str]) -> list[Compared]:
    """Return how two rows compare under each heading that is kept."""
    return [
        Compared(key, one.get(key, ""), other.get(key, ""), _likeness(key, one, other))
        for key in SHOWN
    ]


def headings(compared: Sequence[Compared], wanted: frozenset[Likeness]) -> list[str]:
    """Return the headings under which two rows compare in a certain way."""
    return [each.heading for each in compared if each.likeness in wanted]


def _likeness(key: str, one: Mapping[str, str], other: Mapping[str, str]) -> Likeness:
    a, b = one.get(key, "").strip(), other.get(key, "").strip()
    if not (a and b):
        return Likeness.ONE_BLANK if a or b else Likeness.BOTH_BLANK
    if a == b:
        return Likeness.SAME
    if _is_day(key) and (likeness := _of_days(a, b)):
        return likeness
    return Likeness.TYPED_OTHERWISE if tidy(a) == tidy(b) else Likeness.DIFFERENT


def _is_day(key: str) -> bool:
    return key.endswith(("_born", "_on"))


def _of_days(a: str, b: str) -> Likeness | None:
    day, other = read_day(a), read_day(b)
    if day is None or other is None:
        return None
    if day == other:
        return Likeness.TYPED_OTHERWISE
    if (day.year, day.month, day.day) == (other.year, other.day, other.month):
        return Likeness.TURNED
    return Likeness.DIFFERENT
