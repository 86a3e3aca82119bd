"""Step charts as numbers for a drawing: levels over points in time. Pure, and free of Django.

A chart is drawn on the server, so that it needs no script, prints as it is shown and can be read
in words. Shapes tell lines apart besides shades, so that it can be read in grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 320
LEFT = 76
RIGHT = 14
TOP = 16
STEP = 26
BOTTOM = 34


@dataclass(frozen=True)
class Mark:
    """One known level: where it lies in the drawing, and its words."""

    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Line:
    """A grid line with its words."""

    at: float
    words: str


@dataclass(frozen=True)
class StepChart:
    """The drawing of one measure.

    Parameters
    ----------
    title : str
        What is measured: the heading of the drawing, and its name for screen readers.
    told : str
        The same in a sentence.
    width, height : float
        The size of the drawing, in its own units.
    levels, points : sequence of Line
        The lines across, lowest first, and the points in time from left to right.
    paths : sequence of str
        What is drawn: one path for each run of known levels. A gap stays a gap.
    marks : sequence of Mark
        A dot at each known level.
    """

    title: str
    told: str
    width: float
    height: float
    levels: Sequence[Line]
    points: Sequence[Line]
    paths: Sequence[str]
    marks: Sequence[Mark]

    @property
    def left(self) -> float:
        """Where the field of the drawing begins."""
        return LEFT

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.width - RIGHT

    @property
    def base(self) -> float:
        """Where its lowest line lies."""
        return self.height - BOTTOM


def step_chart(
    *,
    title: str,
    points: Sequence[str],
    levels: Sequence[str],
    values: Sequence[int | None],
    unknown: str = "not known",
) -> StepChart:
    """Return the drawing of one measure over some points in time.

    Parameters
    ----------
    title : str
        What is measured.
    points : sequence of str
        The points in time, in words.
    levels : sequence of str
        The levels in words, lowest first.
    values : sequence of int or None
        The level at each point, counted from 0; None where it is not known.
    unknown : str
        What is said where it is not known.

    Raises
    ------
    ValueError
        If there is not one value for each point, or a value is no level.
    """
    if len(values) != len(points):
        raise ValueError("A chart needs one value for each point.")
    if any(value is not None and not 0 <= value < len(levels) for value in values):
        raise ValueError("A value of a chart must be one of its levels.")
    height = TOP + STEP * (len(levels) - 1) + BOTTOM
    xs, ys = _across(len(points)), [height - BOTTOM - STEP * each for each in range(len(levels))]
    said = [levels[value] if value is not None else unknown for value in values]
    return StepChart(
        title=title,
        told=f"{title}. " + "; ".join(f"{p}: {s}" for p, s in zip(points, said, strict=True)) + ".",
        width=WIDTH,
        height=height,
        levels=[Line(y, words) for y, words in zip(ys, levels, strict=True)],
        points=[Line(x, words) for x, words in zip(xs, points, strict=True)],
        paths=_paths(xs, [None if value is None else ys[value] for value in values]),
        marks=[
            Mark(x, ys[value], levels[value])
            for x, value in zip(xs, values, strict=True)
            if value is not None
        ],
    )


def _across(number: int) -> list[float]:
    """Return where the points stand: spread over the field, one alone in its middle."""
    field = WIDTH - LEFT - RIGHT
    if number == 1:
        return [LEFT + field / 2]
    inset = 14
    gap = (field - 2 * inset) / max(number - 1, 1)
    return [round(LEFT + inset + gap * place, 1) for place in range(number)]


def _paths(xs: Sequence[float], ys: Sequence[float | None]) -> list[str]:
    """Return a step for each run of known levels: a level holds until the next point."""
    paths: list[str] = []
    drawn = ""
    for x, y in zip(xs, ys, strict=True):
        if y is None:
            paths, drawn = ([*paths, drawn] if drawn else paths), ""
        else:
            drawn = f"{drawn} H{x:g} V{y:g}" if drawn else f"M{x:g} {y:g}"
    return [*paths, drawn] if drawn else paths
