"""Reading the rows of an Insights list: what each says, and what a person must look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drive.linkage.cleaning import InsightsRow, read_day, tidy
from drive.web.cleaning.rules.headings import BY_KEY, NUMBER, RECONSTRUCTED, SHOWN, Columns
from drive.web.referrals.rules.files import Sheet
from drive.web.referrals.rules.kinds import NotAList

LARGEST_NUMBER = 2_000_000_000
NAMED = 8
"""Faults that are named one by one; of more, only how many there are is said."""
_DAYS = ("victim_born", "perpetrator_born", "marac_on", "opened_on", "closed_on")
_NAMES = ("victim_forename", "victim_surname", "perpetrator_forename", "perpetrator_surname")
_YES = frozenset({"yes", "y", "true", "x", "1"})


@dataclass(frozen=True)
class Problem:
    """Something in a row that a person must look at: the column and, in words, what."""

    heading: str
    words: str


@dataclass(frozen=True)
class ReadRow:
    """A row as it was typed, the site that it means, and its problems."""

    typed: InsightsRow
    site: str | None
    reconstructed: bool
    problems: tuple[Problem, ...]


def cells_of(row: InsightsRow) -> dict[str, str]:
    """Return the cells of a row that are kept: who, where and when."""
    return {key: str(getattr(row, key)) for key in SHOWN}


def read_rows(sheet: Sheet, columns: Columns, sites: Mapping[str, str]) -> list[ReadRow]:
    """Return the rows of a list in the order of their numbers.

    Parameters
    ----------
    sheet : Sheet
        The list as text.
    columns : Columns
        Which column is which.
    sites : Mapping of str to str
        The code of each site by its name and by its code, both tidied.

    Raises
    ------
    NotAList
        If a row has no number of its own: decisions are kept by number for ever.
    """
    numbers = _numbers(sheet, columns.places[NUMBER.key])
    width = len(sheet.headings)
    rows = [
        _read(number, cells, columns, sites=sites, width=width)
        for number, (_, cells) in zip(numbers, sheet.rows, strict=True)
    ]
    return sorted(rows, key=lambda row: row.typed.number)


def _numbers(sheet: Sheet, place: int) -> list[int]:
    lines: dict[int, int] = {}
    faults = []
    for line, cells in sheet.rows:
        typed = _cell(cells, place)
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        if not 0 < number < LARGEST_NUMBER:
            faults.append(_no_number(line, typed))
        elif number in lines:
            faults.append(
                f"Line {line}, column “{NUMBER.label}”: {number} stands in line {lines[number]} "
                "already."
            )
        else:
            lines[number] = line
    if faults:
        raise NotAList(_told(faults))
    return list(lines)


def _no_number(line: int, typed: str) -> str:
    what = f"“{typed[:40]}” is not a whole number" if typed else "there is no number"
    return f"Line {line}, column “{NUMBER.label}”: {what}."


def _told(faults: Sequence[str]) -> str:
    told = " ".join(faults[:NAMED])
    more = len(faults) - NAMED
    rest = f" There are {more:,} more like these." if more > 0 else ""
    return (
        f"{told}{rest} Each row needs a number of its own, since every decision is kept by number. "
        "Correct the list and upload it again."
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _read(
    number: int, cells: Sequence[str], columns: Columns, *, sites: Mapping[str, str], width: int
) -> ReadRow:
    given = {key: _cell(cells, columns.places.get(key)) for key in SHOWN}
    answers = {name: _cell(cells, place) for name, place in columns.answers.items()}
    typed = InsightsRow(
        number=number, answers={name: text for name, text in answers.items() if text}, **given
    )
    site = sites.get(tidy(typed.site))
    beyond = [cell.strip() for cell in cells[width:] if cell.strip()]
    mark = _cell(cells, columns.places.get(RECONSTRUCTED.key))
    return ReadRow(
        typed=typed,
        site=site,
        reconstructed=tidy(mark) in _YES,
        problems=tuple(_problems(given, site=site, beyond=len(beyond))),
    )


def _problems(given: Mapping[str, str], *, site: str | None, beyond: int) -> list[Problem]:
    found = [_day_problem(key, given[key]) for key in _DAYS]
    found += [
        Problem(BY_KEY[key].label, "there is no name, so the row can be compared with no other.")
        for key in _NAMES
        if not given[key]
    ]
    if site is None:
        what = f"“{given['site'][:60]}” is no site of Drive" if given["site"] else "there is none"
        found.append(Problem(BY_KEY["site"].label, f"{what}. The row is counted without a site."))
    if beyond:
        cells = "a cell stands" if beyond == 1 else f"{beyond} cells stand"
        words = f"{cells} beyond the last heading. The row may have slipped to the right."
        found.append(Problem("", words))
    return [each for each in found if each is not None]


def _day_problem(key: str, typed: str) -> Problem | None:
    if typed and read_day(typed) is None:
        words = f"“{typed[:40]}” cannot be read as a date."
    elif not typed and key == "marac_on":
        words = "there is no date."
    else:
        return None
    if key == "marac_on":
        words += " Whether the hearing was before the start, or is a repeat, cannot be said."
    return Problem(BY_KEY[key].label, words)
