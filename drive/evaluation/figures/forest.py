"""Differences between arms with their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.canvas import DRIVE, INK, LINE, clean, drawing, figure
from drive.evaluation.wording import range_text
from drive.statistics.results import Estimate, is_defined


@dataclass(frozen=True)
class Line:
    """One difference: a share from -1 to 1, and the counts on which it rests."""

    label: str
    estimate: Estimate
    cells: tuple[int, ...]


def forest(name: str, panels: Mapping[str, Sequence[Line]], *, title: str) -> Figure:
    """Draw differences as points with 95% intervals around a line of no difference."""
    rows = max(len(lines) for lines in panels.values())
    with drawing(8.4, 0.44 * rows + 1.1) as paper:
        charts = paper.subplots(1, len(panels), sharey=True, squeeze=False)[0]
        for axes, (heading, lines) in zip(charts, panels.items(), strict=True):
            _panel(axes, heading, lines)
        first = next(iter(panels.values()))
        charts[0].set_yticks(range(len(first)), [line.label for line in first])
        charts[0].set_ylim(len(first) - 0.5, -0.5)
        paper.supxlabel("Drive minus control, percentage points", fontsize=10)
        texts = [
            f"{heading}, {line.label}: {range_text(line.estimate, scale=100)}."
            for heading, lines in panels.items()
            for line in lines
        ]
        cells = tuple(cell for lines in panels.values() for line in lines for cell in line.cells)
        return figure(paper, name=name, title=title, description=" ".join(texts), cells=cells)


def _panel(axes: Axes, heading: str, lines: Sequence[Line]) -> None:
    clean(axes)
    axes.set_title(heading, fontsize=11, loc="left", weight="bold")
    axes.axvline(0, color=INK, linewidth=1)
    axes.grid(axis="x", color=LINE, linewidth=0.5, alpha=0.6)
    for place, line in enumerate(lines):
        found = line.estimate
        if is_defined(found.value) and is_defined(found.low) and is_defined(found.high):
            axes.plot([100 * found.low, 100 * found.high], [place] * 2, color=DRIVE, linewidth=2)
            axes.plot([100 * found.value], [place], "o", color=DRIVE, markersize=7)
