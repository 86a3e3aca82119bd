"""The scanner: finds in a text whatever may not reach somebody, however it is written.

It knows strings, not meanings: `LIMITS` says what it cannot find, and pages print it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from drive.vocabulary.vault import ProtectedKind
from drive.web.outbound.rules.scanning.codes import (
    PostcodeHalves,
    code_patterns,
    find_postcodes,
)
from drive.web.outbound.rules.scanning.emails import EmailInParts, email_patterns
from drive.web.outbound.rules.scanning.institutions import institution_patterns
from drive.web.outbound.rules.scanning.names import SoundsAlike, name_patterns
from drive.web.outbound.rules.scanning.numbers import Numbers
from drive.web.outbound.rules.scanning.patterns import Index, Pattern, Span
from drive.web.outbound.rules.scanning.places import place_patterns
from drive.web.outbound.rules.scanning.reading import Token, readings
from drive.web.outbound.rules.scanning.rereading import ways_to_read
from drive.web.outbound.rules.scanning.shortened import Shortened

LIMITS = tuple(
    " ".join(line.split())
    for line in """
    It finds names, addresses, numbers and the like, in many spellings; it does not understand
    what a text says.|
    Words that describe are not found: “her sister’s in the next town”, “the school by the
    river”, “where they went on holiday”.|
    What is not recorded as protected is not found: record a new address or number first.|
    A town alone, half a postcode alone and the last few digits of a number are not found.|
    Pictures, scans and recordings are not read.
    """.split("|")
)
"""What the scanner cannot do. A person still reads what leaves."""


class Protectable(Protocol):
    """A string to protect, and what it is."""

    @property
    def kind(self) -> ProtectedKind:
        """What it is."""

    @property
    def text(self) -> str:
        """The string as it was recorded."""


@dataclass(frozen=True)
class Protected:
    """A string to protect, and what it is."""

    kind: ProtectedKind
    text: str


@dataclass(frozen=True)
class Hit:
    """A protected string that stands in a text.

    `start` and `end` are places in the text as it was given, mark-up included.
    """

    kind: ProtectedKind
    start: int
    end: int
    matched: str
    why: str


class _Finder(Protocol):
    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return where something is found among tokens."""


_INSTITUTIONS = {
    ProtectedKind.SCHOOL: "school",
    ProtectedKind.GP: "gp",
    ProtectedKind.WORKPLACE: "workplace",
    ProtectedKind.REFUGE: "refuge",
}


class Scanner:
    """Knows the protected strings of a case, and finds them in texts.

    Parameters
    ----------
    protected : sequence of Protectable
        Each with its kind and its text as recorded. Those without text are left out.
    """

    def __init__(self, protected: Sequence[Protectable]) -> None:
        known = [
            (ProtectedKind(kind), text)
            for kind, text in dict.fromkeys((each.kind, each.text) for each in protected)
            if text.strip()
        ]
        self._index = Index(
            (kind, pattern) for kind, text in known for pattern in _patterns(kind, text)
        )
        self._finders = [found for kind, text in known for found in _finders(kind, text)]

    def scan(self, text: str) -> list[Hit]:
        """Return every hit in the order of the text; where two of a kind overlap, one.

        Parameters
        ----------
        text : str
            As it will leave: plain text or HTML.

        Returns
        -------
        list of Hit
            Empty where nothing is found.
        """
        found = [
            Hit(kind, tokens[span.first].start, tokens[span.last].end, "", span.why)
            for reading in readings(text)
            for tokens in ways_to_read(reading)
            for kind, span in self._spans(tokens)
        ]
        return [
            Hit(hit.kind, hit.start, hit.end, text[hit.start : hit.end], hit.why)
            for hit in _without_overlaps(found)
        ]

    def _spans(self, tokens: Sequence[Token]) -> Iterator[tuple[ProtectedKind, Span]]:
        yield from self._index.spans(tokens)
        for kind, finder in self._finders:
            for span in finder.spans(tokens):
                yield kind, span


def _patterns(kind: ProtectedKind, text: str) -> Iterator[Pattern]:
    why = kind.label
    if kind in (ProtectedKind.NAME, ProtectedKind.NEW_NAME):
        yield from name_patterns(text, why)
    elif kind in (ProtectedKind.POSTCODE, ProtectedKind.PLATE):
        yield from code_patterns(text, why)
    elif kind == ProtectedKind.EMAIL:
        yield from email_patterns(text, why)
    elif kind == ProtectedKind.ADDRESS:
        yield from place_patterns(text, why)
        for postcode in find_postcodes(text):
            yield from code_patterns(postcode, f"{why}: postcode")
    elif kind in _INSTITUTIONS:
        yield from institution_patterns(text, why, sort=_INSTITUTIONS[kind])


def _finders(kind: ProtectedKind, text: str) -> Iterator[tuple[ProtectedKind, _Finder]]:
    why = kind.label
    if kind in (ProtectedKind.NAME, ProtectedKind.NEW_NAME):
        yield kind, SoundsAlike(text, why)
    elif kind == ProtectedKind.TELEPHONE:
        yield kind, Numbers(text, why)
    elif kind == ProtectedKind.EMAIL:
        yield kind, EmailInParts(text, f"{why}: in parts")
    elif kind in _INSTITUTIONS:
        yield kind, Shortened(text, why, sort=_INSTITUTIONS[kind])
    elif kind == ProtectedKind.POSTCODE:
        yield kind, PostcodeHalves(text, f"{why}: both halves")
    elif kind == ProtectedKind.ADDRESS:
        for postcode in find_postcodes(text):
            yield kind, PostcodeHalves(postcode, f"{why}: both halves of the postcode")


def _without_overlaps(found: list[Hit]) -> list[Hit]:
    """Return the hits without those that another of their kind covers; the longest stays."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda each: (each.start - each.end, each.start, each.why)):
        if not any(
            hit.kind == other.kind and hit.start < other.end and other.start < hit.end
            for other in kept
        ):
            kept.append(hit)
    return sorted(kept, key=lambda each: (each.start, each.end, each.kind))
