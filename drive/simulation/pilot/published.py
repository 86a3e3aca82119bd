"""The printed counts that the records meet, and the printed numbers that cannot all hold.

Both lists are data (``data/printed_counts.csv``, ``data/contradictions.csv``). A count names
how it is counted (``measure`` and ``where``), so that a test, a page or a report can count
the records again; nothing here counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from drive.simulation.pilot.figures import Row, table


@dataclass(frozen=True, kw_only=True)
class PrintedCount:
    """One printed count that no other printed number contradicts.

    Parameters
    ----------
    id : str
        Such as ``T13.high.none`` (table and cell) or ``PR095``.
    lines : str
        Where it stands in the year-1 report.
    printed : str
        As printed; empty where only sums or percentages give it.
    measure : str
        What is counted.
    where : dict of str to str
        The restrictions under which it is counted.
    n : int
        The count.
    reading : str
        How it was read, if it was not plain.
    """

    id: str
    lines: str
    printed: str
    measure: str
    where: dict[str, str]
    n: int
    reading: str


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """A printed number that cannot hold beside others, and the reading chosen.

    ``measure`` is empty if it is no count of records.
    """

    id: str
    lines: str
    printed: str
    records: str
    reading: str
    measure: str
    where: dict[str, str]
    n: int | None


def printed_counts() -> tuple[PrintedCount, ...]:
    """Return every printed count that the records meet."""
    return tuple(
        PrintedCount(
            id=row["id"],
            lines=row["lines"],
            printed=row["printed"],
            measure=row["measure"],
            where=_where(row),
            n=int(row["n"]),
            reading=row["reading"],
        )
        for row in table("printed_counts")
    )


def contradictions() -> tuple[Contradiction, ...]:
    """Return the printed numbers that cannot hold together, with the reading chosen."""
    return tuple(
        Contradiction(
            id=row["id"],
            lines=row["lines"],
            printed=row["printed"],
            records=row["records"],
            reading=row["reading"],
            measure=row["measure"],
            where=_where(row),
            n=int(row["n"]) if row["n"] else None,
        )
        for row in table("contradictions")
    )


def _where(row: Row) -> dict[str, str]:
    restrictions = (part.partition("=") for part in row["where"].split(";") if part)
    return {name: value for name, _, value in restrictions}
