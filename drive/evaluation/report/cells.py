"""Cells of tables and values of results as they are read."""

from __future__ import annotations

from dataclasses import dataclass

from drive.evaluation.blocks import Cell, Count, Percent
from drive.evaluation.results import Comparison, Result, Suppressed
from drive.evaluation.wording import DASH, number_text, p_text, pretty

HIDDEN = "suppressed"
_DIGITS = {"percent": 1, "share": 3, "points": 1, "number": 2, "p": 3, "count": 0}


@dataclass(frozen=True)
class Shown:
    """A cell: its text, a second line, whether it is a number, and what print says instead."""

    text: str
    detail: str = ""
    numeric: bool = True
    printed: str = ""
    suppressed: bool = False


def shown(cell: Cell) -> Shown:
    """Return a cell as it is read."""
    if isinstance(cell, str):
        return Shown(cell, numeric=False)
    if isinstance(cell, Count):
        return _count(cell)
    if isinstance(cell, Percent):
        return _percent(cell)
    if isinstance(cell.text, Suppressed):
        return Shown(HIDDEN, suppressed=True)
    return _figures(cell.text)


def _count(cell: Count) -> Shown:
    if isinstance(cell.value, Suppressed):
        return Shown(HIDDEN, suppressed=True)
    differs = cell.comparison is Comparison.DIFFERS
    return Shown(pretty(cell.value), printed=(cell.printed or "") if differs else "")


def _percent(cell: Percent) -> Shown:
    if isinstance(cell.part, Suppressed) or isinstance(cell.whole, Suppressed):
        return Shown(HIDDEN, suppressed=True)
    of = f"{pretty(cell.part)} of {pretty(cell.whole)}"
    return Shown(f"{100 * cell.part / cell.whole:.1f}%", of) if cell.whole else Shown(of)


def _figures(text: str) -> Shown:
    """Put an interval on a line of its own."""
    value, _, interval = text.removesuffix(")").partition(" (")
    return Shown(value, interval) if " to " in interval else Shown(text)


def recomputed(result: Result) -> str:
    """Return what was recomputed, in the unit in which it is printed."""
    if result.p is not None and result.unit in {"points", "number"} and result.printed:
        return HIDDEN if isinstance(result.p, Suppressed) else _p(result.p)
    if isinstance(result.estimate, Suppressed):
        return HIDDEN
    if result.estimate is None:
        return DASH
    if result.unit == "p":
        return _p(result.estimate)
    if result.unit == "count":
        return pretty(int(result.estimate))
    text = number_text(result.estimate, _digits(result))
    if result.unit == "share":
        return text.removeprefix("0")
    return f"{text}%" if result.unit == "percent" else text


def _p(value: float) -> str:
    text = p_text(value)
    return f"p {text}" if text.startswith("<") else f"p = {text}"


def _digits(result: Result) -> int:
    """Show at least the decimals that are printed."""
    printed = (result.printed or "").split()[-1:] or [""]
    decimals = len(printed[0].partition(".")[2])
    return max(decimals, _DIGITS[result.unit])
