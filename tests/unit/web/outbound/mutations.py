"""Ways in which a protected string is written when somebody is in a hurry, or careful to hide it.

Written apart from the scanner's own lists, so that what both have in common is the language only.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Callable, Iterator

from drive.vocabulary.vault import ProtectedKind as Kind
from tests.unit.web.outbound.formats import DIGITS, FORMATS

Mutation = Callable[[str, random.Random], str | None]

_FULL = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
_LOOK = {
    "o": "0",
    "O": "0",
    "l": "1",
    "i": "1",
    "I": "l",
    "0": "O",
    "1": "l",
    "s": "5",
    "S": "5",
    "B": "8",
    "5": "S",
}
_CYRILLIC = {
    "a": "\u0430",
    "e": "\u0435",
    "o": "\u043e",
    "p": "\u0440",
    "c": "\u0441",
    "A": "\u0410",
    "E": "\u0415",
    "O": "\u041e",
    "C": "\u0421",
    "H": "\u041d",
}


def chance(seed: str) -> random.Random:
    """Return chance that a seed repeats."""
    return random.Random(seed)  # noqa: S311


def _letters(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c.isalpha()]


def swap(text: str, rng: random.Random) -> str | None:
    """Two neighbouring characters change places."""
    places = [
        i for i in range(len(text) - 1)
        if text[i].isalnum() and text[i + 1].isalnum() and text[i].lower() != text[i + 1].lower()
    ]  # fmt: skip
    if not places:
        return None
    i = rng.choice(places)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def leave_out(text: str, rng: random.Random) -> str | None:
    """One letter is missing."""
    places = _letters(text)
    i = rng.choice(places) if places else 0
    return text[:i] + text[i + 1 :] if places else None


def double(text: str, rng: random.Random) -> str | None:
    """One letter is written twice."""
    places = _letters(text)
    i = rng.choice(places) if places else 0
    return text[:i] + text[i] + text[i:] if places else None


def wrong_letter(text: str, rng: random.Random) -> str | None:
    """One letter is another."""
    places = _letters(text)
    if not places:
        return None
    i = rng.choice(places)
    return text[:i] + rng.choice("abcdefghijklmnopqrstuvwxyz") + text[i + 1 :]


def look_alike(text: str, rng: random.Random) -> str | None:
    """Some characters are those that look like them."""
    return "".join(_LOOK.get(c, c) if rng.random() < 0.5 else c for c in text)


def cyrillic(text: str, rng: random.Random) -> str | None:
    return "".join(_CYRILLIC.get(c, c) for c in text)


def upper(text: str, rng: random.Random) -> str | None:
    return text.upper()


def lower(text: str, rng: random.Random) -> str | None:
    return text.lower()


def full_width(text: str, rng: random.Random) -> str | None:
    return text.translate(_FULL)


def zero_width(text: str, rng: random.Random) -> str | None:
    return rng.choice("\u200b\u200c\u2060\ufeff\u00ad").join(text)


def no_break(text: str, rng: random.Random) -> str | None:
    return text.replace(" ", rng.choice("\u00a0\u202f\u2009"))


def spread(text: str, rng: random.Random) -> str | None:
    return " ".join(text)


def closed_up(text: str, rng: random.Random) -> str | None:
    return text.replace(" ", "")


def two_spaces(text: str, rng: random.Random) -> str | None:
    return text.replace(" ", "  ")


def over_lines(text: str, rng: random.Random) -> str | None:
    return re.sub(r",? ", rng.choice(["\n", ",\n", "\r\n"]), text)


def hyphenated_line(text: str, rng: random.Random) -> str | None:
    i = len(text) // 2
    return text[:i] + "-\n" + text[i:] if text[i - 1].isalnum() and text[i].isalnum() else None


def punctuation(text: str, rng: random.Random) -> str | None:
    return re.sub(r"[ ,]+", rng.choice([", ", " - ", "/", ". ", "_", "; "]), text)


def no_punctuation(text: str, rng: random.Random) -> str | None:
    return re.sub(r"[^\w\s@]", "", text)


def no_accents(text: str, rng: random.Random) -> str | None:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def other_accents(text: str, rng: random.Random) -> str | None:
    return text.translate(str.maketrans("aeiowyAEIOWY", "âêîôŵŷÂÊÎÔŴŶ"))


def bold_in_the_middle(text: str, rng: random.Random) -> str | None:
    i = len(text) // 2
    return text[:i] + "<b>" + text[i:] + "</b>"


def tagged(text: str, rng: random.Random) -> str | None:
    return "".join(f"<span>{c}</span>" for c in text)


def as_entities(text: str, rng: random.Random) -> str | None:
    return "".join(f"&#{ord(c)};" if rng.random() < 0.5 else html.escape(c) for c in text)


def breaks(text: str, rng: random.Random) -> str | None:
    return text.replace(" ", "<br/>")


def said_numbers(text: str, rng: random.Random) -> str | None:
    if not any(c.isdigit() for c in text):
        return None
    return re.sub(r"\d", lambda d: f" {DIGITS[int(d.group())]} ", text)


EVERYWHERE: tuple[Mutation, ...] = (
    look_alike, cyrillic, upper, lower, full_width, zero_width, no_break, spread, two_spaces,
    over_lines, hyphenated_line, no_punctuation, no_accents, other_accents, bold_in_the_middle,
    tagged, as_entities, breaks, swap,
)  # fmt: skip
SLIPS: tuple[Mutation, ...] = (leave_out, double, wrong_letter)


def mutated(kind: Kind, text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Return how a string is written, each with the name of the change."""
    yield "as it is", text
    for written in FORMATS[kind](text):
        yield "format", written
    changes = EVERYWHERE
    if kind not in (Kind.TELEPHONE, Kind.POSTCODE, Kind.PLATE):
        changes += SLIPS
    if kind in (Kind.TELEPHONE, Kind.POSTCODE, Kind.ADDRESS, Kind.PLATE):
        changes += (said_numbers,)
    for change in changes:
        for _ in range(3 if change in (swap, *SLIPS, look_alike) else 1):
            if written := change(text, rng):
                yield change.__name__, written
