"""Postcodes and number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from drive.web.outbound.rules.scanning.likeness import fold
from drive.web.outbound.rules.scanning.patterns import Judge, Pattern, Span
from drive.web.outbound.rules.scanning.reading import Token, readings

_INWARD = re.compile(r"[0-9][a-z]{2}")
_OUTWARD = re.compile(r"[a-z]{1,2}[0-9]{1,2}[a-z]?")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?)\s*([0-9][A-Za-z]{2})\b")


def plain(text: str) -> str:
    """Return letters and digits only, in one form."""
    return "".join(token.text for token in readings(text)[0])


def find_postcodes(text: str) -> list[str]:
    """Return the postcodes that stand in an address."""
    return [outward + inward for outward, inward in _POSTCODE.findall(text)]


def without_postcodes(text: str) -> str:
    """Return an address without its postcode."""
    return _POSTCODE.sub(" ", text)


def _is_a_code(tokens: Sequence[Token], span: Span, *, code: str) -> Span | None:
    """Take a code where something in it is a digit: "sales" is no postcode.

    One with a slip is taken only where it stands by itself, not inside a longer reference.
    """
    run = tokens[span.first : span.last + 1]
    exact = fold("".join(each.text for each in run)) == code
    if not any(each.is_number for each in run):
        return span if exact and all(each.capital for each in run) else None
    after = tokens[span.last + 1 : span.last + 2]
    goes_on = any(each.gap == 0 for each in after) or (span.first > 0 and run[0].gap == 0)
    return span if exact or not goes_on else None


def code_patterns(text: str, why: str) -> Iterator[Pattern]:
    """Return how a postcode or a number plate is found as a whole."""
    code = plain(text)
    if len(code) >= 5:
        judge: Judge = partial(_is_a_code, code=fold(code))
        yield Pattern(code, 1, why, judge)


class PostcodeHalves:
    """Finds a postcode whose two halves stand apart in the text."""

    def __init__(self, text: str, why: str) -> None:
        code = plain(text)
        self._outward, self._inward = fold(code[:-3]), fold(code[-3:])
        self._why = why

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return the places of both halves, where both are and neither is part of another."""
        outward = [span for span in _runs(tokens, self._outward) if not _goes_on(tokens, span)]
        inward = [
            span
            for span in _runs(tokens, self._inward, lookalikes=True)
            if not _began(tokens, span)
        ]
        if outward and inward and self._outward:
            for first, last in (*outward, *inward):
                yield Span(first, last, self._why)


def _runs(
    tokens: Sequence[Token], wanted: str, *, lookalikes: bool = False
) -> Iterator[tuple[int, int]]:
    for first in range(len(tokens)):
        run = ""
        for last in range(first, min(first + 4, len(tokens))):
            run += fold(tokens[last].text)
            some = tokens[first : last + 1]
            has_digit = any(each.is_number for each in some)
            if run == wanted and (has_digit or (lookalikes and some[-1].capital)):
                yield first, last
            if len(run) >= len(wanted):
                break


def _goes_on(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    """Whether the second half of some postcode follows directly."""
    following = "".join(each.text for each in tokens[span[1] + 1 : span[1] + 3])
    return bool(_INWARD.fullmatch(following))


def _began(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    """Whether the first half of some postcode stands directly before."""
    for many in (2, 3):
        before = "".join(each.text for each in tokens[max(0, span[0] - many) : span[0]])
        if _OUTWARD.fullmatch(before):
            return True
    return False
