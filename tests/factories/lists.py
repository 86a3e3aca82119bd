"""Marac lists as co-ordinators write them. All people are synthetic."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import openpyxl

HEADINGS = (
    "Marac Date",
    "Perp First Name",
    "Perp Surname",
    "Perp D.O.B.",
    "Victim First Name",
    "Victim Surname",
    "Victim DOB",
    "Relationship",
    "No. of children",
    "Perp Gender",
    "Minute reference",
)
"""The last one is not understood, as happens."""


def row(number: int = 1, **changed: str) -> dict[str, str]:
    """Return one good row by heading; `changed` takes headings as in `HEADINGS`."""
    return {
        "Marac Date": "12/06/2017",
        "Perp First Name": f"Perp{number}",
        "Perp Surname": "Synthetic",
        "Perp D.O.B.": f"{_birth(number, 1940):%d/%m/%Y}",
        "Victim First Name": f"Survivor{number}",
        "Victim Surname": "Synthetic",
        "Victim DOB": f"{_birth(number, 1945):%d/%m/%Y}",
        "Relationship": "ex-partner",
        "No. of children": "2",
        "Perp Gender": "M",
        "Minute reference": "none",
    } | changed


def _birth(number: int, first_year: int) -> date:
    # Far apart, so that whoever compares people does not take two of a list for one.
    return date(first_year + number % 50, 1 + number % 12, 2 + number % 27)


def as_csv(
    rows: Sequence[dict[str, str]],
    headings: Sequence[str] = HEADINGS,
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> bytes:
    """Return a list as a text file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(headings)
    writer.writerows([[each.get(heading, "") for heading in headings] for each in rows])
    return text.getvalue().encode(encoding)


def as_workbook(rows: Sequence[dict[str, object]], headings: Sequence[str] = HEADINGS) -> bytes:
    """Return a list as an Excel workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(list(headings))
    for each in rows:
        sheet.append([each.get(heading, "") for heading in headings])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
