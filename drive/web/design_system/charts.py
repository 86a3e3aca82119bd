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
    values: Sequence[float | None],
    words: Sequence[str] | None = None,
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
    values : sequence of float or None
        The level at each point, counted from 0; None where it is not known. A value that lies
        between two levels needs `words`.
    words : sequence of str, optional
        What the value at each point is called; by default as its level.
    unknown : str
        What is said where it is not known.

    Raises
    ------
    ValueError
        If there is not one value for each point, or a value is no level.
    """
    if len(values) != len(points):
        raise ValueError("A chart needs one value for each point.")
    if any(value is not None and not 0 <= value <= len(levels) - 1 for value in values):
        raise ValueError("A value of a chart must lie within its levels.")
    base = TOP + STEP * (len(levels) - 1)
    xs = _across(len(points))
    ys = [None if value is None else round(base - STEP * value, 1) for value in values]
    said = _said(values, words or [], levels=levels, unknown=unknown)
    return StepChart(
        title=title,
        told=f"{title}. " + "; ".join(f"{p}: {s}" for p, s in zip(points, said, strict=True)) + ".",
        width=WIDTH,
        height=base + BOTTOM,
        levels=[Line(base - STEP * number, level) for number, level in enumerate(levels)],
        points=[Line(x, point) for x, point in zip(xs, points, strict=True)],
        paths=_paths(xs, ys),
        marks=[Mark(x, y, each) for x, y, each in zip(xs, ys, said, strict=True) if y is not None],
    )


def _said(
    values: Sequence[float | None], words: Sequence[str], *, levels: Sequence[str], unknown: str
) -> list[str]:
    """Return what the value at each point is called."""
    if words and len(words) != len(values):
        raise ValueError("A chart that names its values needs words for each.")
    return [
        unknown if value is None else words[place] if words else levels[_level(value)]
        for place, value in enumerate(values)
    ]


def _level(value: float) -> int:
    if value != int(value):
        raise ValueError("A value between two levels needs words.")
    return int(value)


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
