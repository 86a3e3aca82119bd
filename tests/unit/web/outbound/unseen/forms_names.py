"""How people write a name otherwise than it is recorded."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

Form = Callable[[Random, str], str | None]

_PARTICLES = {"St", "ap", "Mac", "Ó", "Ní", "Van", "De"}
_TITLES = {"Dr", "Mrs", "Ms"}
_APOSTROPHES = ["\N{RIGHT SINGLE QUOTATION MARK}", "", " ", "\N{ACUTE ACCENT}", "`", "' "]


def _parts(name: str) -> tuple[str, list[str], str]:
    """Return the first name, the middle names and the surname."""
    words = name.partition(" née ")[0].split()
    if words[0] in _TITLES:
        words = words[1:]
    at = next((n for n, word in enumerate(words) if n and word in _PARTICLES), len(words) - 1)
    return words[0], words[1:at], " ".join(words[at:])


def _given_and_surname(name: str) -> tuple[str, str]:
    first, middle, last = _parts(name)
    return " ".join([first, *middle]), last


def initials(rng: Random, name: str) -> str:
    first, middle, last = _parts(name)
    letters = [first[0], *(word[0] for word in middle)]
    kept = letters if rng.random() < 0.5 else letters[:1]
    dot = rng.choice([". ", " ", "."])
    before = dot.join(kept) + dot
    after = rng.choice([", ", " "]) + rng.choice([".", ""]).join(kept) + rng.choice([".", ""])
    return before + last if rng.random() < 0.7 else last + after


def surname_first(rng: Random, name: str) -> str:
    fore, last = _given_and_surname(name)
    return rng.choice([f"{last}, {fore}", f"{last.upper()}, {fore}", f"{last} {fore}"])


def half(rng: Random, name: str) -> str | None:
    """Return one half of a double-barrelled surname, or the name before marriage."""
    first, _, last = _parts(name)
    if " née " in name:
        halves = [last, name.partition(" née ")[2]]
    elif "-" in last:
        halves = [x for x in last.split("-") if len(x) > 3 and not x.startswith("D'")]
    else:
        return None
    return f"{first} {rng.choice(halves)}"


def title_surname(rng: Random, name: str) -> str:
    return f"{rng.choice(['Ms', 'Mrs', 'Miss', 'Ms.'])} {_parts(name)[2]}"


def middle(rng: Random, name: str) -> str | None:
    first, between, last = _parts(name)
    if not between:
        return f"{first} {rng.choice('ABEJKMR')}. {last}"
    return rng.choice([f"{first} {last}", f"{first} {between[0][0]}. {last}"])


def apostrophe(rng: Random, text: str) -> str | None:
    return text.replace("'", rng.choice(_APOSTROPHES)) if "'" in text else None


def possessive(rng: Random, name: str) -> str:
    first, last = _given_and_surname(name)
    ends = [f"{first} {last}'s", f"{first} {last}\N{RIGHT SINGLE QUOTATION MARK}s"]
    return rng.choice([*ends, f"{first} {last}s"])


def handle(rng: Random, name: str) -> str:
    """Return the name as in a file's name, a user name or a hashtag."""
    first, last = _given_and_surname(name)
    plain = unicodedata.normalize("NFD", f"{first} {last}")
    bare = "".join(x for x in plain if x.isalnum() or x == " ")
    joined = bare.replace(" ", rng.choice(["_", ".", "-", ""]))
    if rng.random() < 0.5:
        joined = joined.lower() if "." in joined or "_" in joined else joined
    return joined + rng.choice(["", "_statement.docx", "-letter.pdf", " (signed).pdf"])


def spelt_out(rng: Random, name: str) -> str | None:
    """Return the surname letter by letter, as to a clerk."""
    first, last = _given_and_surname(name)
    if not last.isalpha():
        return None
    return f"{first} {rng.choice(['-', ' ', '. ', ', ']).join(last.upper())}"


def label(rng: Random, name: str) -> str:
    fore, last = _given_and_surname(name)
    return rng.choice(
        [
            f"First name: {fore}\nSurname: {last}",
            f"Surname: {last}   Forename(s): {fore}",
            f"Family name - {last}; given name - {fore}",
            f"Forename {fore} / Surname {last}",
        ]
    )


def cells(rng: Random, name: str) -> str:
    fore, last = _given_and_surname(name)
    return rng.choice([
        f"| {last} | {fore} |", f'"{fore}","{last}"', f"{last};{fore}", f"{fore}\t{last}",
        f"<td>{fore}</td><td>{last}</td>", f"{last},{fore},F",
    ])  # fmt: skip


def around(rng: Random, name: str) -> str:
    """Return the whole name with something between or about its parts."""
    first, last = _given_and_surname(name)
    return rng.choice([
        f"{first} (now {last})", f"{first} - surname {last}", f'{first} "{last}"',
        f"{first} Mrs {last}", f"{first} [{last}]", f"{first} /{last}/",
    ])  # fmt: skip


NAMES: dict[str, Form] = {
    "initials": initials,
    "surname first": surname_first,
    "maiden or married half": half,
    "title and surname": title_surname,
    "middle name": middle,
    "apostrophe": apostrophe,
    "possessive": possessive,
    "file name or handle": handle,
    "spelt out": spelt_out,
    "labels": label,
    "table or CSV": cells,
    "words between": around,
}

WORD = re.compile(r"[^\W\d_]+")
