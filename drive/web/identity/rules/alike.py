"""Which recorded names and birth dates are those somebody looks for, and which are nearly so."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.word import Word


class Likeness(Word):
    """In what a record differs from what somebody looks for."""

    FORENAME_FORM = "forename_form", "Another form of the forename"
    FORENAME_SLIP = "forename_slip", "One slip in the forename"
    SURNAME_SLIP = "surname_slip", "One slip in the surname"
    BIRTH_SWAPPED = "birth_swapped", "Day and month of birth swapped"
    BIRTH_UNKNOWN = "birth_unknown", "No birth date on record"


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Whom somebody looks for: a surname, and a forename or a birth date or both."""

    surname: str
    forename: str = ""
    born_on: date | None = None


_Found = tuple[Likeness, ...]


def likeness(
    sought: Sought, forename: str, surname: str, born_on: date | None, *, roots: Mapping[str, str]
) -> _Found | None:
    """Return in what somebody on record differs from whom is sought; None if by too much.

    Parameters
    ----------
    sought : Sought
        Whom somebody looks for.
    forename, surname, born_on : str, str, datetime.date or None
        Who is on record.
    roots : mapping of str to str
        The name that each short form stands for.

    Returns
    -------
    tuple of Likeness or None
        Empty where everything that was given is equal.
    """
    surnames = _near(sought.surname, surname, Likeness.SURNAME_SLIP)
    if surnames is None:
        return None
    forenames = _forename(sought.forename, forename, roots) if sought.forename.strip() else ()
    births = _birth(sought.born_on, born_on) if sought.born_on else ()
    if forenames is None or births is None:
        return None
    return (*surnames, *forenames, *births)


def _near(sought: str, found: str, slip: Likeness) -> _Found | None:
    one, other = plain(sought), plain(found)
    if one == other:
        return ()
    return (slip,) if is_one_slip(one, other) else None


def _forename(sought: str, found: str, roots: Mapping[str, str]) -> _Found | None:
    one, other = plain(sought), plain(found)
    if one != other and roots.get(one, one) == roots.get(other, other):
        return (Likeness.FORENAME_FORM,)
    return _near(sought, found, Likeness.FORENAME_SLIP)


def _birth(sought: date, found: date | None) -> _Found | None:
    if found is None:
        return (Likeness.BIRTH_UNKNOWN,)
    if found == sought:
        return ()
    swapped = (found.year, found.day, found.month) == (sought.year, sought.month, sought.day)
    return (Likeness.BIRTH_SWAPPED,) if swapped else None


def plain(name: str) -> str:
    """Return a name without accents, capitals, spaces, hyphens and apostrophes."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in apart if letter.isalnum())


def is_one_slip(one: str, other: str) -> bool:
    """Return whether two different names become equal by one letter more, less, other or swapped.

    Names of three letters and fewer are too short to differ by a slip.
    """
    short, long = sorted((one, other), key=len)
    if len(short) <= 3 or len(long) - len(short) > 1:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest, more = short[start:], long[start:]
    if len(short) < len(long):
        return rest == more[1:]
    return rest[1:] == more[1:] or (
        rest[:2] == more[1::-1] and len(rest) > 1 and rest[2:] == more[2:]
    )
