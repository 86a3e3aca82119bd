"""Telephone numbers, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drive.web.outbound.rules.scanning.likeness import as_digits, slips
from drive.web.outbound.rules.scanning.patterns import Span
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import BETWEEN_DIGITS

_LEAST = 7
_TAIL = 4
"""A wrong digit among the last four is somebody else's number, not a slip."""
_WIDEST_GAP = 10
_LOOKALIKE = re.compile(r"[oilsbz]{1,4}")
_PLACED = list[tuple[int, str]]


class Numbers:
    """Finds one telephone number."""

    def __init__(self, text: str, why: str) -> None:
        self._wanted = national(re.sub(r"\D", "", as_digits(text.lower())))
        self._why = why

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return where the number stands among tokens whose number words are figures already."""
        if len(self._wanted) < _LEAST - 1:
            return
        for group in _groups(tokens):
            yield from self._within(group)

    def _within(self, group: _PLACED) -> Iterator[Span]:
        for first in range(len(group)):
            digits = ""
            for last in range(first, len(group)):
                digits += group[last][1]
                if len(digits) > len(self._wanted) + 6:
                    break
                whole = first == 0 and last == len(group) - 1
                if self._is(digits, whole=whole):
                    yield Span(group[first][0], group[last][0], self._why)

    def _is(self, digits: str, *, whole: bool) -> bool:
        given, wanted = national(digits), self._wanted
        if given == wanted:
            return True
        if not whole or len(given) < _LEAST - 1:
            return False
        if len(given) < len(wanted) - 1:
            return wanted.endswith(given)
        return slips(given, wanted) == 1 and not _is_anothers(given, wanted)


def _is_anothers(given: str, wanted: str) -> bool:
    """Whether one of the last digits is simply another digit."""
    if len(given) != len(wanted) or sorted(given) == sorted(wanted):
        return False
    return given[:-_TAIL] == wanted[:-_TAIL]


def national(digits: str) -> str:
    """Return a number without the prefixes that say the country or that a trunk follows."""
    bare = digits.removeprefix("00")
    if bare.startswith("44") and len(bare) > 10:
        bare = bare.removeprefix("44")
    return bare.removeprefix("0")


def _groups(tokens: Sequence[Token]) -> Iterator[_PLACED]:
    """Return the runs of digits that stand together, each with the places of its tokens."""
    group: _PLACED = []
    for place, token in enumerate(tokens):
        if group and token.gap > _WIDEST_GAP:
            yield group
            group = []
        digits = _digits(tokens, place)
        if digits:
            group.append((place, digits))
        elif group and token.text not in BETWEEN_DIGITS:
            yield group
            group = []
    if group:
        yield group


def _digits(tokens: Sequence[Token], place: int) -> str:
    text = tokens[place].text
    if text.isdigit():
        return text
    if not _LOOKALIKE.fullmatch(text):
        return ""
    before, after = tokens[max(0, place - 1) : place], tokens[place + 1 : place + 2]
    is_among_digits = any(each.is_number and tokens[place].gap == 0 for each in before) or any(
        each.is_number and each.gap == 0 for each in after
    )
    is_a_nought = set(text) == {"o"} and any(each.is_number for each in (*before, *after))
    is_a_nought |= len(text) == 1 and all(
        each.is_number or _LOOKALIKE.fullmatch(each.text) for each in (*before, *after)
    )
    return as_digits(text) if is_among_digits or is_a_nought else ""
