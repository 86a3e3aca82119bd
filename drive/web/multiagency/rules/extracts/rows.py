"""Reading the rows of a police extract: what each says, or in words why it cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drive.vocabulary.police import CalledIn
from drive.web.multiagency.rules.extracts.headings import (
    CALLED_IN,
    COLUMNS,
    CRIME,
    DAY,
    DONE,
    INCIDENT,
    REFERENCE,
    Columns,
    label_of,
)
from drive.web.referrals.rules.cells import CellProblem, read_day, read_text, refuse_formula
from drive.web.referrals.rules.files import Sheet
from drive.web.referrals.rules.headings import plain

LONGEST = {INCIDENT.key: 120, DONE.key: 400, CRIME.key: 40, REFERENCE.key: 20}
_HAS_A_LETTER = re.compile(r"[^\W\d_]")
_IS_A_DAY = re.compile(r"^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$")

_CALLERS = {
    CalledIn.VICTIM_SURVIVOR: (
        "victim", "victim survivor", "survivor", "complainant", "aggrieved", "ip", "injured party",
        "her", "partner", "ex partner",
    ),
    CalledIn.HER_SIDE: (
        "family", "family of the victim", "victims family", "relative", "child", "idva", "refuge",
        "victim support",
    ),
    CalledIn.POLICE: ("police", "officer", "police officer", "patrol", "proactive"),
    CalledIn.THIRD_PARTY: (
        "third party", "neighbour", "passer by", "witness", "member of the public", "public",
        "hospital", "ambulance", "school", "probation", "housing", "shop", "security", "cctv",
    ),
    CalledIn.NOT_SAID: ("", "unknown", "not known", "not recorded", "anonymous", "n a"),
}  # fmt: skip
_CALLED_IN = {word: caller for caller, words in _CALLERS.items() for word in words}


@dataclass(frozen=True)
class Problem:
    """Something that is wrong in a row: its column, where it is of one, and what, in words."""

    heading: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a row says, once nothing in it is wrong."""

    reference: str
    day: date
    incident: str
    done: str
    crime: str
    called_in: CalledIn


@dataclass(frozen=True, kw_only=True)
class ReadRow:
    """A row: its number as a spreadsheet shows it, its cells as typed, and what it says."""

    number: int
    cells: Mapping[str, str]
    said: Said | None = None
    problems: tuple[Problem, ...] = field(default_factory=tuple)


def plain_reference(typed: str) -> str:
    """Return a case reference as it is looked up: without case and spaces."""
    return "".join(typed.split()).upper()


def read_rows(sheet: Sheet, columns: Columns, *, today: date) -> list[ReadRow]:
    """Return every row of an extract, with what is wrong in it."""
    width = len(sheet.headings)
    return [_read(number, cells, columns, width=width, today=today) for number, cells in sheet.rows]


def said_again(cells: Mapping[str, str], *, today: date) -> Said:
    """Return what a row says whose cells were kept, since nothing was wrong in them.

    Raises
    ------
    ValueError
        If something is wrong in them after all.
    """
    problems: list[Problem] = []
    found = {key: _try(key, text, problems, today=today) for key, text in cells.items()}
    if problems:
        raise ValueError("What was right when it was read is wrong now.")
    return Said(**({CALLED_IN.key: CalledIn.NOT_SAID} | found))


def _read(
    number: int, cells: Sequence[str], columns: Columns, *, width: int, today: date
) -> ReadRow:
    typed = {
        each.key: _cell(cells, columns.places.get(each.key))
        for each in COLUMNS
        if each.key in columns.places
    }
    problems = list(_shifted(cells, width))
    found = {key: _try(key, text, problems, today=today) for key, text in typed.items()}
    if problems:
        return ReadRow(number=number, cells=typed, problems=tuple(problems))
    found.setdefault(CALLED_IN.key, CalledIn.NOT_SAID)
    return ReadRow(number=number, cells=typed, said=Said(**found))


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _shifted(cells: Sequence[str], width: int) -> Sequence[Problem]:
    beyond = [cell for cell in cells[width:] if cell.strip()]
    if not beyond:
        return ()
    stands = "a cell stands" if len(beyond) == 1 else f"{len(beyond)} cells stand"
    return (Problem("", f"{stands} beyond the last heading. The row has slipped to the right."),)


def _try(key: str, text: str, problems: list[Problem], *, today: date) -> Any:
    try:
        refuse_formula(text)
        if key == DAY.key:
            return read_day(text, today=today)
        return _READERS[key](text)
    except CellProblem as problem:
        problems.append(Problem(label_of(key), str(problem)))
        return None


def _reference(text: str) -> str:
    cleaned = plain_reference(read_text(text, longest=LONGEST[REFERENCE.key]))
    if not cleaned:
        raise CellProblem("There is none. A row is put on a case by its reference alone.")
    return cleaned


def _incident(text: str) -> str:
    cleaned = read_text(text, longest=LONGEST[INCIDENT.key])
    if not cleaned:
        raise CellProblem("Nothing says what happened.")
    return _in_words(cleaned)


def _done(text: str) -> str:
    cleaned = read_text(text, longest=LONGEST[DONE.key])
    return _in_words(cleaned) if cleaned else ""


def _in_words(text: str) -> str:
    if _IS_A_DAY.match(text) or not _HAS_A_LETTER.search(text):
        raise CellProblem(f"“{text[:40]}” is no word. The cells may have slipped by a column.")
    return text


def _crime(text: str) -> str:
    cleaned = read_text(text, longest=LONGEST[CRIME.key])
    if cleaned and not any(character.isdigit() for character in cleaned):
        raise CellProblem(
            f"“{cleaned}” has no number in it. The cells may have slipped by a column."
        )
    return cleaned


def _called_in(text: str) -> CalledIn:
    caller = _CALLED_IN.get(plain(read_text(text, longest=120)))
    if caller is None:
        raise CellProblem(
            f"“{text[:40]}” is not understood. Write victim, family, police, third party, or "
            "nothing."
        )
    return caller


_READERS: Mapping[str, Callable[[str], object]] = {
    REFERENCE.key: _reference,
    INCIDENT.key: _incident,
    DONE.key: _done,
    CRIME.key: _crime,
    CALLED_IN.key: _called_in,
}
