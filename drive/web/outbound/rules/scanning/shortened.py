"""Institutions of which one telling word is cut short: "Selwood Ldge", "Amber Ct Ref."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drive.web.outbound.rules.scanning.generic import beside, is_generic, is_short_for
from drive.web.outbound.rules.scanning.institutions import PARTED, tells_of, words_of
from drive.web.outbound.rules.scanning.likeness import fold, slips
from drive.web.outbound.rules.scanning.patterns import Span
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import GENERIC, SMALL_WORDS

_FULL = 4
_SLIP_FROM = 6
_BETWEEN = 2


class Shortened:
    """Finds the telling words of an institution in their order, some short, one in full."""

    def __init__(self, text: str, why: str, *, sort: str) -> None:
        words = words_of(PARTED.split(text)[0])
        self._generic = GENERIC[sort]
        self._tells = [words[at] for at in tells_of(words, self._generic)]
        self._why = why

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return such places beside which a word of such institutions stands."""
        if len(self._tells) < 2:
            return
        for first in range(len(tokens)):
            last = self._along(tokens, first)
            if last is not None:
                hit = beside(tokens, Span(first, last, self._why), generic=self._generic)
                if hit:
                    yield hit

    def _along(self, tokens: Sequence[Token], first: int) -> int | None:
        """Return where the last telling word stands if the first begins here."""
        at, in_full = first, False
        for place, word in enumerate(self._tells):
            if place:
                at = self._next(tokens, at)
            if at >= len(tokens):
                return None
            if _is_in_full(tokens[at].text, word):
                in_full = in_full or len(word) >= _FULL
            elif not is_short_for(tokens[at].text, word):
                return None
        return at if in_full else None

    def _next(self, tokens: Sequence[Token], at: int) -> int:
        """Return the next place, after a few words that tell nothing."""
        following = at + 1
        while following < min(len(tokens), at + 1 + _BETWEEN):
            text = tokens[following].text
            if text != "s" and text not in SMALL_WORDS and not is_generic(text, self._generic):
                break
            following += 1
        return following


def _is_in_full(given: str, word: str) -> bool:
    if fold(given) == fold(word):
        return True
    is_long = len(word) >= _SLIP_FROM and abs(len(given) - len(word)) <= 1
    return is_long and slips(fold(given), fold(word)) == 1
