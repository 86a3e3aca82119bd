"""Redaction: takes out of a narrative whatever tells who, where, when or which arm.

It knows strings, not meanings. So the Idva who holds the case looks each narrative over and takes
out more; and what was taken out is looked for once more each time that a narrative is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drive.vocabulary.adjudication import RemovedKind
from drive.vocabulary.vault import ProtectedKind
from drive.web.adjudication.rules.terms import EXPRESSIONS, together
from drive.web.outbound.rules.scanner import Protectable, Scanner

MARK = "[..]"
"""What stands in the place of whatever was taken out: it does not say of what kind that was."""

_NAMES = (ProtectedKind.NAME, ProtectedKind.NEW_NAME)
_ROUNDS = 12
_SHORT = 3
_MARKS = re.compile(rf"{re.escape(MARK)}(?:[\s,;:&/’'-]*{re.escape(MARK)})+")

Span = tuple[int, int, RemovedKind]


@dataclass(frozen=True)
class Redacted:
    """A text without what was taken out, and how often something of each kind was.

    `is_clean` is False if something is still found in it: then it is shown to nobody.
    """

    text: str
    removed: Mapping[RemovedKind, int]
    is_clean: bool


class Redactor:
    """Knows what tells of one pair, and takes it out of texts.

    Parameters
    ----------
    protected : sequence of Protectable
        The names of both, and all that the vault keeps of them.
    names : iterable of str
        Other people's names, such as of staff.
    places : iterable of str
        Names of sites and agencies, and references.
    """

    def __init__(
        self,
        protected: Sequence[Protectable] = (),
        *,
        names: Iterable[str] = (),
        places: Iterable[str] = (),
    ) -> None:
        self._scanner = Scanner(protected)
        of_the_pair = [each.text for each in protected if each.kind in _NAMES]
        whole = [*of_the_pair, *names]
        literal = (
            (RemovedKind.NAME, together([*whole, *_long_parts(whole)])),
            (RemovedKind.PLACE, together(places)),
        )
        self._literal = [(kind, found) for kind, found in literal if found is not None]
        self._short = {part for name in whole for part in _parts(name) if len(part) <= _SHORT}

    def redact(self, text: str) -> Redacted:
        """Take out everything, again and again until nothing more is found."""
        removed: Counter[RemovedKind] = Counter()
        for _ in range(_ROUNDS):
            spans = _apart(self._spans(text))
            if not spans:
                break
            removed.update(kind for _, _, kind in spans)
            text = _without(text, spans)
        return Redacted(text, dict(removed), is_clean=not self.found_in(text))

    def found_in(self, text: str) -> list[RemovedKind]:
        """Return the kinds of what stands in a text and may not."""
        return sorted({kind for _, _, kind in self._spans(text)})

    def _spans(self, text: str) -> Iterator[Span]:
        for hit in self._scanner.scan(text):
            yield hit.start, hit.end, _kind_of(hit.kind)
        for kind, expression in (*self._literal, *EXPRESSIONS):
            for match in expression.finditer(text):
                if match.end() > match.start():
                    yield match.start(), match.end(), kind
        for match in re.finditer(r"[^\W\d_]+", text):
            if match.group() in self._short:
                yield match.start(), match.end(), RemovedKind.NAME


def take_out(text: str, passages: Iterable[str]) -> tuple[str, int, list[str]]:
    """Take passages out of a text by hand.

    Returns
    -------
    tuple
        The text, how many places were taken out, and the passages that do not stand in it.
    """
    taken, missing = 0, []
    for passage in sorted({each.strip() for each in passages if each.strip()}, key=len)[::-1]:
        words = r"\s+".join(re.escape(word) for word in passage.split())
        text, times = re.subn(words, MARK, text, flags=re.IGNORECASE)
        taken += times
        if not times:
            missing.append(passage)
    return _MARKS.sub(MARK, text), taken, missing


def says_anything(text: str) -> bool:
    """Return whether words are left in a text."""
    return re.search(r"[^\W\d_]{3,}", text.replace(MARK, "")) is not None


def _parts(name: str) -> Iterator[str]:
    yield from (part for part in re.split(r"[\s'’-]+", name) if len(part) > 1)


def _long_parts(names: Iterable[str]) -> Iterator[str]:
    """Give the parts of names that are taken out in any case; the short ones only as written."""
    yield from (part for name in names for part in _parts(name) if len(part) > _SHORT)


def _kind_of(kind: ProtectedKind) -> RemovedKind:
    return RemovedKind.NAME if kind in _NAMES else RemovedKind.CONTACT


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans of which none touches another: those that overlap become one."""
    joined: list[Span] = []
    for start, end, kind in sorted(spans):
        if joined and start < joined[-1][1]:
            first, last, of = joined[-1]
            joined[-1] = (first, max(last, end), of)
        else:
            joined.append((start, end, kind))
    return joined


def _without(text: str, spans: Sequence[Span]) -> str:
    for start, end, _ in reversed(spans):
        text = text[:start] + MARK + text[end:]
    return _MARKS.sub(MARK, text)
