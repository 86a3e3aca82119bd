"""Distributions over ordered words, as bars that add up to 100 per cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.canvas import INK, LEVELS, clean, drawing, figure
from drive.evaluation.patterns.abuse import LEVEL_LABELS
from drive.statistics.ordinal import SquareTable
from drive.vocabulary.abuse import AbuseType


def level_bars(name: str, tables: Mapping[AbuseType, SquareTable], *, title: str) -> Figure:
    """Draw severity at intake and at exit for each type of abuse."""
    rows: dict[str, list[int]] = {}
    for kind, table in tables.items():
        rows[f"{kind.label}: intake"] = [level.before for level in table.levels]
        rows[f"{kind.label}: exit"] = [level.after for level in table.levels]
    return _bars(name, rows, labels=LEVEL_LABELS, colours=LEVELS, title=title)


def outcome_bars(
    name: str,
    rows: Mapping[str, Sequence[int]],
    *,
    labels: Sequence[str],
    colours: Sequence[str],
    title: str,
) -> Figure:
    """Draw the answers on one outcome scale, a bar for each arm."""
    return _bars(name, rows, labels=labels, colours=colours, title=title)


def _bars(
    name: str,
    rows: Mapping[str, Sequence[int]],
    *,
    labels: Sequence[str],
    colours: Sequence[str],
    title: str,
) -> Figure:
    with drawing(
        8.4, 0.36 * len(rows) + 0.7 + (0.3 if max(map(len, labels)) < 12 else 0.8)
    ) as paper:
        axes = paper.add_subplot()
        clean(axes)
        for place, counts in enumerate(rows.values()):
            _bar(axes, place, counts, colours)
        axes.set_yticks(range(len(rows)), [f"{row} (n = {sum(c)})" for row, c in rows.items()])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.set_xlabel("Per cent")
        paper.legend(
            [Patch(facecolor=colour, edgecolor=INK, linewidth=0.4) for colour in colours],
            labels,
            loc="outside lower center",
            ncols=4 if max(map(len, labels)) < 12 else 2,
            frameon=False,
        )
        cells = tuple(count for counts in rows.values() for count in counts)
        return figure(
            paper,
            name=name,
            title=title,
            description=_description(rows, labels),
            cells=cells,
            shows_counts=True,
        )


def _bar(axes: Axes, place: int, counts: Sequence[int], colours: Sequence[str]) -> None:
    left, total = 0.0, sum(counts)
    for count, colour in zip(counts, colours, strict=False):
        if not count:
            continue
        width = 100 * count / total
        axes.barh([place], [width], left=left, color=colour, edgecolor="white", linewidth=0.8)
        if width >= 5:
            ink = "white" if colour in {LEVELS[-1], LEVELS[-2]} else INK
            axes.text(
                left + width / 2,
                place,
                f"{width:.0f}",
                ha="center",
                va="center",
                color=ink,
                fontsize=9,
            )
        left += width


def _description(rows: Mapping[str, Sequence[int]], labels: Sequence[str]) -> str:
    parts = []
    for row, counts in rows.items():
        words = ", ".join(f"{label} {count}" for label, count in zip(labels, counts, strict=False))
        parts.append(f"{row}: {words}.")
    return " ".join(parts)
