"""Whom somebody means who types a name as it sounds, a reference, or a date of birth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import jellyfish

from drive.vocabulary.names import full_names
from drive.vocabulary.word import Word
from drive.web.core.dates import DateProblem, parse_uk_date
from drive.web.identity.rules.alike import plain

_NEARLY = 0.9
"""The Jaro-Winkler similarity from which two names are taken for one name with a slip."""
_FULL_NAMES = full_names()


class Match(Word):
    """How a case was found; the earlier of two counts before the later."""

    AS_TYPED = "as_typed", "As typed"
    FORM_OF_NAME = "form_of_name", "Another form of the name"
    SOUNDS_ALIKE = "sounds_alike", "Sounds or looks alike"


@dataclass(frozen=True)
class Sought:
    """What was typed, taken apart: words, and a date of birth if there is one."""

    words: tuple[str, ...]
    born_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is on record of the person whom a case is about."""

    reference: str
    forename: str
    surname: str
    born_on: date | None


def read_search(text: str, *, pivot_year: int) -> Sought:
    """Take a search apart: what reads as a date is a date of birth, the rest are words."""
    words = text.split()
    for length in range(min(len(words), 4), 0, -1):
        for start in range(len(words) - length + 1):
            day = _day(" ".join(words[start : start + length]), pivot_year)
            if day is not None:
                return Sought((*words[:start], *words[start + length :]), day)
    return Sought(tuple(words))


def _day(text: str, pivot_year: int) -> date | None:
    try:
        return parse_uk_date(text, pivot_year=pivot_year)
    except DateProblem:
        return None


def matches(sought: Sought, known: Known) -> Match | None:
    """Return how far somebody on record is meant; None if something typed speaks against it."""
    if sought.born_on is not None and sought.born_on != known.born_on:
        return None
    if not sought.words:
        return Match.AS_TYPED if sought.born_on else None
    found = [_best(word, known) for word in sought.words]
    if None in found:
        return None
    order = list(Match)
    return max((each for each in found if each), key=order.index)


def _best(word: str, known: Known) -> Match | None:
    if word.casefold() in known.reference.casefold():
        return Match.AS_TYPED
    names = [*known.forename.split(), *known.surname.replace("-", " ").split()]
    return min(
        (match for match in (_name(word, name) for name in names) if match),
        key=list(Match).index,
        default=None,
    )


def _name(word: str, name: str) -> Match | None:
    one, other = plain(word), plain(name)
    if not one or not other:
        return None
    if one in other:
        return Match.AS_TYPED
    if _FULL_NAMES.get(one, one) == _FULL_NAMES.get(other, other):
        return Match.FORM_OF_NAME
    return Match.SOUNDS_ALIKE if _alike(one, other) else None


def _alike(one: str, other: str) -> bool:
    if _digits(one) != _digits(other):
        return False
    if jellyfish.jaro_winkler_similarity(one, other) >= _NEARLY:
        return True
    sound = jellyfish.metaphone(one)
    # One letter of sound says too little: Jo and Guy would be one.
    return len(sound) > 1 and sound == jellyfish.metaphone(other)


def _digits(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())
