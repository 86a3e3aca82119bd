"""How like two spellings are: look-alike characters are one, and slips are counted."""

from __future__ import annotations

from functools import lru_cache

import jellyfish

from drive.web.outbound.rules.scanning.words import FORMS_OF, FULL_NAMES

_LOOK = str.maketrans("oilsbzeatg", "0115823479")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_LETTERS_FOR = str.maketrans("015823479", "oisbzeatg")
_DIGITS_FOR = str.maketrans("oilsbzgq", "01158299")
_TRANSPOSABLE = 2


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return a spelling with every look-alike put in one form: O and 0, l and 1."""
    return text.translate(_LOOK)


@lru_cache(maxsize=50_000)
def fold_pairs(text: str) -> str:
    """Return the same, with two letters that together look like one put as that one: rn as m."""
    for pair, one in _PAIRS:
        text = text.replace(pair, one)
    return fold(text)


def has_pairs(text: str) -> bool:
    """Whether two letters in it look together like one."""
    return "rn" in text or "vv" in text or "cl" in text


def slips_allowed(length: int) -> int:
    """Return how many slips a string of this length may have and still be known again."""
    if length < 5:
        return 0
    if length < 12:
        return 1
    return 2 if length < 22 else 3


@lru_cache(maxsize=50_000)
def slips(one: str, other: str) -> int:
    """Return how many slips lie between two spellings: letters more, less, wrong or swapped."""
    return jellyfish.damerau_levenshtein_distance(one, other)


def as_digits(text: str) -> str:
    """Return look-alike letters as the digits that they stand for."""
    return text.translate(_DIGITS_FOR)


def as_letters(text: str) -> str:
    """Return look-alike digits as the letters that they stand for."""
    return text.translate(_LETTERS_FOR)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name: alike, a short form, or sounding the same."""
    if fold(one) == fold(other) or one in forms(other):
        return True
    shorter = min(len(one), len(other))
    if shorter >= 4 and slips(fold(one), fold(other)) <= (1 if shorter < 8 else 2):
        return True
    return shorter >= 3 and sounds_the_same(one, other)


@lru_cache(maxsize=50_000)
def sound(text: str) -> str:
    """Return the consonants that are heard."""
    return jellyfish.metaphone(text)


@lru_cache(maxsize=50_000)
def sounds_the_same(one: str, other: str) -> bool:
    """Whether two words are written otherwise and sound alike: "refooge", "refuge"."""
    first, second = sound(one), sound(other)
    return len(first) > 1 and first == second and slips(one, other) <= 4


@lru_cache(maxsize=5_000)
def forms(name: str) -> frozenset[str]:
    """Return the other forms of a first name: Liz and Beth of Elizabeth, and the reverse."""
    return FORMS_OF.get(FULL_NAMES.get(name, ""), frozenset()) - {name}


def same_house(one: str, other: str) -> bool:
    """Whether two house numbers are one, or one with two digits swapped."""
    return one == other or (
        len(one) == len(other) >= _TRANSPOSABLE
        and slips(one, other) == 1
        and sorted(one) == sorted(other)
    )
