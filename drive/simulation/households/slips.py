"""Slips in a word: a letter wrong, a name as it sounds, a pet name."""

from __future__ import annotations

import numpy as np

from drive.simulation.households.name_lists import NICKNAMES
from drive.simulation.households.names import Floats, Ints, Texts

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_AS_HEARD = (
    ("ph", "f"), ("ck", "k"), ("th", "t"), ("ie", "y"), ("ei", "ie"), ("ee", "ea"), ("ou", "u"),
    ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("rr", "r"), ("wh", "w"), ("kh", "k"),
    ("aw", "or"), ("wi", "vi"), ("cz", "ch"), ("ey", "y"), ("y", "ie"), ("c", "k"), ("z", "s"),
    ("v", "f"), ("e", "i"), ("a", "e"), ("o", "u"), ("i", "y"),
)  # fmt: skip
_PET_NAMES = {name: words.split() for name, words in NICKNAMES.items()}


def mistype(words: Texts, rows: Ints, rng: np.random.Generator) -> None:
    """Leave out, double, turn round or replace one letter, never the only one."""
    chance = rng.random((len(rows), 3))
    words[rows] = [
        _mistyped(str(word), *each) for word, each in zip(words[rows], chance, strict=True)
    ]


def spell_as_heard(words: Texts, rows: Ints, rng: np.random.Generator) -> None:
    """Replace one sound of the name by another spelling of it."""
    chance = rng.random(len(rows))
    words[rows] = [
        _as_heard(str(word), float(each)) for word, each in zip(words[rows], chance, strict=True)
    ]


def call_by_pet_name(words: Texts, rows: Ints, rng: np.random.Generator) -> None:
    """Replace a forename that has pet names by one of them."""
    chance = rng.random(len(rows))
    words[rows] = [
        _pet_name(str(word), float(each)) for word, each in zip(words[rows], chance, strict=True)
    ]


def untidy(words: Texts, rows: Ints, rng: np.random.Generator) -> None:
    """Write in capitals, in small letters, or with blanks around."""
    ways = rng.integers(3, size=len(rows))
    words[rows] = [
        (word.upper(), word.lower(), f" {word} ")[way]
        for word, way in zip(words[rows], ways, strict=True)
    ]


def wrong_digit(numbers: Ints, most: Floats, rng: np.random.Generator) -> Ints:
    """Return the numbers one off, or another altogether, between 1 and the most."""
    step = rng.choice([-1, 1], size=len(numbers))
    near = (numbers - 1 + step) % most + 1
    other = 1 + np.floor(rng.random(len(numbers)) * most)
    return np.where(rng.random(len(numbers)) < 0.7, near, other).astype(np.int64)


def _mistyped(word: str, where: float, way: float, letter: float) -> str:
    if len(word) < 3:
        return word
    at = 1 + int(where * (len(word) - 1))
    put = _LETTERS[int(letter * len(_LETTERS))]
    if way < 0.3:
        return word[:at] + word[at + 1 :]
    if way < 0.5:
        return word[:at] + word[at] + word[at:]
    if way < 0.7 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + put + word[at + 1 :]


def _as_heard(word: str, chance: float) -> str:
    lower = word.lower()
    fitting = [(old, new) for old, new in _AS_HEARD if old in lower[1:]]
    if not fitting:
        return word + word[-1]
    # The likeliest confusions stand first.
    old, new = fitting[int(chance * chance * len(fitting))]
    at = lower.index(old, 1)
    return word[:at] + new + word[at + len(old) :]


def _pet_name(word: str, chance: float) -> str:
    known = _PET_NAMES.get(word)
    return known[int(chance * len(known))] if known else word
