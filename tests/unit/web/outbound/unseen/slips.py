"""Slips of the pen: one wrong key, a letter dropped, doubled or transposed, a word as it sounds."""

from collections.abc import Callable
from random import Random

from tests.unit.web.outbound.unseen.forms_names import WORD

Slip = Callable[[Random, str], str | None]

_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
_SOUNDS = [
    ("ph", "f"), ("ck", "k"), ("igh", "y"), ("ee", "ea"), ("ea", "ee"), ("oo", "u"), ("ou", "ow"),
    ("ow", "ou"), ("ai", "ay"), ("ey", "y"), ("ie", "y"), ("qu", "kw"), ("wh", "w"), ("kn", "n"),
    ("sz", "sh"), ("cz", "ch"), ("rz", "zh"), ("w", "v"), ("ff", "f"), ("dd", "th"), ("ll", "l"),
    ("ss", "s"), ("tt", "t"), ("nn", "n"), ("rr", "r"), ("mm", "m"), ("y", "i"), ("i", "y"),
    ("er", "ar"), ("or", "er"), ("ar", "er"), ("c", "k"), ("z", "s"), ("ght", "t"), ("ch", "tch"),
    ("th", "t"), ("ae", "ay"), ("oa", "o"), ("u", "oo"), ("o", "u"), ("e", "a"),
]  # fmt: skip


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for y, row in enumerate(_ROWS):
        for x, key in enumerate(row):
            beside = [row[i] for i in (x - 1, x + 1) if 0 <= i < len(row)]
            above = [_ROWS[y - 1][i] for i in (x, x + 1) if y and i < len(_ROWS[y - 1])]
            below = [_ROWS[y + 1][i] for i in (x - 1, x) if y < 2 and 0 <= i < len(_ROWS[y + 1])]
            near[key] = "".join([*beside, *above, *below])
    return near


_NEAR = _neighbours()


def _like(letter: str, model: str) -> str:
    return letter.upper() if model.isupper() else letter


def neighbour(rng: Random, word: str) -> str | None:
    at = [n for n, x in enumerate(word) if x.lower() in _NEAR]
    if not at:
        return None
    n = rng.choice(at)
    return word[:n] + _like(rng.choice(_NEAR[word[n].lower()]), word[n]) + word[n + 1 :]


def dropped(rng: Random, word: str) -> str | None:
    n = rng.randrange(1, len(word))
    return word[:n] + word[n + 1 :]


def doubled(rng: Random, word: str) -> str | None:
    n = rng.randrange(1, len(word))
    return word[:n] + word[n].lower() + word[n:]


def transposed(rng: Random, word: str) -> str | None:
    at = [n for n in range(1, len(word) - 1) if word[n].lower() != word[n + 1].lower()]
    if not at:
        return None
    n = rng.choice(at)
    return word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def inserted(rng: Random, word: str) -> str | None:
    """Return the word with a key hit beside the one that was meant."""
    at = [n for n, x in enumerate(word) if n and x.lower() in _NEAR]
    if not at:
        return None
    n = rng.choice(at)
    return word[: n + 1] + rng.choice(_NEAR[word[n].lower()]) + word[n + 1 :]


def phonetic(rng: Random, word: str) -> str | None:
    rules = [(a, b) for a, b in _SOUNDS if a in word[1:]]
    if not rules:
        return None
    old, new = rng.choice(rules)
    return word[0] + word[1:].replace(old, new, 1)


SLIPS: dict[str, Slip] = {
    "keyboard neighbour": neighbour,
    "letter dropped": dropped,
    "letter doubled": doubled,
    "letters transposed": transposed,
    "letter inserted": inserted,
    "phonetic spelling": phonetic,
}


def slip(rng: Random, sort: str, text: str, recorded_as: tuple[str, int]) -> str | None:
    """Return the text with one slip in one word that still stands as it is recorded.

    `recorded_as` is the string as recorded, and how many letters a word must have for the reader
    to know it still; in an e-mail address only what is before the @ is touched.
    """
    original, shortest = recorded_as
    recorded = {x.casefold() for x in WORD.findall(original.partition("@")[0])}
    long_enough = [x for x in WORD.finditer(text) if len(x[0]) >= shortest]
    found = [x for x in long_enough if x[0].casefold() in recorded]
    if not found:
        return None
    at = rng.choice(found)
    wrong = SLIPS[sort](rng, at[0])
    if wrong is None or wrong.casefold() == at[0].casefold():
        return None
    return text[: at.start()] + wrong + text[at.end() :]
