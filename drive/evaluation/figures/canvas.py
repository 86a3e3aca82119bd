"""Paper and colours, and how a drawing becomes an SVG that screen readers can name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Paper

from drive.evaluation.blocks import Figure

INK = "#0b0c0c"
SOFT = "#505a5f"
LINE = "#b1b4b6"
DRIVE = "#1d4f91"
CONTROL = "#b35900"
LEVELS = ("#e3e8ee", "#9dbfdd", "#4a86bd", "#12385f")
"""None to high: one hue that darkens, so that it reads in grey and without colour vision."""
BLUES = LEVELS[::-1]
OCHRE = "#d9a46a"
GREYS = ("#f3f2f1", "#cfd3d6")
"""For outcomes: better is darker, worse is ochre, and what is not known is grey."""
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "drive",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10.0,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
}


@contextmanager
def drawing(width: float, height: float) -> Iterator[Paper]:
    """Give a sheet of paper in the house style, in inches."""
    with mpl.rc_context(_STYLE):
        yield Paper(figsize=(width, height), layout="constrained")


def clean(axes: Axes) -> None:
    """Take away what carries no information."""
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)


def figure(
    paper: Paper,
    *,
    name: str,
    title: str,
    description: str,
    cells: tuple[int, ...] = (),
    shows_counts: bool = False,
) -> Figure:
    """Return the drawing as SVG with its title and description.

    Parameters
    ----------
    name : str
        Unique within a report; every id of the drawing begins with it.
    title, description : str
        For people who do not see the drawing.
    cells : tuple of int
        The counts that it shows or rests on.
    shows_counts : bool
        Whether counts can be read off it.
    """
    text = io.StringIO()
    paper.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    svg = _body(text.getvalue())
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    svg = re.sub(r"url\(#", f"url(#{name}-", svg)
    svg = re.sub(r'href="#', f'href="#{name}-', svg)
    said = f'role="img" aria-labelledby="{name}-title {name}-desc"'
    words = f'<title id="{name}-title">{escape(title)}</title>'
    words += f'<desc id="{name}-desc">{escape(description)}</desc>'
    opening, rest = svg.split(">", 1)
    svg = f"{opening.replace('<svg', f'<svg {said}')}>{words}{rest}"
    return Figure(
        name=name,
        title=title,
        description=description,
        svg=svg,
        cells=cells,
        shows_counts=shows_counts,
    )


def _body(svg: str) -> str:
    """Return the drawing from its svg element on, without the maker's marks."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
