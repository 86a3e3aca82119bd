"""Names of people: whole, turned round, with initials, by halves, by short forms, by sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from drive.web.outbound.rules.scanning.likeness import fold, forms, same_name, slips_allowed
from drive.web.outbound.rules.scanning.name_parts import Name, name_in
from drive.web.outbound.rules.scanning.name_places import (
    alone_as_first,
    alone_as_last,
    as_whole,
    name_then_initials,
    only_initials,
    two_capitals,
)
from drive.web.outbound.rules.scanning.patterns import Judge, Pattern, Span
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import ORDINARY, WORDLIKE

_JOINS = ("-", "\u2010", "\u2011", "\u2013")
_APART = 3
"""How many tokens may stand between a first name and a surname: a comma, a middle name."""


def name_patterns(text: str, why: str) -> Iterator[Pattern]:
    """Return how a name is found."""
    name = name_in(text)
    if name.surname:
        yield from _whole(name, why)
        yield from _with_initial(name, f"{why}: initial and surname")
        yield from _surname(name, f"{why}: surname")
    if name.first:
        yield from _first_name(name, f"{why}: first name")


def _whole(name: Name, why: str) -> Iterator[Pattern]:
    firsts = (name.first, "".join((name.first, *name.middle)), *sorted(forms(name.first)))
    lasts = dict.fromkeys((name.surname, *name.halves, "".join(reversed(name.halves))))
    for first in firsts:
        for last in lasts:
            if last:
                for whole in (first + last, last + first):
                    judge: Judge = partial(as_whole, whole=fold(whole))
                    yield Pattern(whole, slips_allowed(len(whole)), why, judge)
    for middle in name.middle:
        for whole in (name.first + middle, middle + name.surname):
            yield Pattern(whole, slips_allowed(len(whole)), why)


def _with_initial(name: Name, why: str) -> Iterator[Pattern]:
    between = "".join(part[0] for part in (*name.middle, *name.halves[:-1]))
    initials = dict.fromkeys((name.first[0], name.first[0] + between))
    for initial in initials:
        for last in dict.fromkeys((name.surname, *name.halves)):
            allowed = 1 if len(last) > 5 else 0
            for whole in (initial + last, last + initial):
                judge: Judge = partial(
                    two_capitals, whole=fold(whole), initials=frozenset(initials)
                )
                yield Pattern(whole, allowed, why, judge)
    letters = "".join(half[0] for half in name.halves or (name.surname,))
    yield Pattern(name.first + letters, 0, why, name_then_initials)
    yield Pattern(name.first[0] + letters, 0, why, only_initials)


def _first_name(name: Name, why: str) -> Iterator[Pattern]:
    short = [form for form in forms(name.first) if len(form) > 2 and form not in WORDLIKE]
    for form in (name.first, *sorted(short)):
        own = form == name.first
        allowed = 1 if own and len(form) > 3 else 0
        judge: Judge = partial(alone_as_first, name=name, exact=fold(form))
        yield Pattern(form, allowed, why, judge)


def _surname(name: Name, why: str) -> Iterator[Pattern]:
    for form in dict.fromkeys((name.surname, *name.halves)):
        if len(form) > 2:
            allowed = 1 if len(form) > 3 else 0
            judge: Judge = partial(alone_as_last, name=name, exact=fold(form))
            yield Pattern(form, allowed, why, judge)


class SoundsAlike:
    """Finds a first name and a surname near each other that both sound right."""

    def __init__(self, text: str, why: str) -> None:
        self._name = name_in(text)
        self._why = why

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return such pairs, in either order."""
        name = self._name
        if not name.surname:
            return
        lasts = [half for half in {name.surname, *name.halves} if len(half) > 2]
        seconds = [place for place in range(len(tokens)) if _sounds(tokens, place, lasts)]
        for place in seconds:
            for other in range(max(0, place - _APART), min(len(tokens), place + _APART)):
                if other != place and _sounds(tokens, other, [name.first]):
                    yield Span(min(place, other), max(place, other), self._why)


def _sounds(tokens: Sequence[Token], place: int, wanted: Sequence[str]) -> bool:
    """Whether what stands here, alone or with the half before it, sounds like one of these."""
    token = tokens[place]
    if not token.capital or (token.text in ORDINARY and token.text not in wanted):
        return False
    heard = [token.text]
    if place and token.between in _JOINS:
        heard.append(tokens[place - 1].text + token.text)
    return any(same_name(each, name) for each in heard for name in wanted)
