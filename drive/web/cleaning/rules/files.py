"""Reading an uploaded file into headings and rows of text, and writing such a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from drive.linkage.cleaning import InsightsRow
from drive.web.cleaning.rules.headings import COLUMNS, RECONSTRUCTED, understood
from drive.web.referrals.rules.files import (
    HEADING_AMONG,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SCANNED,
    Sheet,
    read_text_rows,
)
from drive.web.referrals.rules.kinds import FileKind, NotAList, kind_of
from drive.web.referrals.rules.workbooks import read_workbook

__all__ = ["MOST_BYTES", "MOST_ROWS", "NotAList", "Sheet", "kind_of", "read_file", "write_csv"]


def read_file(content: bytes, name: str) -> Sheet:
    """Return the list in a file.

    Raises
    ------
    NotAList
        With words, if the file is no list that can be read.
    """
    if kind_of(content, name) is FileKind.WORKBOOK:
        return _sheet(*read_workbook(content, most=MOST_SCANNED + 1))
    return _sheet(read_text_rows(content), ())


def _sheet(rows: Iterable[Sequence[str]], notes: tuple[str, ...]) -> Sheet:
    filled = list(_filled(rows))
    first = filled[:HEADING_AMONG]
    if not first:
        raise NotAList("The file is empty: there is nothing in it, not even headings.")
    at = max(range(len(first)), key=lambda place: (understood(first[place][1]), -place))
    kept = filled[at + 1 :]
    if len(kept) > MOST_ROWS:
        raise NotAList(
            f"The list has more than {MOST_ROWS:,} rows. Copies are looked for within one list, so "
            "dividing it would miss some: ask for a list of one year, or of one site."
        )
    if not kept:
        raise NotAList("The list has headings but no rows beneath them.")
    return Sheet(headings=first[at][1], rows=tuple(kept), notes=notes)


def _filled(rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows in which something stands, with the line that a spreadsheet shows."""
    for line, row in enumerate(islice(rows, MOST_SCANNED), start=1):
        if len(row) > MOST_COLUMNS:
            raise NotAList(
                f"Line {line} has {len(row)} columns; a list has at most {MOST_COLUMNS}. The cells "
                "may be divided by something other than commas, semicolons or tabs."
            )
        if any(cell.strip() for cell in row):
            yield line, tuple(row)


def write_csv(rows: Sequence[InsightsRow], *, reconstructed: Collection[int] = ()) -> bytes:
    """Return a list as a CSV file with every heading that is understood, then the answers."""
    questions = sorted({question for row in rows for question in row.answers})
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(each.label for each in COLUMNS), *questions])
    for row in rows:
        typed = vars(row) | {RECONSTRUCTED.key: "yes" if row.number in reconstructed else ""}
        cells = [str(typed[each.key]) for each in COLUMNS]
        writer.writerow([*cells, *(row.answers.get(question, "") for question in questions)])
    # The mark at the start tells Excel that the text is UTF-8.
    return text.getvalue().encode("utf-8-sig")
