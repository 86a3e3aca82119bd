"""The flow of perpetrators and victim-survivors, after CONSORT."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.canvas import CONTROL, DRIVE, INK, SOFT, drawing, figure
from drive.evaluation.wording import pretty

_WIDTH, _HEIGHT = 0.40, 0.125
_STAGES = (
    ("allocated", "perpetrators allocated"),
    ("intake", "victim-survivors with\nInsights intake form"),
    ("exit_form", "with Insights exit form"),
    ("exit_rated", "with abuse rated at exit:\nanalysed"),
)


def flow_figure(stages: Mapping[str, Mapping[str, int]], *, void: int = 0) -> Figure:
    """Draw the flow of both arms.

    Parameters
    ----------
    stages : Mapping
        For ``drive`` and ``control`` the counts ``allocated``, ``intake``, ``exit_form``,
        ``exit_rated`` and ``completed``.
    void : int
        Draws that are void since the same person had been drawn before: in no arm.
    """
    total = sum(counts["allocated"] for counts in stages.values())
    with drawing(7.2, 6.2) as paper:
        axes = paper.add_subplot()
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        _box(axes, (0.5, 0.93), f"{pretty(total)} perpetrators\nheard at Marac and allocated", INK)
        for arm, x, colour in (("drive", 0.25, DRIVE), ("control", 0.75, CONTROL)):
            _arm(axes, stages[arm], x=x, colour=colour, name=arm.capitalize())
        if void:
            axes.text(
                0.72, 0.93, _void_in_words(void), va="center", ha="left", fontsize=9, color=SOFT
            )
        cells = (*(count for counts in stages.values() for count in counts.values()), void)
        return figure(
            paper,
            name="flow",
            title="Flow from allocation to exit, by arm",
            description=_description(stages, void),
            cells=cells,
            shows_counts=True,
        )


def _arm(axes: Axes, counts: Mapping[str, int], *, x: float, colour: str, name: str) -> None:
    _arrow(axes, (0.5, 0.865), (x, 0.78))
    for place, (stage, words) in enumerate(_STAGES):
        y = 0.715 - 0.2 * place
        label = f"{name}: " if place == 0 else ""
        _box(axes, (x, y), f"{label}{pretty(counts[stage])} {words}", colour)
        if place:
            _arrow(axes, (x, y + 0.2 - _HEIGHT / 2), (x, y + _HEIGHT / 2))
            lost = counts[_STAGES[place - 1][0]] - counts[stage]
            axes.text(
                x + 0.015, y + 0.1, f"{pretty(lost)} without", va="center", fontsize=9, color=SOFT
            )
    if counts["completed"]:
        text = f"{pretty(counts['completed'])} Drive cases completed"
        axes.text(x, 0.005, text, ha="center", color=colour, weight="bold")


def _box(axes: Axes, middle: tuple[float, float], text: str, colour: str) -> None:
    x, y = middle
    corner = (x - _WIDTH / 2, y - _HEIGHT / 2)
    axes.add_patch(
        FancyBboxPatch(
            corner,
            _WIDTH,
            _HEIGHT,
            boxstyle="square,pad=0",
            facecolor="white",
            edgecolor=colour,
            linewidth=1.6,
        )
    )
    axes.text(x, y, text, ha="center", va="center", color=INK, linespacing=1.35)


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    axes.annotate(
        "", end, start, arrowprops={"arrowstyle": "-|>", "color": SOFT, "shrinkA": 0, "shrinkB": 0}
    )


def _void_in_words(void: int) -> str:
    return f"Besides, {pretty(void)} void:\nthe same person had\nbeen drawn before"


def _description(stages: Mapping[str, Mapping[str, int]], void: int) -> str:
    parts = [
        f"{arm.capitalize()}: {counts['allocated']} allocated, {counts['intake']} with an intake "
        f"form, {counts['exit_form']} with an exit form, {counts['exit_rated']} with abuse rated "
        "at exit."
        for arm, counts in stages.items()
    ]
    if void:
        parts.append(f"Void, since the same person had been drawn before: {void}.")
    return " ".join(parts)
