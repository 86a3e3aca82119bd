"""The sheet on which an analysis writes its results, each beside its printed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from drive.evaluation.blocks import Block, Section
from drive.evaluation.printed import PrintedValue, printed_values, slip_note
from drive.evaluation.results import Analysis, Comparison, Result, Suppressed, Unit
from drive.statistics.proportions import share
from drive.statistics.results import Estimate, Quantity, Test, Undefined, is_defined

NOT_REBUILT = (
    "The pilot's records hold plausible values here and not yet the printed ones, so the two "
    "are not compared."
)


@dataclass(kw_only=True)
class Sheet:
    """Collects the results and blocks of one analysis.

    Parameters
    ----------
    analysis : Analysis
        What is analysed.
    compare : bool
        Whether the rows are those of the published year, so that print can be compared.
    """

    analysis: Analysis
    compare: bool
    results: list[Result] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def section(self) -> Section:
        """Return what was written."""
        return Section(
            analysis=self.analysis, results=tuple(self.results), blocks=tuple(self.blocks)
        )

    def add(self, *blocks: Block) -> None:
        """Add tables, figures or remarks."""
        self.blocks.extend(blocks)

    def count(
        self, name: str, value: int, *, title: str, n: int | None = None, in_matrix: bool = False
    ) -> None:
        """Write a count; ``in_matrix`` if a table of movement shows it beside print."""
        result = _result(name, title=title, unit="count", n=n, estimate=value, cells=(value,))
        self.write(replace(result, in_matrix=in_matrix))

    def shown(self, name: str, value: int | Suppressed, *, title: str) -> None:
        """Write a count of which it has already been decided how it is shown."""
        self.write(replace(_result(name, title=title, unit="count"), estimate=value))

    def part(
        self,
        name: str,
        x: int,
        n: int,
        *,
        title: str,
        missing: Mapping[str, int] | None = None,
    ) -> None:
        """Write a count and its percentage, with Wilson's interval."""
        cells = (x, n - x)
        known = missing or {}
        self.write(
            replace(
                _result(f"{name}.n", title=title, unit="count", n=n, estimate=x, cells=cells),
                missing=known,
            )
        )
        interval = share(x, n)
        self.write(
            replace(
                _result(f"{name}.pct", title=title, unit="percent", n=n, cells=cells),
                estimate=100 * x / n if n else None,
                exact=Fraction(100 * x, n) if n else None,
                interval=bounds(interval, scale=100),
                method=interval.method,
                note="" if n else "Nobody's answer is known.",
                missing=known,
            )
        )

    def number(
        self,
        name: str,
        value: Quantity | None,
        *,
        title: str,
        unit: Unit = "number",
        n: int | None = None,
        method: str = "",
        exact: Fraction | None = None,
        cells: tuple[int, ...] = (),
        rebuilt: bool = True,
    ) -> None:
        """Write a statistic; ``rebuilt=False`` where the pilot holds plausible values only."""
        result = _result(name, title=title, unit=unit, n=n, cells=cells)
        estimate, note = _number(value)
        self.write(
            replace(result, estimate=estimate, exact=exact, method=method, note=note),
            rebuilt=rebuilt,
        )

    def test(
        self,
        name: str,
        test: Test,
        *,
        title: str,
        n: int,
        cells: tuple[int, ...],
        estimate: Estimate | None = None,
        scale: float = 100,
        rebuilt: bool = True,
    ) -> None:
        """Write a test: its p value is what is compared with print.

        Parameters
        ----------
        estimate : Estimate or None
            The effect that stands beside it, multiplied by ``scale``.
        """
        p, note = _number(test.p)
        value = None if estimate is None or not is_defined(estimate.value) else estimate.value
        result = replace(
            _result(name, title=title, unit="points" if scale == 100 else "number", n=n),
            estimate=None if value is None else scale * value,
            interval=None if estimate is None else bounds(estimate, scale=scale),
            p=p,
            method=test.method + (f"; {estimate.method}" if estimate else ""),
            note=note,
            cells=cells,
        )
        self.write(result, rebuilt=rebuilt, compared=p)

    def write(self, result: Result, *, rebuilt: bool = True, compared: float | None = None) -> None:
        """Write a result once for each place in which it is printed, or once if in none."""
        result = replace(result, id=f"{self.analysis.id}.{result.id}", analysis=self.analysis.id)
        places = printed_values().get(result.id, ()) if self.compare else ()
        for place in places:
            self.results.append(_beside(result, place, rebuilt=rebuilt, compared=compared))
        if not places:
            self.results.append(result)


def bounds(estimate: Estimate, *, scale: float) -> tuple[float, float] | None:
    """Return the interval of an estimate, multiplied, or None if it is undefined."""
    if is_defined(estimate.low) and is_defined(estimate.high):
        return scale * estimate.low, scale * estimate.high
    return None


def _result(
    name: str,
    *,
    title: str,
    unit: Unit,
    n: int | None = None,
    estimate: float | None = None,
    cells: tuple[int, ...] = (),
) -> Result:
    group = name.split(".", 1)[0]
    return Result(
        id=name,
        analysis="",
        group=group,
        title=title,
        unit=unit,
        n=n,
        estimate=estimate,
        cells=cells,
    )


def _number(value: Quantity | None) -> tuple[float | None, str]:
    if isinstance(value, Undefined):
        return None, f"Undefined: {value.reason}."
    return value, ""


def _beside(
    result: Result, place: PrintedValue, *, rebuilt: bool, compared: float | None
) -> Result:
    result_id = f"{result.id}.{place.place}" if place.place else result.id
    value = compared if compared is not None else (result.exact or result.estimate)
    comparison = _compare(value, place) if rebuilt else Comparison.NOT_REBUILT
    return replace(
        result,
        id=result_id,
        place=place.place,
        printed=place.text,
        comparison=comparison,
        source=f"{place.source} ({place.reference})",
        note=_note(result, result_id, comparison),
    )


def _compare(value: object, place: PrintedValue) -> Comparison:
    if not isinstance(value, int | float | Fraction):
        return Comparison.DIFFERS
    return Comparison.AGREES if place.agrees_with(value) else Comparison.DIFFERS


def _note(result: Result, result_id: str, comparison: Comparison) -> str:
    if comparison is Comparison.NOT_REBUILT:
        return NOT_REBUILT
    if comparison is Comparison.DIFFERS:
        return slip_note(result_id) or "The cause is not known."
    return result.note
