"""Reading an uploaded file into headings and rows of text, and writing such a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence

from drive.linkage.cleaning import InsightsRow
from drive.web.cleaning.rules.headings import COLUMNS, RECONSTRUCTED, understood
from drive.web.referrals.rules import files
from drive.web.referrals.rules.files import MOST_BYTES, MOST_ROWS, Sheet
from drive.web.referrals.rules.kinds import NotAList, kind_of

__all__ = ["MOST_BYTES", "MOST_ROWS", "NotAList", "Sheet", "kind_of", "read_file", "write_csv"]

_DO_NOT_DIVIDE = (
    "Copies are looked for within one list, so dividing it would miss some: ask for a list of one "
    "year, or of one site."
)


def read_file(content: bytes, name: str) -> Sheet:
    """Return the list in a file.

    Raises
    ------
    NotAList
        With words, if the file is no list that can be read.
    """
    return files.read_file(content, name, understood=understood, too_long=_DO_NOT_DIVIDE)


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
