"""What is said of an evaluation as a whole, on the first page and at the head of the results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from drive.evaluation.blocks import Section
from drive.evaluation.disclosure import shown_count
from drive.evaluation.measures.rows import has_published_year
from drive.evaluation.results import Comparison, Result, Suppressed
from drive.evaluation.snapshot import Snapshot
from drive.vocabulary.allocation import AllocationOrigin
from drive.vocabulary.snapshot import SCHEMA_VERSION


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many printed numbers were recomputed, and how they stand to print."""

    agree: int
    differ: int
    not_rebuilt: int
    tests: int

    @property
    def compared(self) -> int:
        """Printed numbers that were recomputed and compared."""
        return self.agree + self.differ


@dataclass(frozen=True, kw_only=True)
class Header:
    """The identity of an evaluation."""

    snapshot_hash: str
    schema_version: str
    code_version: str
    seed: int
    frozen_on: date
    today: date
    published: bool
    internal: bool
    rows: Mapping[str, int | Suppressed]
    tally: Tally
    note: str

    @property
    def suppressed(self) -> bool:
        """Whether small numbers of the analyses are suppressed."""
        return not (self.internal or self.published)

    def to_json(self) -> dict[str, Any]:
        """Return the header of ``results.json``; the day is left out, so that it never changes."""
        return {
            "snapshot_hash": self.snapshot_hash,
            "schema_version": self.schema_version,
            "code_version": self.code_version,
            "seed": self.seed,
            "published_year_compared": self.published,
            "internal": self.internal,
            "compared": self.tally.compared,
            "agree": self.tally.agree,
            "differ": self.tally.differ,
            "not_rebuilt": self.tally.not_rebuilt,
            "tests_run": self.tally.tests,
            "rows": {
                name: {"suppressed": count.reason} if isinstance(count, Suppressed) else count
                for name, count in self.rows.items()
            },
        }


def header_of(
    snapshot: Snapshot,
    sections: Iterable[Section],
    *,
    code_version: str,
    seed: int,
    today: date,
    internal: bool,
) -> Header:
    """Return the header of an evaluation."""
    results = [result for section in sections for result in section.results]
    published = has_published_year(snapshot)
    live = (snapshot["allocations"]["origin"] != AllocationOrigin.HISTORIC).any()
    exact = internal or (published and not live)
    return Header(
        snapshot_hash=snapshot.content_hash,
        schema_version=SCHEMA_VERSION,
        code_version=code_version,
        seed=seed,
        frozen_on=snapshot.header.frozen_on,
        today=today,
        published=published,
        internal=internal,
        rows={
            name: count if exact else shown_count(count)
            for name, count in snapshot.row_counts.items()
        },
        tally=tally(results),
        note=snapshot.header.note,
    )


def tally(results: Iterable[Result]) -> Tally:
    """Count how results stand to print, and how many of them are tests."""
    everything = list(results)
    found = [result.comparison for result in everything]
    return Tally(
        agree=found.count(Comparison.AGREES),
        differ=found.count(Comparison.DIFFERS),
        not_rebuilt=found.count(Comparison.NOT_REBUILT),
        tests=sum(result.p is not None and not result.place for result in everything),
    )
