"""The published figures from which the pilot is rebuilt, read from the tables in ``data``.

Each table keeps the lines of the year-1 report on which its numbers stand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from drive.vocabulary.abuse import AbuseType, Severity

Row = dict[str, str]
SeverityPair = tuple[Severity, Severity]
UsedPair = tuple[bool, bool]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of ``data/<name>.csv``."""
    source = files("drive.simulation.pilot").joinpath("data", f"{name}.csv")
    return tuple(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


def rows(name: str, **match: str) -> Iterator[Row]:
    """Yield the rows of a table whose columns have the given values."""
    for row in table(name):
        if all(row[column] == value for column, value in match.items()):
            yield row


def expand(found: Iterable[Row], column: str) -> list[str]:
    """Return each row's value of ``column`` as often as its ``n`` says."""
    return [row[column] for row in found for _ in range(int(row["n"]))]


def number(name: str, **match: str) -> int:
    """Return the ``n`` of the one row that matches.

    Raises
    ------
    LookupError
        If not exactly one row matches.
    """
    found = list(rows(name, **match))
    if len(found) != 1:
        raise LookupError(f"{len(found)} rows of {name} match {match}")
    return int(found[0]["n"])


def severity_pairs(group: str, abuse_type: AbuseType) -> list[SeverityPair]:
    """Return one (intake, exit) pair for each person of a severity table."""
    return [
        (Severity(row["intake"]), Severity(row["exit"]))
        for row in rows("severity", group=group, abuse_type=abuse_type)
        for _ in range(int(row["n"]))
    ]


def used_pairs(group: str, abuse_type: AbuseType) -> dict[UsedPair, int]:
    """Return how many people there are for each (used at intake, used at exit)."""
    (row,) = rows("used", group=group, abuse_type=abuse_type)
    return {
        (False, False): int(row["no_no"]),
        (False, True): int(row["no_yes"]),
        (True, False): int(row["yes_no"]),
        (True, True): int(row["yes_yes"]),
    }
