"""A name taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drive.web.outbound.rules.scanning.reading import readings
from drive.web.outbound.rules.scanning.words import HER_TITLES, OTHER_TITLES, PARTICLES


@dataclass(frozen=True)
class Name:
    """A name taken apart, each part plain."""

    first: str
    middle: tuple[str, ...] = ()
    surname: str = ""
    """The whole surname, joined."""
    halves: tuple[str, ...] = ()
    """The halves of a double-barrelled one; of "van der Berg" the part that stands alone."""

    @property
    def parts(self) -> tuple[str, ...]:
        """All that belongs to the name."""
        return tuple(
            part for part in (self.first, *self.middle, *self.halves, self.surname) if part
        )


def name_in(text: str) -> Name:
    """Take a name apart, as "First Middle Surname" or "Surname, First"."""
    before, comma, after = text.partition(",")
    if comma and after.strip():
        text = f"{after} {before}"
    words = [halves for halves in map(_halves, text.split()) if halves]
    # A title stands in front. What comes later is a name, also where it sounds like a title.
    while len(words) > 1 and words[0][0] in HER_TITLES | OTHER_TITLES:
        words = words[1:]
    if not words:
        return Name("")
    if len(words) == 1:
        return Name("".join(words[0]))
    begins = len(words) - 1
    while begins > 1 and words[begins - 1][0] in PARTICLES:
        begins -= 1
    surname = tuple(half for word in words[begins:] for half in word)
    middle = tuple("".join(word) for word in words[1:begins])
    halves = words[-1] if len(words) - begins > 1 or len(surname) > 1 else ()
    return Name("".join(words[0]), middle, "".join(surname), halves)


def _halves(word: str) -> tuple[str, ...]:
    halves = (
        "".join(token.text for token in readings(half)[0])
        for half in re.split(r"[-\u2010-\u2015]", word)
    )
    return tuple(half for half in halves if half)
