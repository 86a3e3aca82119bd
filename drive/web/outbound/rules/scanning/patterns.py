"""Known strings, and the search for them in the tokens of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from drive.web.outbound.rules.scanning.likeness import (
    fold,
    fold_pairs,
    has_pairs,
    slips,
    sound,
)
from drive.web.outbound.rules.scanning.reading import Token

LONG = 7
"""From this length on three letters at either end are compared first, below it two."""


_HEARD = 4
"""So many consonants at least are compared by sound."""
_WIDER = 2
"""So many letters more a string may have in a text than in its look-alike form."""


@dataclass(frozen=True)
class Span:
    """Tokens from the first to the last, both included, and why they are a hit."""

    first: int
    last: int
    why: str


Judge = Callable[[Sequence[Token], Span], Span | None]
"""Looks at where a string stands, and returns the hit, perhaps wider, or None."""


def as_found(_tokens: Sequence[Token], span: Span) -> Span:
    """Take every place for a hit."""
    return span


@dataclass(frozen=True)
class Pattern:
    """A string without spaces, the slips that it may have, and who judges where it stands."""

    text: str
    slips: int
    why: str
    judge: Judge = as_found
    sounds: bool = False
    """Whether what only sounds like it is found too."""


Key = TypeVar("Key")


@dataclass(frozen=True)
class _Keyed(Generic[Key]):
    folded: str
    key: Key
    pattern: Pattern

    def is_near(self, run: str) -> bool:
        allowed = self.pattern.slips
        return (
            self.folded != run
            and abs(len(self.folded) - len(run)) <= allowed
            and slips(self.folded, run) <= allowed
        )


class Index(Generic[Key]):
    """Finds patterns in runs of whole tokens, whatever stands between the tokens.

    Parameters
    ----------
    patterns : iterable of (key, Pattern)
        The key says what is found.
    """

    def __init__(self, patterns: Iterable[tuple[Key, Pattern]]) -> None:
        self._exact: dict[str, list[_Keyed[Key]]] = defaultdict(list)
        self._by_first: dict[str, list[_Keyed[Key]]] = defaultdict(list)
        self._by_last: dict[str, list[_Keyed[Key]]] = defaultdict(list)
        self._by_sound: dict[str, list[_Keyed[Key]]] = defaultdict(list)
        self._lengths: set[int] = set()
        for key, pattern in dict.fromkeys(patterns):
            for folded in {fold(pattern.text), fold_pairs(pattern.text)} - {""}:
                self._add(_Keyed(folded, key, pattern))

    def _add(self, known: _Keyed[Key]) -> None:
        length, allowed = len(known.folded), known.pattern.slips
        self._exact[known.folded].append(known)
        self._lengths |= {length + by for by in range(-allowed, allowed + 1)}
        heard = sound(known.pattern.text)
        if known.pattern.sounds and len(heard) >= _HEARD:
            self._by_sound[heard].append(known)
        if allowed:
            take = 3 if length >= LONG else 2
            self._by_first[known.folded[:take]].append(known)
            self._by_last[known.folded[-take:]].append(known)

    def spans(self, tokens: Sequence[Token]) -> Iterator[tuple[Key, Span]]:
        """Return the hits in a text, judged where they stand."""
        longest = max(self._lengths, default=0) + _WIDER
        for first in range(len(tokens)):
            joined = ""
            for last in range(first, len(tokens)):
                joined += tokens[last].text
                if len(joined) > longest:
                    break
                for known in self._known(joined):
                    hit = known.pattern.judge(tokens, Span(first, last, known.pattern.why))
                    if hit:
                        yield known.key, hit

    def _known(self, joined: str) -> Iterator[_Keyed[Key]]:
        folded = fold(joined)
        runs = (folded,) if not has_pairs(joined) else (folded, fold_pairs(joined))
        for run in runs:
            if len(run) in self._lengths:
                yield from self._like(run)
        if self._by_sound and len(joined) >= 2 * _HEARD - 1:
            yield from self._sounding(joined)

    def _sounding(self, joined: str) -> Iterator[_Keyed[Key]]:
        for known in self._by_sound.get(sound(joined), ()):
            text = known.pattern.text
            if 0 < slips(text, joined) <= len(text) // 4 + 1:
                yield known

    def _like(self, run: str) -> Iterator[_Keyed[Key]]:
        yield from self._exact.get(run, ())
        near: dict[_Keyed[Key], None] = {}
        for take in _takes(len(run)):
            for known in (*self._by_first.get(run[:take], ()), *self._by_last.get(run[-take:], ())):
                if known not in near and known.is_near(run):
                    near[known] = None
        yield from near


def _takes(length: int) -> tuple[int, ...]:
    """Return how many letters are compared; near the bound a slip may have crossed it."""
    if length < LONG - 1:
        return (2,)
    return (2, 3) if length <= LONG else (3,)
