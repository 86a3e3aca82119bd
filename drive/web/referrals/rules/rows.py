"""Reading one row: the hearing that it is, and every problem of it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from drive.vocabulary.answers import Answer, InformationSource, known
from drive.web.core.dates import age_on
from drive.web.referrals.rules.cells import (
    LIST_DOES_NOT_SAY,
    LIST_HAS_NO_COLUMN,
    QUESTIONS,
    CellProblem,
    read_answer,
    read_birth,
    read_day,
    read_name,
    read_text,
    refuse_formula,
    split_name,
    wording_kept,
)
from drive.web.referrals.rules.fields import BY_KEY
from drive.web.referrals.rules.headings import plain
from drive.web.referrals.rules.hearings import ROLES, Named, ReadHearing, contradictions

Value = TypeVar("Value")

BEYOND_THE_HEADINGS = ""
"""The key of cells that stand to the right of the last heading."""

_TOO_MANY_CELLS = (
    "This row has more cells than there are headings, so its cells may stand in the wrong columns. "
    "Check each of them."
)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell.

    Parameters
    ----------
    field : str
        The field, for the form; empty if it is the row as a whole.
    heading : str
        The column's heading as the list has it.
    words : str
        What is wrong and what to do.
    """

    field: str
    heading: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ListContext:
    """What a row is read against.

    Parameters
    ----------
    today : datetime.date
        No date may be later.
    marac, site : str
        The Marac that the list was uploaded for, and its site.
    other_maracs, other_sites : tuple of str
        The others that are known, to tell a wrong one from an unknown one.
    """

    today: date
    marac: str
    site: str
    site_code: str = ""
    other_maracs: tuple[str, ...] = ()
    other_sites: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadRow:
    """One row: its hearing if it can be read whole, and its problems."""

    hearing: ReadHearing | None
    problems: tuple[Problem, ...]


class _Reader:
    """Reads the cells of one row, collecting the problems instead of stopping at the first."""

    def __init__(self, cells: Mapping[str, str], headings: Mapping[str, str]) -> None:
        self.cells = cells
        self.headings = headings
        self.problems: list[Problem] = []

    def has(self, key: str) -> bool:
        return key in self.cells

    def text(self, key: str) -> str:
        return self.cells.get(key, "")

    def note(self, key: str, words: str) -> None:
        heading = self.headings.get(key) or BY_KEY[key].label
        self.problems.append(Problem(key, heading, words))

    def attempt(self, key: str, read: Callable[[str], Value]) -> Value | None:
        try:
            refuse_formula(self.text(key))
            return read(self.text(key))
        except CellProblem as problem:
            self.note(key, str(problem))
            return None


def read_row(
    cells: Mapping[str, str], headings: Mapping[str, str], context: ListContext
) -> ReadRow:
    """Return the hearing that a row tells, or what is wrong with it.

    Parameters
    ----------
    cells : mapping of str to str
        The cells by field, as typed; a field without a column is not in it.
    headings : mapping of str to str
        The heading of each field as the list has it, for the words.
    context : ListContext
        What the row is read against.
    """
    reader = _Reader(cells, headings)
    if cells.get(BEYOND_THE_HEADINGS):
        reader.problems.append(Problem("", "", _TOO_MANY_CELLS))
    heard_on = reader.attempt("heard_on", lambda text: _hearing_day(text, context.today))
    _check_place(reader, context)
    perpetrator, victim_survivor = (_person(reader, role, context.today) for role in ROLES)
    answers = {key: _answer(reader, key, heard_on) for key in QUESTIONS}
    referred_by = reader.attempt("referred_by", _text_of("referred_by")) or ""
    if reader.problems or heard_on is None or not perpetrator or not victim_survivor:
        return ReadRow(None, tuple(reader.problems))
    hearing = ReadHearing(
        heard_on=heard_on,
        perpetrator=perpetrator,
        victim_survivor=victim_survivor,
        answers=_with_ages(answers, perpetrator, victim_survivor, heard_on),
        source_labels=_labels(reader),
        referred_by=referred_by,
    )
    problems = [
        Problem(key, headings.get(key) or BY_KEY[key].label, words)
        for key, words in contradictions(hearing)
    ]
    return ReadRow(None if problems else hearing, tuple(problems))


def _hearing_day(text: str, today: date) -> date:
    if not text.strip():
        raise CellProblem("Enter the day of the hearing.")
    return read_day(text, today=today)


def _text_of(key: str) -> Callable[[str], str]:
    return lambda text: read_text(text, longest=BY_KEY[key].longest)


def _check_place(reader: _Reader, context: ListContext) -> None:
    for key, right, also, others in (
        ("marac", context.marac, "", context.other_maracs),
        ("site", context.site, context.site_code, context.other_sites),
    ):
        typed = reader.attempt(key, _text_of(key))
        if typed and plain(typed) not in {plain(right), plain(also)}:
            reader.note(key, _wrong_place(typed, right, others))


def _wrong_place(typed: str, right: str, others: Iterable[str]) -> str:
    if plain(typed) in {plain(other) for other in others}:
        return (
            f"This list was uploaded for {right}, and this row is of {typed}. Move the row to a "
            f"list of {typed}, or correct it."
        )
    return f"“{typed}” is not known. This list was uploaded for {right}; write that or leave it."


def _person(reader: _Reader, role: str, today: date) -> Named | None:
    forename, surname = _name(reader, role)
    born = f"{role}_born_on"
    born_on = reader.attempt(born, lambda text: read_birth(text, today=today))
    where = {
        ending: reader.attempt(f"{role}_{ending}", _text_of(f"{role}_{ending}")) or ""
        for ending in ("address", "postcode", "telephone")
    }
    if not forename or not surname:
        return None
    return Named(
        forename=forename,
        surname=surname,
        born_on=born_on,
        born_typed=reader.text(born).strip()[:40],
        **where,
    )


def _name(reader: _Reader, role: str) -> tuple[str | None, str | None]:
    whole, first, last = f"{role}_name", f"{role}_forename", f"{role}_surname"
    if reader.has(whole) and not (reader.has(first) and reader.has(last)):
        both = reader.attempt(
            whole, lambda text: split_name(read_name(text, longest=BY_KEY[whole].longest))
        )
        return both or (None, None)
    return (
        reader.attempt(first, lambda text: read_name(text, longest=BY_KEY[first].longest)),
        reader.attempt(last, lambda text: read_name(text, longest=BY_KEY[last].longest)),
    )


def _answer(reader: _Reader, key: str, heard_on: date | None) -> Answer:
    if not reader.has(key):
        return LIST_HAS_NO_COLUMN
    answer = reader.attempt(key, lambda text: read_answer(text, QUESTIONS[key], as_of=heard_on))
    return answer or LIST_DOES_NOT_SAY


def _labels(reader: _Reader) -> dict[str, str]:
    kept = {key: wording_kept(reader.text(key)) for key in QUESTIONS}
    return {key: words for key, words in kept.items() if words}


def _with_ages(
    answers: Mapping[str, Answer], perpetrator: Named, victim_survivor: Named, heard_on: date
) -> dict[str, Answer]:
    """Return the answers with the ages that follow from the birth dates, where none is given."""
    complete = dict(answers)
    for role, person in zip(ROLES, (perpetrator, victim_survivor), strict=True):
        key = f"{role}_age"
        if not answers[key].is_known and person.born_on and person.born_on <= heard_on:
            complete[key] = known(
                str(age_on(person.born_on, heard_on)),
                source=InformationSource.MARAC,
                as_of=heard_on,
            )
    return complete
