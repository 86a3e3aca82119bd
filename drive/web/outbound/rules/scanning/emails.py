"""E-mail addresses: with their signs, with words for them, and in two parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drive.web.outbound.rules.scanning.codes import plain
from drive.web.outbound.rules.scanning.likeness import fold, slips, slips_allowed
from drive.web.outbound.rules.scanning.patterns import Pattern, Span
from drive.web.outbound.rules.scanning.reading import Token

_LOCAL_PART = 7
"""From this length on what stands before the @ is known again without the rest."""
_LEAST, _LONG = 3, 6
_APART = 6
"""How many tokens may stand between the two parts: "at the domain", "at sign", "provider"."""
_MOST_TOKENS = 9
_SIGN_WORDS = frozenset("dot point stop period underscore dash hyphen minus plus full".split())


def email_patterns(text: str, why: str) -> Iterator[Pattern]:
    """Return how an e-mail address is found, with its signs or with words for them."""
    local, _, domain = text.strip().lower().partition("@")
    name = plain(local)
    labels = [plain(label) for label in domain.split(".") if label]
    for at in ("", "at"):
        for dot in ("", "dot"):
            whole = name.replace(" ", "") + at + dot.join(labels)
            yield Pattern(whole, slips_allowed(len(whole)), why)
    for spoken in _spoken_locals(local):
        for at in ("", "at"):
            for rest in ("dot".join(labels), *labels[:1]):
                whole = spoken + at + rest
                yield Pattern(whole, slips_allowed(len(whole)), why)
    if labels:
        yield Pattern(name + labels[0], slips_allowed(len(name + labels[0])), why)
        yield Pattern(name + "at" + labels[0], slips_allowed(len(name + labels[0])), why)
    if len(name) >= _LOCAL_PART:
        yield Pattern(name, 0, why)


def _spoken_locals(local: str) -> Iterator[str]:
    """Return what stands before the @ with words for its signs."""
    signs = {".": "dot", "_": "underscore", "-": "dash", "+": "plus"}
    if any(sign in local for sign in signs):
        for dash in ("dash", "hyphen"):
            said = local
            for sign, word in (signs | {"-": dash}).items():
                said = said.replace(sign, word)
            yield plain(said)


class EmailInParts:
    """Finds what stands before the @ where its provider is named near it."""

    def __init__(self, text: str, why: str) -> None:
        local, _, domain = text.strip().lower().partition("@")
        self._local, self._provider = fold(plain(local)), fold(plain(domain.split(".")[0]))
        self._why = why

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Return the places from the one part to the other."""
        if len(self._local) < _LEAST or not self._provider:
            return
        for provider, token in enumerate(tokens):
            if _is_or_ends(fold(token.text), self._provider):
                for first, last in self._locals_near(tokens, provider):
                    yield Span(min(first, provider), max(last, provider), self._why)

    def _locals_near(self, tokens: Sequence[Token], place: int) -> Iterator[tuple[int, int]]:
        # Of all runs that end alike the last found is the shortest: what stands before is not hers.
        shortest: dict[int, int] = {}
        for first in range(max(0, place - _APART - _MOST_TOKENS), place + _APART):
            run = ""
            for last in range(first, min(first + _MOST_TOKENS, len(tokens))):
                if tokens[last].text in _SIGN_WORDS and run:
                    continue
                run += fold(tokens[last].text)
                is_near = first - place <= _APART and place - last <= _APART
                is_apart = is_near and not first <= place <= last
                if is_apart and self._is_local(run, goes_on=_goes_on(tokens, last)):
                    shortest[last] = first
        yield from ((first, last) for last, first in shortest.items())

    def _is_local(self, run: str, *, goes_on: bool) -> bool:
        return run == self._local or (not goes_on and _is_or_ends(run, self._local))


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether the part before the @ is longer than this, so that a slip makes somebody else."""
    after = tokens[place + 1 : place + 3]
    return len(after) == 2 and after[0].between in (".", "_", "-") and after[1].between == "@"


def _is_or_ends(given: str, wanted: str) -> bool:
    """Whether they are alike, or a label stands before it without a space between."""
    if len(wanted) < _LONG:
        return given == wanted
    return given.endswith(wanted) or (
        abs(len(given) - len(wanted)) <= 1 and slips(given, wanted) <= 1
    )
