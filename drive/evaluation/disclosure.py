"""Small numbers: what leaves the system shows no count from 1 to 7, and rounds the others.

A suppressed number is a value of its own, never a zero. Where exactly one number of a set that
adds up would be suppressed, the next smallest goes with it, so that it cannot be had by
subtraction; totals come from rounded numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drive.evaluation.blocks import (
    Block,
    Cell,
    Count,
    Figure,
    Figures,
    Percent,
    Remark,
    Section,
    Table,
)
from drive.evaluation.results import Result, Suppressed

SMALLEST_SHOWN = 8
ROUNDED_TO = 5
SUPPRESSED = Suppressed()
RULE = (
    "Counts from 1 to 7 are suppressed, all others are rounded to the nearest 5, percentages are "
    "taken from rounded counts, and a statistic that rests on a suppressed count is suppressed."
)


def is_small(count: int) -> bool:
    """Whether a count is suppressed: 0 is not, 1 to 7 are."""
    return 0 < count < SMALLEST_SHOWN


def shown_count(count: int) -> int | Suppressed:
    """Return a count as it may be shown."""
    if is_small(count):
        return SUPPRESSED
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def redact(section: Section) -> Section:
    """Return a section in which no small number can be read."""
    return replace(
        section,
        results=redact_results(section.results),
        blocks=tuple(_block(block) for block in section.blocks),
    )


def redact_results(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return the results with small numbers suppressed and the others rounded."""
    hidden = _also_hidden(results)
    return tuple(_result(result, hide=result.id in hidden) for result in results)


def _result(result: Result, *, hide: bool) -> Result:
    missing = {reason: count for reason, count in result.missing.items() if not is_small(count)}
    kept = {reason: int(_rounded(count)) for reason, count in missing.items()}
    if hide or any(map(is_small, result.cells)) or (result.n is not None and _small_n(result)):
        return replace(
            result,
            n=_hidden(result.n),
            estimate=_hidden(result.estimate),
            interval=_hidden(result.interval),
            p=_hidden(result.p),
            exact=None,
            missing=kept,
            note="Suppressed: it rests on a small number.",
        )
    n = result.n if result.n is None or isinstance(result.n, Suppressed) else _rounded(result.n)
    interval = result.interval
    if isinstance(interval, tuple):
        interval = (_coarse(interval[0]), _coarse(interval[1]))
    p = result.p if result.p is None or isinstance(result.p, Suppressed) else _coarse(result.p)
    return replace(
        result, n=n, estimate=_estimate(result), interval=interval, p=p, exact=None, missing=kept
    )


def _hidden(value: object) -> Suppressed | None:
    return None if value is None else SUPPRESSED


def _small_n(result: Result) -> bool:
    return isinstance(result.n, int) and is_small(result.n)


def _estimate(result: Result) -> float | Suppressed | None:
    value = result.estimate
    if value is None or isinstance(value, Suppressed):
        return value
    if result.unit == "count":
        return _rounded(int(value))
    if result.unit == "percent" and len(result.cells) == 2:
        part, whole = _rounded(result.cells[0]), _rounded(sum(result.cells))
        return 100 * part / whole if whole else None
    return _coarse(value)


def _also_hidden(results: Sequence[Result]) -> set[str]:
    """Return the ids that go with the one suppressed number of their set."""
    sets: dict[tuple[str, object], dict[str, list[Result]]] = defaultdict(lambda: defaultdict(list))
    for result in results:
        if result.unit in {"count", "percent"} and result.cells:
            base = result.id.rsplit(".", 1)[0] if result.unit == "percent" else result.id
            base = base.removesuffix(".n")
            sets[base.rsplit(".", 1)[0], result.n][base].append(result)
    hidden: set[str] = set()
    for members in sets.values():
        counts = {base: found[0].cells[0] for base, found in members.items()}
        partner = complement(list(counts.values()))
        if partner is not None:
            base = list(counts)[partner]
            hidden.update(result.id for result in members[base])
    return hidden


def complement(counts: Sequence[int]) -> int | None:
    """Return the place of the number that must go too: the smallest, if just one is small."""
    small = [place for place, count in enumerate(counts) if is_small(count)]
    others = [(count, place) for place, count in enumerate(counts) if count >= SMALLEST_SHOWN]
    return min(others)[1] if len(small) == 1 and others else None


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=_rows(block.rows))
    if isinstance(block, Figure) and (block.shows_counts or any(map(is_small, block.cells))):
        return Remark(f"The drawing “{block.title}” is left out: counts could be read off it.")
    return block


def _rows(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    lines = [list(row) for row in rows]
    hidden = _hidden_places(lines) | {
        (row, column) for column, row in _hidden_places(_turned(lines))
    }
    return [
        [_cell(cell, hide=(row, column) in hidden) for column, cell in enumerate(line)]
        for row, line in enumerate(lines)
    ]


def _turned(lines: list[list[Cell]]) -> list[list[Cell]]:
    return [list(column) for column in zip(*lines, strict=True)]


def _hidden_places(lines: Iterable[list[Cell]]) -> set[tuple[int, int]]:
    hidden = set()
    for row, line in enumerate(lines):
        places = [place for place, cell in enumerate(line) if isinstance(cell, Count | Percent)]
        partner = complement([_size(line[place]) for place in places])
        if partner is not None:
            hidden.add((row, places[partner]))
    return hidden


def _size(cell: Cell) -> int:
    value = cell.value if isinstance(cell, Count) else cell.part if isinstance(cell, Percent) else 0
    return value if isinstance(value, int) else 0


def _cell(cell: Cell, *, hide: bool) -> Cell:
    if isinstance(cell, Count) and isinstance(cell.value, int):
        return Count(SUPPRESSED if hide else shown_count(cell.value))
    if isinstance(cell, Percent):
        return _percent(cell, hide=hide)
    if isinstance(cell, Figures) and isinstance(cell.text, str):
        small = hide or any(map(is_small, cell.cells))
        return Figures(SUPPRESSED if small else _coarse_text(cell.text))
    return cell


def _percent(cell: Percent, *, hide: bool) -> Percent:
    if isinstance(cell.part, Suppressed) or isinstance(cell.whole, Suppressed):
        return cell
    small = any(map(is_small, (cell.part, cell.whole, cell.whole - cell.part)))
    if small or hide:
        return Percent(SUPPRESSED, shown_count(cell.whole))
    return Percent(_rounded(cell.part), _rounded(cell.whole))


def _rounded(count: int) -> int:
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def _coarse(value: float) -> float:
    return float(f"{value:.2g}")


def _coarse_text(text: str) -> str:
    return re.sub(r"\d*\.\d+", lambda found: f"{_coarse(float(found[0])):g}", text)
