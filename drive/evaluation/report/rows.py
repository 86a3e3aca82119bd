"""Rows of the report that set recomputed numbers beside printed ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drive.evaluation.blocks import Section
from drive.evaluation.report.cells import recomputed
from drive.evaluation.results import Comparison, Result, Suppressed
from drive.evaluation.wording import pretty


@dataclass(kw_only=True)
class Pair:
    """One printed statement: a count and its percentage, or one other number."""

    title: str
    n: str
    place: str
    recomputed: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    comparison: Comparison = Comparison.AGREES
    notes: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Difference:
    """Numbers of one analysis that differ from print for one cause."""

    analysis: str
    anchor: str
    cause: str
    items: list[Result] = field(default_factory=list)

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What differs: title, recomputed, printed."""
        return [(item.title, recomputed(item), item.printed or "") for item in self.items]

    @property
    def source(self) -> str:
        """Where the numbers are printed."""
        return "; ".join(dict.fromkeys(item.source for item in self.items))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one analysis stands to print."""

    id: str
    title: str
    agree: int
    differ: int
    not_rebuilt: int


def pairs(results: Sequence[Result]) -> list[Pair]:
    """Return the printed statements of a section, but for those in tables of movement."""
    found: dict[tuple[str, str], Pair] = {}
    for result in results:
        if result.printed is None or (result.in_matrix and not result.place):
            continue
        key = (_statement(result), result.place)
        pair = found.setdefault(key, _pair(result))
        pair.recomputed.append(recomputed(result))
        pair.printed.append(_printed(result))
        if result.comparison is not Comparison.AGREES:
            pair.comparison = result.comparison
            if result.comparison is Comparison.DIFFERS:
                pair.notes.append(result.note)
    return list(found.values())


def differences(sections: Iterable[Section]) -> list[Difference]:
    """Return everything that differs from print, what has one cause together."""
    found: dict[tuple[str, str], Difference] = {}
    for section in sections:
        for result in section.results:
            if result.comparison is Comparison.DIFFERS:
                key = (section.analysis.id, result.note)
                difference = found.setdefault(
                    key,
                    Difference(
                        analysis=section.analysis.title,
                        anchor=section.analysis.id,
                        cause=result.note,
                    ),
                )
                difference.items.append(result)
    return list(found.values())


def standings(sections: Iterable[Section]) -> list[Standing]:
    """Return how each analysis stands to print, those without printed numbers left out."""
    rows = []
    for section in sections:
        count = Counter(result.comparison for result in section.results)
        if set(count) - {Comparison.NOT_PRINTED}:
            rows.append(
                Standing(
                    id=section.analysis.id,
                    title=section.analysis.title,
                    agree=count[Comparison.AGREES],
                    differ=count[Comparison.DIFFERS],
                    not_rebuilt=count[Comparison.NOT_REBUILT],
                )
            )
    return rows


def _statement(result: Result) -> str:
    name = result.id.removesuffix(f".{result.place}") if result.place else result.id
    return name.removesuffix(".n").removesuffix(".pct")


def _pair(result: Result) -> Pair:
    n = result.n
    shown = "" if n is None else "suppressed" if isinstance(n, Suppressed) else pretty(n)
    return Pair(title=result.title, n=shown, place=result.place)


def _printed(result: Result) -> str:
    text = result.printed or ""
    return f"{text}%" if result.unit == "percent" else text
