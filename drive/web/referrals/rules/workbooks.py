"""Reading the cells of an Excel workbook as text. Formulas stay formulas: none is worked out."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from itertools import islice
from typing import Any

import openpyxl

from drive.web.referrals.rules.kinds import NotAList

# What openpyxl raises on a damaged or hostile part of a workbook.
_DAMAGED = (
    LookupError, ValueError, TypeError, AttributeError, OSError, EOFError, SyntaxError,
    ArithmeticError, AssertionError, RuntimeError, MemoryError, zipfile.BadZipFile, zlib.error,
    struct.error,
)  # fmt: skip


def read_workbook(content: bytes, *, most: int) -> tuple[list[list[str]], tuple[str, ...]]:
    """Return the first `most` rows of the first visible sheet, and what else should be said.

    Raises
    ------
    NotAList
        If the workbook is damaged or has no visible sheet.
    """
    try:
        with warnings.catch_warnings():
            # openpyxl warns of every extension of Excel that it passes over.
            warnings.simplefilter("ignore")
            return _read(content, most)
    except NotAList:
        raise
    except _DAMAGED as error:
        raise NotAList(
            "The workbook is damaged and cannot be read. Open it in a spreadsheet, save it again "
            "as .xlsx and upload that."
        ) from error


def _read(content: bytes, most: int) -> tuple[list[list[str]], tuple[str, ...]]:
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=False, keep_links=False
    )
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise NotAList("The workbook has no sheet that can be seen. Nothing was read.")
    notes: tuple[str, ...] = ()
    if len(sheets) > 1:
        notes = (f"Only the first sheet, “{sheets[0].title}”, was read.",)
    # The size that a workbook states may be a lie, or a million empty rows.
    sheets[0].reset_dimensions()
    rows = islice(sheets[0].iter_rows(values_only=True), most)
    return [_trimmed([as_typed(value) for value in row]) for row in rows], notes


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
