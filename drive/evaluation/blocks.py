"""What a section of the report is made of: tables of typed cells, figures and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drive.evaluation.results import Analysis, Comparison, Result, Suppressed


@dataclass(frozen=True)
class Count:
    """A number of people or cases."""

    value: int | Suppressed
    printed: str | None = None
    comparison: Comparison = Comparison.NOT_PRINTED


@dataclass(frozen=True)
class Percent:
    """A part of a whole; shown as a percentage."""

    part: int | Suppressed
    whole: int | Suppressed


@dataclass(frozen=True)
class Figures:
    """A statistic as text, with the counts on which it rests."""

    text: str | Suppressed
    cells: tuple[int, ...] = ()


Cell = str | Count | Percent | Figures


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: the first cell of each row is its heading.

    Parameters
    ----------
    caption : str
        What it shows.
    columns : sequence of str
        Headings, the first of the row headings.
    rows : sequence of sequence of Cell
        One list per row.
    note : str
        A line under it.
    matrix : bool
        Whether it is a table of movement, which is drawn with its diagonal marked.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    matrix: bool = False


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawing, with the words for those who do not see it."""

    name: str
    title: str
    description: str
    svg: str
    cells: tuple[int, ...] = ()
    shows_counts: bool = False


@dataclass(frozen=True)
class Remark:
    """A sentence or two for the reader; a warning stands in a frame."""

    text: str
    warning: bool = False


Block = Table | Figure | Remark


@dataclass(frozen=True, kw_only=True)
class Section:
    """One analysis as it stands in the report."""

    analysis: Analysis
    results: tuple[Result, ...]
    blocks: tuple[Block, ...] = field(default=())
