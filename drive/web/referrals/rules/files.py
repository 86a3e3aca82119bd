"""Reading an uploaded file into headings and rows of text, whatever it says that it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from drive.web.referrals.rules.headings import understood
from drive.web.referrals.rules.kinds import FileKind, NotAList, kind_of
from drive.web.referrals.rules.workbooks import read_workbook

MOST_ROWS = 10_000
MOST_BYTES = 10 * 1024 * 1024
MOST_COLUMNS = 200
MOST_SCANNED = 20_000
HEADING_AMONG = 10
"""The headings stand in one of the first rows: lists often carry a title above them."""

_DELIMITERS = (",", ";", "\t")

Understood = Callable[[Iterable[str]], int]
"""How many of some headings are understood."""

DIVIDE = f"Divide it into lists of at most {MOST_ROWS:,} rows and upload them one after another."


@dataclass(frozen=True)
class Sheet:
    """A list as text.

    Parameters
    ----------
    headings : tuple of str
        As typed.
    rows : tuple of (int, tuple of str)
        The number that a spreadsheet shows beside each row, and its cells; rows in which
        nothing stands are left out.
    notes : tuple of str
        What else the person should know, in words.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[str, ...] = ()


def read_file(
    content: bytes, name: str, *, understood: Understood = understood, too_long: str = DIVIDE
) -> Sheet:
    """Return the list in a file.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        What it is called.
    understood : callable
        Says how many of some headings are those of such a list.
    too_long : str
        What to do with a list of too many rows, in words.

    Raises
    ------
    NotAList
        With words, if the file is no list that can be read.
    """
    notes: tuple[str, ...] = ()
    rows: Iterable[Sequence[str]]
    if kind_of(content, name) is FileKind.WORKBOOK:
        rows, notes = read_workbook(content, most=MOST_SCANNED + 1)
    else:
        rows = _text_rows(content, understood)
    return _sheet(rows, notes, understood=understood, too_long=too_long)


def _text_rows(content: bytes, understood: Understood) -> Iterator[Sequence[str]]:
    text = _decoded(content)
    delimiter = _delimiter(text, understood)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise NotAList(
            "The file cannot be read as rows and columns: a quotation mark may not be closed. "
            "Open it in a spreadsheet, save it as CSV again and upload that."
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise NotAList(
        "The file holds characters that cannot be read. Save the list as “CSV UTF-8” and upload "
        "that."
    )


def _delimiter(text: str, understood: Understood) -> str:
    """Return what divides the cells: that with which most headings are understood."""
    start = "\n".join(text.splitlines()[:HEADING_AMONG])

    def promise(delimiter: str) -> tuple[int, int]:
        rows = [line.split(delimiter) for line in start.splitlines()]
        cells = [[cell.strip(' "') for cell in row] for row in rows]
        return (
            max((understood(row) for row in cells), default=0),
            max((len(row) for row in rows), default=0),
        )

    return max(_DELIMITERS, key=promise)


def _sheet(
    rows: Iterable[Sequence[str]],
    notes: tuple[str, ...],
    *,
    understood: Understood,
    too_long: str,
) -> Sheet:
    numbered = _filled(rows)
    first = list(islice(numbered, HEADING_AMONG))
    if not first:
        raise NotAList("The file is empty: there is nothing in it, not even headings.")
    at = max(range(len(first)), key=lambda place: (understood(first[place][1]), -place))
    kept = [*first[at + 1 :]]
    for row in numbered:
        kept.append(row)
        if len(kept) > MOST_ROWS:
            raise NotAList(f"The list has more than {MOST_ROWS:,} rows. {too_long}")
    if not kept:
        raise NotAList("The list has headings but no rows beneath them.")
    return Sheet(headings=first[at][1], rows=tuple(kept), notes=notes)


def _filled(rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows in which something stands, with the number that a spreadsheet shows."""
    for number, row in enumerate(rows, start=1):
        if number > MOST_SCANNED:
            raise NotAList(
                f"The list goes on beyond row {MOST_SCANNED:,}. Remove the empty rows beneath it, "
                f"and divide it if it has more than {MOST_ROWS:,} rows."
            )
        if len(row) > MOST_COLUMNS:
            raise NotAList(
                f"Row {number} has {len(row)} columns; a list has at most {MOST_COLUMNS}. The "
                "cells may be divided by something other than commas, semicolons or tabs."
            )
        if any(cell.strip() for cell in row):
            yield number, tuple(row)
