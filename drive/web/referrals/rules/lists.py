"""Judging the rows of a list together: copies, rows that clash, and hearings recorded already."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drive.web.referrals.rules.headings import Columns
from drive.web.referrals.rules.rows import (
    BEYOND_THE_HEADINGS,
    ListContext,
    Problem,
    ReadRow,
    read_row,
)
from drive.web.referrals.rules.states import RowState, SetAsideReason

Cells = Mapping[str, str]


@dataclass(frozen=True)
class NumberedRow:
    """A row with the number that a spreadsheet shows beside it, and what it tells."""

    number: int
    cells: Cells
    read: ReadRow


@dataclass(frozen=True)
class JudgedRow:
    """What is to become of a row."""

    row: NumberedRow
    state: RowState
    reason: SetAsideReason | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def who_and_when(self) -> str:
        """The hearing that it speaks of; empty if it cannot be read."""
        return self.row.read.hearing.who_and_when if self.row.read.hearing else ""


def cells_of(row: Sequence[str], columns: Columns, width: int) -> dict[str, str]:
    """Return the cells of a row by field; what stands beyond the headings is kept together."""
    cells = {key: row[at] if at < len(row) else "" for key, at in columns.places.items()}
    beyond = " ".join(cell.strip() for cell in row[width:] if cell.strip())
    if beyond:
        cells[BEYOND_THE_HEADINGS] = beyond
    return cells


def read_rows(
    rows: Iterable[tuple[int, Cells]], headings: Mapping[str, str], context: ListContext
) -> list[NumberedRow]:
    """Read each row by itself."""
    return [
        NumberedRow(number, cells, read_row(cells, headings, context)) for number, cells in rows
    ]


def judge(
    rows: Iterable[NumberedRow], *, headings: Mapping[str, str], heard: Container[str]
) -> list[JudgedRow]:
    """Decide what is to become of each row, in the order of their numbers.

    Parameters
    ----------
    rows : iterable of NumberedRow
        All rows that may speak of the same hearings.
    headings : mapping of str to str
        The headings as the list has them, for the words.
    heard : container of str
        The hearings that are recorded already (`who_and_when`).
    """
    first: dict[str, NumberedRow] = {}
    judged = []
    for row in sorted(rows, key=lambda one: one.number):
        each = _judge_one(row, first, headings=headings, heard=heard)
        if each.state is RowState.READY:
            first[each.who_and_when] = row
        judged.append(each)
    return judged


def _judge_one(
    row: NumberedRow,
    first: Mapping[str, NumberedRow],
    *,
    headings: Mapping[str, str],
    heard: Container[str],
) -> JudgedRow:
    if row.read.hearing is None:
        return JudgedRow(row, RowState.PROBLEM, problems=row.read.problems)
    key = row.read.hearing.who_and_when
    if key in heard:
        return JudgedRow(row, RowState.SET_ASIDE, SetAsideReason.ALREADY_HEARD)
    if key not in first:
        return JudgedRow(row, RowState.READY)
    different = _differences(first[key].cells, row.cells)
    if not different:
        return JudgedRow(row, RowState.SET_ASIDE, SetAsideReason.COPY_IN_LIST)
    return JudgedRow(
        row, RowState.PROBLEM, problems=(_clash(first[key].number, different, headings),)
    )


def _differences(one: Cells, other: Cells) -> list[str]:
    return [
        key
        for key in {**one, **other}
        if " ".join(one.get(key, "").split()).casefold()
        != " ".join(other.get(key, "").split()).casefold()
    ]


def _clash(number: int, different: Sequence[str], headings: Mapping[str, str]) -> Problem:
    named = ", ".join(f"“{headings.get(key, key)}”" for key in different)
    return Problem(
        "",
        "",
        f"Row {number} is about the same two people on the same day, but differs under {named}. "
        "Correct one of the two rows, or set one aside.",
    )
