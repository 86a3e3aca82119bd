"""Insights lists as the outcomes database exports them. All people are synthetic."""

from dataclasses import replace
from datetime import date

from drive.linkage.cleaning import InsightsRow
from drive.web.cleaning.actions import import_list, read_list
from drive.web.cleaning.models import InsightsList, InsightsListRow
from drive.web.cleaning.rules.files import write_csv
from tests.cast import NOW, Cast

STARTS_ON = date(2016, 4, 1)
_WORDS = ("None", "Standard", "Moderate", "High", "Yes", "No")


def typed(number: int, **changed: object) -> InsightsRow:
    """Return a row about the couple of that number; `changed` takes fields of a row."""
    row = InsightsRow(
        number=number,
        site="essex",
        victim_forename=f"Survivor{number}",
        victim_surname="Synthetic",
        victim_born=f"{1 + number % 28:02}/03/1985",
        perpetrator_forename=f"Perp{number}",
        perpetrator_surname="Synthetic",
        perpetrator_born=f"{1 + number % 28:02}/07/1980",
        marac_on="12/09/2016",
        opened_on="15/09/2016",
        answers={f"answer_{at}": _WORDS[(number + at) % len(_WORDS)] for at in range(10)},
    )
    return replace(row, **changed)


def early(number: int) -> InsightsRow:
    """Return a row heard before the start."""
    return typed(number, marac_on="31/03/2016")


def copy_of(row: InsightsRow, number: int, **changed: object) -> InsightsRow:
    """Return a row with the same information, but for what is changed."""
    return replace(row, number=number, **changed)


def repeat_of(row: InsightsRow, number: int) -> InsightsRow:
    """Return a later hearing of the same couple, with other answers."""
    return replace(
        row,
        number=number,
        marac_on="12/12/2016",
        opened_on="14/12/2016",
        answers={name: f"not {text}" for name, text in row.answers.items()},
    )


def small_list() -> list[InsightsRow]:
    """Return one early row (1), a row (2), its copy (3) and repeat (4), and one more (5)."""
    first = typed(2)
    return [
        early(1),
        first,
        copy_of(first, 3, victim_surname="SYNTHETIC", perpetrator_born="3 July 1980"),
        repeat_of(first, 4),
        typed(5, site="West Sussex"),
    ]


def uploaded(
    cast: Cast, rows: list[InsightsRow] | None = None, *, name: str = "insights.csv"
) -> InsightsList:
    """Return a list that was imported and not read yet."""
    return import_list(
        file_name=name,
        content=write_csv(small_list() if rows is None else rows),
        starts_on=STARTS_ON,
        today=NOW.date(),
        by=cast.allocator,
        now=NOW,
    )


def read(cast: Cast, rows: list[InsightsRow] | None = None) -> InsightsList:
    """Return a list that waits for decisions."""
    return read_list(insights_list=uploaded(cast, rows), by=cast.allocator, now=NOW)


def row_of(insights_list: InsightsList, number: int) -> InsightsListRow:
    """Return one row of a list."""
    return InsightsListRow.objects.get(insights_list=insights_list, number=number)
