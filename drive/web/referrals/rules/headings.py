"""Which column of a list is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drive.web.referrals.rules.fields import BY_KEY, FIELDS, REQUIRED

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Columns:
    """The columns of one list.

    Parameters
    ----------
    places : dict of str to int
        Where each field stands, from 0.
    typed : dict of str to str
        The heading of each field as the list has it.
    ignored : tuple of str
        Headings that are not understood; their cells are not read and not kept.
    refusals : tuple of str
        Why the list cannot be read, in words; empty if it can.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def plain(heading: str) -> str:
    """Return a heading without case and punctuation: `Perp. D.O.B.` becomes `perp d o b`."""
    return _NOT_A_LETTER.sub(" ", heading.casefold().replace("’", "").replace("'", "")).strip()


def _meanings() -> dict[str, str]:
    meanings: dict[str, str] = {}
    for each in FIELDS:
        for heading in (each.label, each.key, *each.headings):
            # "perpetrators dob" and "perpetrator's dob" are one heading.
            meanings.setdefault(plain(heading), each.key)
    return meanings


MEANINGS: dict[str, str] = _meanings()
"""Every heading that is understood, and the field that it means."""

_POSSESSIVE = re.compile(r"^(perpetrator|perp|offender|victim|survivor|victim survivor)s ")


def meaning(heading: str) -> str | None:
    """Return the field that a heading means, or None if it is not understood."""
    words = plain(heading)
    return MEANINGS.get(words) or MEANINGS.get(_POSSESSIVE.sub(r"\1 ", words))


def understood(headings: Iterable[str]) -> int:
    """Return how many of the headings are understood."""
    return sum(meaning(heading) is not None for heading in headings)


def read_headings(headings: Sequence[str]) -> Columns:
    """Return which column is which, and in words why a list cannot be read."""
    places: dict[str, int] = {}
    ignored: list[str] = []
    refusals: list[str] = []
    for place, typed in enumerate(headings):
        key = meaning(typed)
        if key is None:
            if typed.strip():
                ignored.append(typed.strip())
        elif key in places:
            refusals.append(_twice(headings[places[key]], typed, key))
        else:
            places[key] = place
    refusals += _missing(places)
    return Columns(
        places=places,
        typed={key: headings[place].strip() for key, place in places.items()},
        ignored=tuple(ignored),
        refusals=tuple(refusals),
    )


def _twice(first: str, second: str, key: str) -> str:
    return (
        f"The headings “{first.strip()}” and “{second.strip()}” both mean "
        f"“{BY_KEY[key].label}”. Keep one of these columns and remove the other."
    )


def _missing(places: Mapping[str, int]) -> list[str]:
    missing = [group for group in REQUIRED if not any(key in places for key in group)]
    labels = [BY_KEY[group[-1]].label for group in missing]
    if not labels:
        return []
    columns = "column is" if len(labels) == 1 else "columns are"
    listed = ", ".join(f"“{label}”" for label in labels)
    return [
        f"This {columns} missing: {listed}. Add it."
        if len(labels) == 1
        else f"These {columns} missing: {listed}. Add them."
    ]
