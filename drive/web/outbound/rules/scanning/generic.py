"""Words of institutions in general: known again short, with a slip or by their sound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from drive.web.outbound.rules.scanning.likeness import fold, slips, sounds_the_same
from drive.web.outbound.rules.scanning.patterns import Span
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import ORDINARY, SMALL_WORDS, STREET_TYPES

_NEAR = 4
_SHORTEST, _SHORTEST_CONTRACTION = 3, 4
_NOT_SHORT = ORDINARY | SMALL_WORDS | {"com", "org"}
"""These begin like some longer word and are not short for it."""


def beside(tokens: Sequence[Token], span: Span, *, generic: frozenset[str]) -> Span | None:
    """Take the telling words where a word of such institutions stands near."""
    first, last = max(0, span.first - _NEAR), min(len(tokens), span.last + 1 + _NEAR)
    for place in (*range(first, span.first), *range(span.last + 1, last)):
        if is_generic(tokens[place].text, generic):
            return Span(min(place, span.first), max(place, span.last), span.why)
    return None


@lru_cache(maxsize=50_000)
def is_generic(word: str, generic: frozenset[str]) -> bool:
    """Whether a word is one of those, or a short, wrong or phonetic way to write one."""
    if word in SMALL_WORDS:
        return False
    return word in generic or any(_is_like(word, each) for each in generic)


def is_short_for(short: str, word: str) -> bool:
    """Whether a word is cut off or drawn together: "prac", "surgy"."""
    if short in STREET_TYPES.get(word, ()):
        return True
    if not _SHORTEST <= len(short) < len(word) or short in _NOT_SHORT:
        return False
    is_drawn_together = (
        len(short) >= _SHORTEST_CONTRACTION and short[-1] == word[-1] and short[0] == word[0]
    )
    return word.startswith(short) or (is_drawn_together and _is_within(short, word))


def _is_like(word: str, other: str) -> bool:
    if is_short_for(word, other):
        return True
    if len(word) <= 4 or len(other) <= 4:
        return False
    return slips(fold(word), fold(other)) == 1 or sounds_the_same(word, other)


def _is_within(short: str, word: str) -> bool:
    """Whether the letters of the one stand in the other in the same order."""
    letters = iter(word)
    return all(letter in letters for letter in short)
