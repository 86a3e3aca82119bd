"""Which column of a police extract is which, and which columns are refused.

A column that is not understood is not read and not kept: names and birth dates among them, since
nobody is found by his name. A column that tells the arm, or that is counted for one arm alone, ends
the reading: whatever it says could not be compared (Year-1 report, lines 4121-4133).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drive.web.referrals.rules.headings import plain


@dataclass(frozen=True)
class Column:
    """A column that is understood, and the other headings under which it is met."""

    key: str
    label: str
    others: tuple[str, ...] = ()
    required: bool = True


REFERENCE = Column(
    "reference",
    "Case reference",
    ("reference", "our reference", "site reference", "drive reference", "drive case reference"),
)
DAY = Column(
    "day", "Day", ("date", "date of incident", "incident date", "day of incident", "occurred on")
)
INCIDENT = Column(
    "incident",
    "Kind of incident",
    ("incident", "incident type", "type of incident", "offence", "offence type"),
)
DONE = Column("done", "What was done", ("action", "action taken", "outcome", "result", "disposal"))
CRIME = Column(
    "crime",
    "Crime reference",
    ("crime number", "crime ref", "crime reference number", "incident number", "urn"),
)
CALLED_IN = Column(
    "called_in", "Called in by", ("caller", "reported by", "informant"), required=False
)

COLUMNS = (REFERENCE, DAY, INCIDENT, DONE, CRIME, CALLED_IN)
"""The columns in the order in which an empty extract has them."""

_MEANINGS = {plain(heading): each.key for each in COLUMNS for heading in (each.label, *each.others)}

_TELLS_THE_ARM = frozenset(
    {
        "allocated", "allocated to", "allocation", "arm", "case or control", "cohort", "control",
        "control group", "drive", "drive flag", "drive or control", "drive status", "experimental",
        "group", "in drive", "intervention", "intervention group", "on drive", "randomised",
        "randomised to", "study arm", "study group", "study id", "treatment", "trial arm",
        "trial group",
    }
)  # fmt: skip
_OF_ONE_ARM = frozenset(
    {
        "complex need", "complex needs", "contacts with drive", "drive contacts", "drive outcome",
        "effect of drive", "engagement with drive", "resources", "resources used", "since drive",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """The columns of one extract.

    Parameters
    ----------
    places : mapping of str to int
        Where each column stands, from 0.
    ignored : tuple of str
        Headings that are not understood; their cells are not read and not kept.
    refusals : tuple of str
        Why the extract cannot be read, in words; empty if it can.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def understood(headings: Iterable[str]) -> int:
    """Return how many of the headings are understood."""
    return sum(plain(heading) in _MEANINGS for heading in headings)


def label_of(key: str) -> str:
    """Return what a column is called."""
    return next(each.label for each in COLUMNS if each.key == key)


def read_headings(headings: Sequence[str]) -> Columns:
    """Return which column is which, and in words why an extract cannot be read."""
    places: dict[str, int] = {}
    ignored: list[str] = []
    refusals: list[str] = []
    for place, typed in enumerate(headings):
        words = plain(typed)
        key = _MEANINGS.get(words)
        if words in _TELLS_THE_ARM or words in _OF_ONE_ARM:
            refusals.append(_biased(typed.strip(), place))
        elif key in places:
            refusals.append(_twice(headings[places[key]].strip(), typed.strip()))
        elif key is not None:
            places[key] = place
        elif words:
            ignored.append(typed.strip())
    missing = [each.label for each in COLUMNS if each.required and each.key not in places]
    return Columns(places=places, ignored=tuple(ignored), refusals=(*_missing(missing), *refusals))


def _biased(heading: str, place: int) -> str:
    return (
        f"Column {place + 1}, “{heading}”, tells or depends on who is in Drive. What is counted "
        "for one arm alone cannot be compared, and nobody outside may hold who was drawn. Ask the "
        "force to leave it out, and to draw the extract for everybody in the same way."
    )


def _twice(first: str, second: str) -> str:
    return (
        f"The headings “{first}” and “{second}” mean the same. Keep one of these columns and "
        "remove the other."
    )


def _missing(labels: Sequence[str]) -> tuple[str, ...]:
    if not labels:
        return ()
    listed = ", ".join(f"“{label}”" for label in labels)
    wanted = ", ".join(f"“{each.label}”" for each in COLUMNS if each.required)
    are, these = ("column is", "This") if len(labels) == 1 else ("columns are", "These")
    return (f"{these} {are} missing: {listed}. An extract has the columns {wanted}.",)
