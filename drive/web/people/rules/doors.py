"""Who may be joined at the door, where no reviewer looks: only where nobody else could be meant."""

import re
from datetime import date

from drive.vocabulary.names import NOT_NAMES

_TWO_NAMES = re.compile(r"[&+/;]|\band\b", re.IGNORECASE)


def says_who(forename: str, surname: str, born_on: date | None) -> bool:
    """Return whether two records that agree in these three may be taken for one person.

    They may not without a birth date; with one of 1 January, which stands for "some time in that
    year"; with a name that stands for none ("UNKNOWN"); and where a name is that of two people.
    """
    if born_on is None or (born_on.month, born_on.day) == (1, 1):
        return False
    return not any(is_no_name(name) for name in (forename, surname))


def is_no_name(name: str) -> bool:
    """Return whether a name stands for none, or for two people."""
    word = name.strip().casefold()
    return (
        not any(letter.isalpha() for letter in word)
        or word in NOT_NAMES
        or word.startswith(("unknown", "not known"))
        or _TWO_NAMES.search(word) is not None
    )
