"""What follows from known values of a document: what it is, and whom its title names."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_BYTES = 20 * 1024 * 1024
LONGEST_TEXT = 50_000

_SHORTEST_NAME = 3


def names_in(title: str, names: Iterable[str]) -> list[str]:
    """Return those of some names that stand in a title as whole words.

    Names of one or two letters are passed over: they are words too often.
    """
    words = {word.casefold() for word in re.findall(r"\w+(?:[’'-]\w+)*", title)}
    return [name for name in names if len(name) >= _SHORTEST_NAME and name.casefold() in words]
