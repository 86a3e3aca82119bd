"""The numbers that the Year-1 report prints, and when a recomputed number agrees with one.

The rule: a recomputed value agrees if, rounded half up to as many decimals as are printed, it
equals the printed value. ``<`` and ``>`` are taken as they stand. Where the text says "about"
or gives a share in words, a value within five percentage points agrees.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Literal, cast

Operator = Literal["=", "<", ">", "about"]
Number = int | float | Fraction
RULE = (
    "A recomputed value agrees with a printed one if, rounded half up to as many decimals as are "
    "printed, it equals it. “<” and “>” are taken as they stand; where the report says “about” or "
    "gives a share in words, five percentage points either way are allowed."
)
_ABOUT = Decimal(5)


@dataclass(frozen=True, kw_only=True)
class PrintedValue:
    """One number as the report prints it.

    Parameters
    ----------
    quantity : str
        The name of the recomputed quantity (``A11.su.physical.intake_yes.n``).
    place : str
        Empty, or where else in the report the same quantity is printed again.
    printed : str
        The text exactly as printed.
    op : str
        ``=``, ``<``, ``>`` or ``about``.
    location, lines, reference : str
        Where it stands: the heading, the lines of the text, the row of the published figures.
    """

    quantity: str
    place: str
    printed: str
    op: Operator
    location: str
    lines: str
    reference: str

    @property
    def text(self) -> str:
        """The printed text with its sign."""
        return self.printed if self.op == "=" else f"{self.op} {self.printed}"

    @property
    def source(self) -> str:
        """Where it stands in the report."""
        return f"Year-1 report, {self.location}, lines {self.lines}"

    def agrees_with(self, value: Number) -> bool:
        """Whether a recomputed value is the printed one, by ``RULE``."""
        printed = Decimal(self.printed)
        exact = decimal(value)
        if self.op == "<":
            return exact < printed
        if self.op == ">":
            return exact > printed
        if self.op == "about":
            return abs(exact - printed) <= _ABOUT
        return rounded(exact, like=printed) == printed


def decimal(value: Number) -> Decimal:
    """Return a number as a Decimal, a ratio of counts without binary error."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def rounded(value: Decimal, *, like: Decimal) -> Decimal:
    """Round half up to as many decimals as another number has."""
    return value.quantize(Decimal(1).scaleb(cast("int", like.as_tuple().exponent)), ROUND_HALF_UP)


@cache
def printed_values() -> Mapping[str, tuple[PrintedValue, ...]]:
    """Return every printed number of the analyses, by the quantity that it states."""
    found: dict[str, list[PrintedValue]] = {}
    for row in _rows("printed.csv"):
        value = PrintedValue(
            quantity=row["quantity"],
            place=row["place"],
            printed=row["printed"],
            op=cast("Operator", row["op"]),
            location=row["location"],
            lines=row["lines"],
            reference=row["reference"],
        )
        found.setdefault(value.quantity, []).append(value)
    return {quantity: tuple(values) for quantity, values in found.items()}


@cache
def slips() -> tuple[tuple[str, str], ...]:
    """Return what is known of misprints: the start of a result's id, and the likely cause."""
    return tuple((row["result"], row["note"]) for row in _rows("slips.csv"))


def slip_note(result_id: str) -> str:
    """Return the likely cause of a disagreement, or nothing if none is known."""
    fitting = [(len(start), note) for start, note in slips() if _starts(result_id, start)]
    return max(fitting)[1] if fitting else ""


def _starts(result_id: str, start: str) -> bool:
    return result_id == start or result_id.startswith(f"{start}.")


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("drive.evaluation").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
