"""Addresses: by house and street, by street and town, by a street that few towns have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from drive.web.outbound.rules.scanning.codes import without_postcodes
from drive.web.outbound.rules.scanning.likeness import (
    as_digits,
    fold,
    same_house,
    slips,
    slips_allowed,
)
from drive.web.outbound.rules.scanning.patterns import Judge, Pattern, Span
from drive.web.outbound.rules.scanning.reading import Token, readings
from drive.web.outbound.rules.scanning.words import (
    COMMON_STREETS,
    SMALL_WORDS,
    STREET_TYPES,
    TYPE_OF,
    WELSH_TYPES,
)

_NEAR_NUMBER = 4
_NEAR_TOWN = 10
_UNITS = frozenset("flat apartment apt unit room floor no number nr block suite annexe".split())
_REGIONS = frozenset("wales cymru england uk united kingdom essex sussex glamorgan gwent".split())
_COMMON = frozenset(fold(name.replace(" ", "")) for name in COMMON_STREETS)


@dataclass(frozen=True)
class Street:
    """One line of an address that names a street, a house or a block."""

    words: tuple[str, ...]
    kind: str
    """The kind of street in its own full word, or nothing."""

    @property
    def joined(self) -> str:
        """The words without the kind."""
        return "".join(self.words)

    def spellings(self) -> Iterator[str]:
        """Return the street with its kind in full and in every short form."""
        for form in sorted(STREET_TYPES.get(self.kind, {""})):
            yield form + self.joined if self.kind in WELSH_TYPES else self.joined + form

    @property
    def is_telling(self) -> bool:
        """Whether the street alone says where somebody is."""
        whole = "".join(self.words) + self.kind
        if fold(whole) in _COMMON or fold(self.kind + self.joined) in _COMMON:
            return False
        return len(self.joined) > 3 and (bool(self.kind) or len(self.words) > 1)


@dataclass(frozen=True)
class Place:
    """An address taken apart."""

    numbers: tuple[str, ...]
    streets: tuple[Street, ...]
    towns: tuple[str, ...]


def place_in(text: str) -> Place:
    """Take an address apart, by its lines and commas, or by the word for its kind of street."""
    lines = [
        [token.text for token in readings(line)[0]]
        for line in re.split(r"[,\n;]|<br\s*/?>", without_postcodes(text))
    ]
    lines = [line for line in lines if line]
    if len(lines) == 1:
        lines = list(_parted(lines[0]))
    numbers: list[str] = []
    streets: list[Street] = []
    towns: list[str] = []
    for line in lines:
        numbers += [word for word in line if word.isdigit()]
        words = [word for at, word in enumerate(line) if _names_something(line, at)]
        has_number = any(word.isdigit() for word in line)
        if not words:
            continue
        if streets and not has_number and not _has_kind(words):
            towns.append("".join(words))
        else:
            streets.append(_street(words))
    return Place(tuple(numbers), tuple(streets), tuple(t for t in towns if t not in _REGIONS))


def _names_something(line: list[str], at: int) -> bool:
    """Whether a word is part of a name: not a number, the letter after one, or "flat"."""
    if line[at].isdigit() or line[at] in _UNITS:
        return False
    return len(line[at]) > 1 or not (at and line[at - 1].isdigit())


def _parted(words: list[str]) -> Iterator[list[str]]:
    """Part one line after its kind of street: the rest is the town."""
    for place, word in enumerate(words):
        is_kind = TYPE_OF.get(word) is not None and word not in WELSH_TYPES
        if is_kind and any(not each.isdigit() and each not in _UNITS for each in words[:place]):
            yield words[: place + 1]
            if words[place + 1 :]:
                yield words[place + 1 :]
            return
    yield words


def _has_kind(words: list[str]) -> bool:
    return len(words) > 1 and (words[-1] in TYPE_OF or words[0] in WELSH_TYPES)


def _street(words: list[str]) -> Street:
    if len(words) > 1 and words[0] in WELSH_TYPES:
        return Street(tuple(words[1:]), words[0])
    if len(words) > 1 and words[-1] in TYPE_OF:
        return Street(tuple(words[:-1]), TYPE_OF[words[-1]])
    return Street(tuple(words), "")


def place_patterns(text: str, why: str) -> Iterator[Pattern]:
    """Return how an address is found."""
    place = place_in(text)
    for street in place.streets:
        if len(street.joined) < 2:
            continue
        judge: Judge = partial(_judged, place=place, street=street, with_kind=True)
        for whole in dict.fromkeys(street.spellings()):
            allowed = slips_allowed(len(whole))
            yield Pattern(whole, allowed, why, judge)
        if street.kind:
            bare: Judge = partial(_judged, place=place, street=street, with_kind=False)
            yield Pattern(street.joined, 1 if len(street.joined) > 5 else 0, why, bare)


def _judged(
    tokens: Sequence[Token], span: Span, *, place: Place, street: Street, with_kind: bool
) -> Span | None:
    with_kind = with_kind and not _lacks_kind(tokens, span, street)
    if not with_kind and _is_another_street(tokens, span, street):
        return None
    number = _number_beside(tokens, span, place)
    if number is not None and (with_kind or len(street.joined) > 3 or number == span.first - 1):
        return Span(
            min(number, span.first), max(number, span.last), f"{span.why}: house and street"
        )
    town = _town_near(tokens, span, place)
    if town is not None and (with_kind or len(street.joined) > 4):
        return Span(min(town, span.first), max(town, span.last), f"{span.why}: street and town")
    if with_kind and street.is_telling:
        return Span(span.first, span.last, f"{span.why}: street")
    return None


def _lacks_kind(tokens: Sequence[Token], span: Span, street: Street) -> bool:
    """Whether what was taken for a slip is that the kind of street is missing."""
    if not street.kind:
        return False
    run = fold("".join(each.text for each in tokens[span.first : span.last + 1]))
    return slips(run, fold(street.joined)) == 0


def _is_another_street(tokens: Sequence[Token], span: Span, street: Street) -> bool:
    """Whether a name without its kind goes on as a street of another kind."""
    after = tokens[span.last + 1].text if span.last + 1 < len(tokens) else ""
    before = tokens[span.first - 1].text if span.first else ""
    if before in WELSH_TYPES and before != street.kind:
        return True
    return after in TYPE_OF and after not in STREET_TYPES[street.kind]


def _number_beside(tokens: Sequence[Token], span: Span, place: Place) -> int | None:
    """Return where one of the address's numbers stands beside the street."""
    beside: tuple[int, ...] = (
        *range(span.first - 1, max(-1, span.first - 1 - _NEAR_NUMBER), -1),
        *range(span.last + 1, min(len(tokens), span.last + _NEAR_NUMBER)),
    )
    for at in beside:
        for given in _numbers_at(tokens, at):
            if any(same_house(given, number) for number in place.numbers):
                return at
    return None


