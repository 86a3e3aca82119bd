"""The share with each type of abuse, from intake to exit."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.axes import Axes

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.canvas import CONTROL, DRIVE, LINE, SOFT, drawing, figure
from drive.statistics.paired import PairedChange
from drive.vocabulary.abuse import AbuseType

Changes = Mapping[AbuseType, PairedChange]
_COLOURS = (DRIVE, CONTROL)
_STYLES = ("-", "--")


def slopes(name: str, groups: Mapping[str, Changes], *, title: str) -> Figure:
    """Draw one small chart for each type of abuse, one line for each group."""
    with drawing(8.4, 2.9) as paper:
        charts = paper.subplots(1, len(AbuseType), sharey=True)
        for axes, kind in zip(charts, AbuseType, strict=True):
            _panel(axes, kind, groups)
        charts[0].set_ylabel("Per cent")
        if len(groups) > 1:
            handles, labels = charts[0].get_legend_handles_labels()
            paper.legend(handles, labels, loc="outside lower center", ncols=2, frameon=False)
        cells = tuple(
            n
            for changes in groups.values()
            for change in changes.values()
            for n in (
                change.before,
                change.after,
                change.n - change.before,
                change.n - change.after,
            )
        )
        return figure(paper, name=name, title=title, description=_description(groups), cells=cells)


def _panel(axes: Axes, kind: AbuseType, groups: Mapping[str, Changes]) -> None:
    axes.set_title(kind.label.replace(" and ", "\nand "), fontsize=10, loc="left")
    axes.set_ylim(0, 100)
    axes.set_xlim(-0.25, 1.25)
    axes.set_xticks([0, 1], ["Intake", "Exit"])
    axes.grid(axis="y", color=LINE, linewidth=0.5, alpha=0.6)
    for place, (label, changes) in enumerate(groups.items()):
        change = changes[kind]
        if not change.n:
            continue
        shares = [100 * change.before / change.n, 100 * change.after / change.n]
        colour, style = _COLOURS[place], _STYLES[place]
        axes.plot([0, 1], shares, style, marker="o", color=colour, linewidth=2.2, label=label)
    axes.tick_params(axis="y", colors=SOFT, length=0)


def _description(groups: Mapping[str, Changes]) -> str:
    return " ".join(
        f"{label}, {kind.label.lower()}: {100 * change.before / change.n:.0f} per cent at intake, "
        f"{100 * change.after / change.n:.0f} at exit (n = {change.n})."
        for label, changes in groups.items()
        for kind, change in changes.items()
        if change.n
    )
