"""Schools, surgeries, places of work and refuges: known by the words that tell one from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from drive.web.outbound.rules.scanning.generic import beside
from drive.web.outbound.rules.scanning.likeness import slips_allowed
from drive.web.outbound.rules.scanning.patterns import Judge, Pattern, Span
from drive.web.outbound.rules.scanning.reading import Token, readings
from drive.web.outbound.rules.scanning.words import (
    COMMON_STREETS,
    DIGITS,
    GENERIC,
    ORDINARY,
    SAINTS,
    SMALL_WORDS,
    TEENS,
    TENS,
    TYPE_OF,
    WORDLIKE,
)

PARTED = re.compile(r"[,\n;(]")
_ASIDE = re.compile(r"\([^()]*\)")
_ALONE = 9
"""From this length on two telling words are enough; a school may be called after its town."""
_SINGLE = 5
"""From this length on the one word of a name without any generic word is enough."""
_DOCTORS = ("dr", "doctor", "drs", "doctors")
_PLAIN = (
    frozenset(word for name in COMMON_STREETS for word in name.split())
    | frozenset(TYPE_OF)
    | frozenset((*DIGITS, *TEENS, *TENS, "number", "room", "flat", "floor", "block"))
    | WORDLIKE
    | ORDINARY
    | SMALL_WORDS
)
_SAID_FIRST = {
    "school": ("ysgol",),
    "gp": ("meddygfa",),
    "workplace": (),
    "refuge": ("refuge", "llety", "lloches"),
}
_SAID_LAST = {
    "school": tuple("school primary primaryschool academy infants juniors".split()),
    "gp": tuple(
        "surgery practice gp gpsurgery medicalcentre medcentre healthcentre doctors".split()
    ),
    "workplace": (),
    "refuge": tuple("refuge house hostel womensrefuge".split()),
}
"""Words that people put before and after a name, whatever the name has of its own."""


def institution_patterns(text: str, why: str, *, sort: str) -> Iterator[Pattern]:
    """Return how an institution is found.

    Parameters
    ----------
    text : str
        Its name, perhaps in several parts: "Tesco Extra, Fforestfach".
    why : str
        What a person is told.
    sort : str
        A key of the generic words: school, gp, workplace or refuge.
    """
    for aside in _ASIDE.findall(text):
        yield from _whole(words_of(aside), why)
    parts = [part for part in map(words_of, PARTED.split(_ASIDE.sub(" ", text))) if part]
    yield from _whole(words_of(text), why)
    if "&" in text:
        yield from _whole(words_of(text.replace("&", " and ")), why)
    for place, part in enumerate(parts):
        others = {word for each in parts if each is not part for word in each if len(word) > 3}
        if place == 0 or len(part) > 1:
            yield from _whole(part, why)
            yield from _in_one_word("".join(part), why, sort)
            yield from _telling(part, why, sort, GENERIC[sort] | others)
        if place == 0:
            yield from _without_article(part, why, sort)
        if sort == "gp":
            yield from _doctor(part, why)


def words_of(text: str) -> list[str]:
    """Return the words of a name, plain."""
    return [token.text for token in readings(text)[0]]


def tells_of(words: Sequence[str], generic: frozenset[str]) -> list[int]:
    """Return the places of the words that tell an institution from others of its sort."""
    return [
        at
        for at, word in enumerate(words)
        if word not in generic | SMALL_WORDS and not (at and word == "s")
    ]


def _whole(words: list[str], why: str) -> Iterator[Pattern]:
    for spelling in _spellings(words):
        whole = "".join(spelling)
        yield Pattern(whole, slips_allowed(len(whole)), why, sounds=True)


def _without_article(words: list[str], why: str, sort: str) -> Iterator[Pattern]:
    """Return "Larches" of "The Larches": it has no other word by which it could be known."""
    bare = [word for word in words if word not in SMALL_WORDS]
    if len(bare) == 1 and bare != words and bare[0] not in GENERIC[sort]:
        whole = bare[0]
        if len(whole) >= _SINGLE:
            yield Pattern(whole, min(slips_allowed(len(whole)), 1), why, _with_capital)


def _telling(words: list[str], why: str, sort: str, generic: frozenset[str]) -> Iterator[Pattern]:
    near: Judge = partial(beside, generic=generic)
    tells = [words[at] for at in tells_of(words, GENERIC[sort])]
    if sort == "refuge" and tells and len(tells[0]) >= _SINGLE and tells[0] not in _PLAIN:
        yield Pattern(tells[0], 0, why, near)
    for run in _runs(words, GENERIC[sort]):
        for spelling in _spellings(run):
            joined = "".join(spelling)
            many = len([word for word in spelling if len(word) > 1])
            if many > 1 and len(joined) >= _ALONE - (spelling[0] in SAINTS):
                allowed = min(slips_allowed(len(joined)), 1)
                yield Pattern(joined, allowed, why, _as_a_name, sounds=True)
            allowed = slips_allowed(len(joined)) if len(joined) > 5 else 0
            yield Pattern(joined, allowed, why, near, sounds=True)
            if len(joined) >= _SINGLE:
                yield from _in_one_word(joined, why, sort)


def _in_one_word(joined: str, why: str, sort: str) -> Iterator[Pattern]:
    """Return the name with a word of its sort, for where no blank stands between them."""
    wholes = [first + joined for first in _SAID_FIRST[sort]]
    wholes += [joined + last for last in _SAID_LAST[sort]]
    for whole in dict.fromkeys(wholes):
        yield Pattern(whole, min(slips_allowed(len(whole)), 1), why)


def _runs(words: list[str], generic: frozenset[str]) -> Iterator[list[str]]:
    """Return the runs that begin and end with a telling word: all of them, and each two."""
    tells = tells_of(words, generic)
    if not tells or len(words) == 1:
        return
    ends = {(tells[0], tells[-1])} | set(pairwise(tells))
    for first, last in sorted(ends):
        ending = last + 1 if words[last + 1 : last + 2] != ["s"] else last + 2
        run = words[first:ending]
        # A place of two words, such as the town in which it lies, must not stand for the whole.
        if (first, last) == (tells[0], tells[-1]) or first == tells[0]:
            yield run
            yield [word for word in run if word not in SMALL_WORDS]
            if words[first - 1] in SMALL_WORDS and first:
                yield words[first - 1 : ending]
            if run[0] in SAINTS and len(run) > 1:
                yield run[1:]


def _with_capital(tokens: Sequence[Token], span: Span) -> Span | None:
    """Take what a capital makes a name."""
    return span if tokens[span.first].capital else None


def _as_a_name(tokens: Sequence[Token], span: Span) -> Span | None:
    """Take what is written as a name, or holds a word that is not an ordinary one."""
    run = tokens[span.first : span.last + 1]
    words = [each for each in run if each.text not in SMALL_WORDS]
    is_written_so = all(each.capital for each in words)
    return span if is_written_so or any(each.text not in _PLAIN for each in words) else None


def _spellings(words: list[str]) -> Iterator[list[str]]:
    """Return the words with and without the possessive s, and each way to write a saint."""
    for some in (words, [word for word in words if word != "s"]):
        if not some:
            continue
        yield some
        if some[0] in SAINTS:
            yield from ([saint, *some[1:]] for saint in SAINTS)
        if some[0] in _DOCTORS:
            yield from ([doctor, *some[1:]] for doctor in _DOCTORS[:2])


def _doctor(words: list[str], why: str) -> Iterator[Pattern]:
    """Return "Dr Mehta" and "Mehta and Partners" of "Dr R. Mehta & Partners"."""
    if not words or words[0] not in _DOCTORS:
        return
    name = next((word for word in words[1:] if len(word) > 2), "")
    if name:
        allowed = 1 if len(name) > 4 else 0
        for title in _DOCTORS:
            for rest in ("", "andothers", "andpartners"):
                yield Pattern(title + name + rest, allowed, why, sounds=True)
            yield from (
                Pattern(title + words[1] + name, allowed, why)
                for _ in words[1:2]
                if words[1] != name
            )
        yield Pattern(name, allowed, why, partial(beside, generic=GENERIC["gp"]))