def _numbers_at(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """Return the number at a place: alone, with the digit before it, with look-alikes in it."""
    text = tokens[at].text
    if text.isdigit():
        yield text
        yield text.lstrip("0")
    run, first = "", at
    while first >= 0 and first > at - 3 and _like_digits(tokens[first].text):
        run = as_digits(tokens[first].text) + run
        if first < at and tokens[first + 1].gap <= 1:
            yield run
        first -= 1


def _like_digits(text: str) -> bool:
    return len(text) <= 2 and as_digits(text).isdigit()


def _town_near(tokens: Sequence[Token], span: Span, place: Place) -> int | None:
    """Return where one of the address's towns stands near the street."""
    first, last = max(0, span.first - _NEAR_TOWN), min(len(tokens), span.last + 1 + _NEAR_TOWN)
    outside = [at for at in range(first, last) if not span.first <= at <= span.last]
    for town in place.towns:
        wanted, allowed = fold(town), min(slips_allowed(len(town)), 1)
        for at in outside:
            for run in _runs_from(tokens, at, len(wanted) + allowed, span):
                if run == wanted or (allowed and slips(run, wanted) <= allowed):
                    return at
    return None


def _runs_from(tokens: Sequence[Token], at: int, longest: int, span: Span) -> Iterator[str]:
    run = ""
    for place in range(at, len(tokens)):
        if span.first <= place <= span.last:
            return
        run += fold(tokens[place].text)
        if len(run) > longest:
            return
        if tokens[place].text not in SMALL_WORDS or run:
            yield run
