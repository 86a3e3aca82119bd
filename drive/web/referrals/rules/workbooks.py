"""Reading the cells of an Excel workbook as text. Formulas stay formulas: none is worked out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

import openpyxl

from drive.web.referrals.rules.kinds import NotAList

# What openpyxl raises on a damaged or hostile part of a workbook.
_DAMAGED = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, SyntaxError,
    zipfile.BadZipFile, NotImplementedError, AssertionError, OverflowError,
)  # fmt: skip


def read_workbook(content: bytes) -> tuple[Iterator[Sequence[str]], tuple[str, ...]]:
    """Return the rows of the first visible sheet, and what else should be said.

    Raises
    ------
    NotAList
        If the workbook is damaged or has no visible sheet.
    """
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except _DAMAGED as error:
        raise _damaged() from error
    if not sheets:
        raise NotAList("The workbook has no sheet that can be seen. Nothing was read.")
    notes: tuple[str, ...] = ()
    if len(sheets) > 1:
        notes = (f"Only the first sheet, “{sheets[0].title}”, was read.",)
    return _rows(sheets[0]), notes


def _rows(sheet: Any) -> Iterator[Sequence[str]]:
    # The size that a workbook states may be a lie, or a million empty rows.
    sheet.reset_dimensions()
    try:
        for row in sheet.iter_rows(values_only=True):
            yield _trimmed([as_typed(value) for value in row])
    except NotAList:
        raise
    except _DAMAGED as error:
        raise _damaged() from error


def _trimmed(cells: list[str]) -> list[str]:
    """Return the cells without the empty ones at the end: formatting leaves many."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def as_typed(value: Any) -> str:
    """Return a cell's value as a person would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # An array formula is an object of openpyxl's own.
    return str(value) if isinstance(value, str | int | float) else f"={value}"


def _damaged() -> NotAList:
    return NotAList(
        "The workbook is damaged and cannot be read. Open it in a spreadsheet, save it again as "
        ".xlsx and upload that."
    )
