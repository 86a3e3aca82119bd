"""Two groups of numbers compared by rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drive.evaluation.blocks import Cell, Figures, Table
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import number_text, p_text, range_text
from drive.statistics.describe import numbers
from drive.statistics.groups import RankComparison, rank_comparison


@dataclass(frozen=True, kw_only=True)
class Numeric:
    """One number known of the members of two groups."""

    item: str
    label: str
    first: Sequence[float]
    second: Sequence[float]


def write_ranks(sheet: Sheet, items: Sequence[Numeric], *, groups: Mapping[str, str]) -> None:
    """Write the comparison of each number, and one table for all.

    Parameters
    ----------
    groups : Mapping[str, str]
        The two groups, first and second: name within result ids, and label.
    """
    rows: list[list[Cell]] = []
    for item in items:
        sides = dict(zip(groups, (item.first, item.second), strict=True))
        for name, values in sides.items():
            _describe(sheet, item, name=name, label=groups[name], values=values)
        if item.first and item.second:
            found = rank_comparison(item.first, item.second)
            _compare(sheet, item, found, names=list(groups))
            rows.append(_row(item, found))
    first, second = groups.values()
    sheet.add(
        Table(
            caption="Median (mean) by group, and the shift between them",
            columns=["Number", first, second, "Shift (95% interval)", "U", "z", "p"],
            rows=rows,
            note="Hodges-Lehmann shift, first group minus second.",
        )
    )


def _describe(
    sheet: Sheet, item: Numeric, *, name: str, label: str, values: Sequence[float]
) -> None:
    summary = numbers(values)
    for word, value in (("mean", summary.mean), ("sd", summary.sd), ("median", summary.median)):
        sheet.number(
            f"{name}.{item.item}.{word}",
            value,
            n=summary.n,
            cells=(summary.n,),
            rebuilt=False,
            title=f"{item.label}: {word}, {label}",
        )


def _compare(sheet: Sheet, item: Numeric, found: RankComparison, *, names: list[str]) -> None:
    n, name = sum(found.n), f"contrast.{item.item}"
    sheet.test(
        name,
        found.test,
        title=f"{item.label}: difference between the groups",
        n=n,
        cells=found.n,
        estimate=found.shift,
        scale=1,
        rebuilt=False,
    )
    for word, value in (
        ("u", found.u),
        ("z", found.z),
        ("mean_rank_1", found.mean_ranks[0]),
        ("mean_rank_2", found.mean_ranks[1]),
    ):
        sheet.number(
            f"{name}.{word}",
            value,
            n=n,
            cells=found.n,
            title=f"{item.label}: {word}",
            method=found.test.method,
            rebuilt=False,
        )
    for group, normality in zip(names, found.normality, strict=True):
        sheet.number(
            f"{group}.{item.item}.shapiro",
            normality.p,
            n=n,
            cells=found.n,
            unit="p",
            title=f"{item.label}: p of normality",
            method=normality.method,
            rebuilt=False,
        )


def _row(item: Numeric, found: RankComparison) -> list[Cell]:
    sides = [
        f"{number_text(numbers(values).median)} ({number_text(numbers(values).mean)})"
        for values in (item.first, item.second)
    ]
    return [
        item.label,
        *(Figures(side, found.n) for side in sides),
        Figures(range_text(found.shift), found.n),
        Figures(number_text(found.u), found.n),
        Figures(number_text(found.z, 2), found.n),
        Figures(p_text(found.p), found.n),
    ]
