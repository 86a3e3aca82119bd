"""Which column of an Insights list is which. What is not understood is an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drive.web.referrals.rules.headings import plain


@dataclass(frozen=True)
class Column:
    """A column that is understood, and the other headings under which it is met."""

    key: str
    label: str
    others: tuple[str, ...] = ()
    required: bool = True


_BORN = ("date of birth", "dob", "d o b", "born")


def _party(key: str, label: str, *others: str) -> tuple[Column, ...]:
    """Return the three columns of one of the two people."""
    names = (key, label.removesuffix("'s"), *others)
    forename = tuple(f"{each} {word}" for each in names for word in ("forename", "first name"))
    surname = tuple(f"{each} {word}" for each in names for word in ("surname", "last name"))
    born = tuple(f"{each} {word}" for each in names for word in _BORN)
    return (
        Column(f"{key}_forename", f"{label} forename", forename),
        Column(f"{key}_surname", f"{label} surname", surname),
        Column(f"{key}_born", f"{label} date of birth", born),
    )


NUMBER = Column("number", "Number", ("no", "row", "row number", "record number", "id"))
MARAC_ON = Column("marac_on", "Marac date", ("date of marac", "marac held on", "hearing date"))
RECONSTRUCTED = Column("reconstructed", "Reconstructed", required=False)

COLUMNS: tuple[Column, ...] = (
    NUMBER,
    Column("site", "Site", ("area",)),
    *_party("victim", "Victim-survivor's", "survivor", "client"),
    *_party("perpetrator", "Perpetrator's", "perp", "offender"),
    MARAC_ON,
    Column("opened_on", "Support opened on", ("opened on", "intake date"), required=False),
    Column("closed_on", "Support closed on", ("closed on", "exit date"), required=False),
    RECONSTRUCTED,
)
"""The columns in the order in which an empty list has them."""

BY_KEY: Mapping[str, Column] = {each.key: each for each in COLUMNS}

SHOWN = tuple(each.key for each in COLUMNS if each not in {NUMBER, RECONSTRUCTED})
"""The cells of a row that are kept: who it is about, where and when; no answer."""

_MEANINGS = {
    plain(heading): each.key for each in COLUMNS for heading in (each.label, each.key, *each.others)
}


@dataclass(frozen=True)
class Columns:
    """The columns of one list.

    Parameters
    ----------
    places : Mapping of str to int
        Where each understood column stands, from 0.
    answers : Mapping of str to int
        Every other heading and where it stands: what was entered there is compared only.
    refusals : tuple of str
        Why the list cannot be read, in words; empty if it can.
    """

    places: Mapping[str, int]
    answers: Mapping[str, int]
    refusals: tuple[str, ...]


def meaning(heading: str) -> str | None:
    """Return the key of the column that a heading means, or None if it is not understood."""
    words = plain(heading)
    # "victim's forename" has lost its apostrophe by now.
    return _MEANINGS.get(words) or _MEANINGS.get(words.replace("s ", " ", 1))


def understood(headings: Iterable[str]) -> int:
    """Return how many of the headings are understood."""
    return sum(meaning(heading) is not None for heading in headings)


def read_headings(headings: Sequence[str]) -> Columns:
    """Return which column is which, and in words why a list cannot be read."""
    places: dict[str, int] = {}
    answers: dict[str, int] = {}
    refusals: list[str] = []
    for place, typed in enumerate(headings):
        heading = typed.strip()
        if not heading:
            continue
        key = meaning(heading)
        kept, name = (answers, heading) if key is None else (places, key)
        if name in kept:
            refusals.append(_twice(headings[kept[name]].strip(), heading))
        else:
            kept[name] = place
    missing = [each.label for each in COLUMNS if each.required and each.key not in places]
    return Columns(places, answers, (*_missing(missing), *refusals))


def _twice(first: str, second: str) -> str:
    return (
        f"The headings “{first}” and “{second}” stand over two columns and mean the same. Keep one "
        "of these columns and remove the other."
    )


def _missing(labels: Sequence[str]) -> tuple[str, ...]:
    if not labels:
        return ()
    wanted = ", ".join(f"“{each.label}”" for each in COLUMNS if each.required)
    listed = ", ".join(f"“{label}”" for label in labels)
    columns = "column is" if len(labels) == 1 else "columns are"
    these = "This" if len(labels) == 1 else "These"
    return (f"{these} {columns} missing: {listed}. An Insights list has the columns {wanted}.",)
