"""Bars of counts, paired dots of two arms, and standardised differences."""

from __future__ import annotations

from collections.abc import Sequence

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.canvas import (
    CONTROL,
    DRIVE,
    INK,
    LINE,
    SOFT,
    clean,
    drawing,
    figure,
)
from drive.evaluation.wording import pretty


def bars(name: str, rows: Sequence[tuple[str, int]], *, title: str, n: int) -> Figure:
    """Draw counts as shares of n."""
    with drawing(8.4, 0.3 * len(rows) + 0.7) as paper:
        axes = paper.add_subplot()
        clean(axes)
        shares = [100 * count / n if n else 0 for _, count in rows]
        axes.barh(range(len(rows)), shares, color=DRIVE, height=0.62)
        for place, ((_, count), share) in enumerate(zip(rows, shares, strict=True)):
            axes.text(
                share + 0.8, place, f"{share:.1f}% ({pretty(count)})", va="center", fontsize=9
            )
        axes.set_yticks(range(len(rows)), [label for label, _ in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, max([*shares, 1]) * 1.18)
        axes.set_xlabel(f"Per cent of {pretty(n)}")
        words = " ".join(f"{label}: {count} of {n}." for label, count in rows)
        cells = tuple(count for _, count in rows)
        return figure(
            paper, name=name, title=title, description=words, cells=cells, shows_counts=True
        )


def paired_dots(
    name: str,
    rows: Sequence[tuple[str, Sequence[Sequence[int]], tuple[int, ...]]],
    *,
    names: tuple[str, str],
    title: str,
) -> Figure:
    """Draw two shares a row; each row gives its label, two [yes, no] and all its cells."""
    with drawing(8.4, 0.34 * len(rows) + 1.1) as paper:
        axes = paper.add_subplot()
        clean(axes)
        axes.grid(axis="x", color=LINE, linewidth=0.5, alpha=0.6)
        for place, (_, pair, _) in enumerate(rows):
            shares = [100 * yes / (yes + no) if yes + no else 0.0 for yes, no in pair]
            axes.plot(shares, [place] * 2, color=LINE, linewidth=2, zorder=1)
            axes.plot([shares[0]], [place], "o", color=DRIVE, markersize=8)
            axes.plot([shares[1]], [place], "D", color=CONTROL, markersize=7)
        axes.set_yticks(range(len(rows)), [label for label, _, _ in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(-2, 102)
        axes.set_xlabel("Per cent")
        keys = [
            axes.plot([], [], mark, color=colour)[0]
            for mark, colour in (("o", DRIVE), ("D", CONTROL))
        ]
        paper.legend(keys, names, loc="outside lower center", ncols=2, frameon=False)
        words = " ".join(_pair_words(label, pair, names) for label, pair, _ in rows)
        cells = tuple(cell for _, _, cells in rows for cell in cells)
        return figure(paper, name=name, title=title, description=words, cells=cells)


def love_plot(points: Sequence[tuple[str, float]]) -> Figure:
    """Draw standardised differences at the start, with the usual marks at 0.1."""
    with drawing(8.4, 0.34 * len(points) + 0.9) as paper:
        axes = paper.add_subplot()
        clean(axes)
        axes.axvline(0, color=INK, linewidth=1)
        for mark in (-0.1, 0.1):
            axes.axvline(mark, color=SOFT, linewidth=1, linestyle=":")
        axes.plot(
            [value for _, value in points], range(len(points)), "o", color=DRIVE, markersize=7
        )
        axes.set_yticks(range(len(points)), [label for label, _ in points])
        axes.set_ylim(len(points) - 0.5, -0.5)
        reach = max(0.25, *(abs(value) * 1.15 for _, value in points))
        axes.set_xlim(-reach, reach)
        axes.set_xlabel("Standardised mean difference, Drive minus control")
        words = " ".join(f"{label}: {value:.2f}." for label, value in points)
        return figure(
            paper, name="love-plot", title="Balance of the arms at the start", description=words
        )


def _pair_words(label: str, pair: Sequence[Sequence[int]], names: tuple[str, str]) -> str:
    shares = [
        f"{name} {100 * yes / (yes + no):.0f} per cent" if yes + no else f"{name} none"
        for name, (yes, no) in zip(names, pair, strict=True)
    ]
    return f"{label}: {', '.join(shares)}."
