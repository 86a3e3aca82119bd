"""A8: needs, and how often they are unknown, of those contacted and not contacted."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.analyses.needs import needs_at_intake
from drive.evaluation.blocks import Cell, Figures, Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text
from drive.statistics.groups import association
from drive.vocabulary.answers import YesNo
from drive.vocabulary.needs import YEAR_1_FOUR, NeedType

ANALYSIS = Analysis(
    id="A8",
    title="Needs and missing answers by contact",
    question=4,
    kind=Kind.PROFILE,
    denominator="All completed cases in the column, whether the answer is known or not.",
    about=(
        "Contact comes after allocation, so this is an association and never an effect. Pearson's "
        "chi-square is used where every expected count exceeds 5, else Fisher's exact test."
    ),
)
GROUPS = ("su", "contacted", "not_contacted")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Compare those contacted with those not."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    wide = needs_at_intake(measures)
    contacted = measures.completed.set_index("drive_case_id")["contacted"].reindex(wide.index)
    groups = {"su": wide, "contacted": wide[contacted], "not_contacted": wide[~contacted]}
    rows: list[list[Cell]] = []
    for need in YEAR_1_FOUR:
        for kind, label in (("need", need.label), ("missing", f"{need.label}: not known")):
            counts = {name: _count(frame[need], kind) for name, frame in groups.items()}
            sizes = {name: len(frame) for name, frame in groups.items()}
            for name in GROUPS:
                title = f"{label}: {_LABELS[name]}"
                sheet.part(f"{name}.{need}.{kind}", counts[name], sizes[name], title=title)
            p = _write_test(sheet, counts, sizes, item=f"{need}.{kind}", title=label)
            rows.append([label, *(Percent(counts[g], sizes[g]) for g in GROUPS), p])
    _write_missing_share(sheet, wide)
    sheet.add(
        Table(
            caption="Needs recorded, and not known, by contact",
            columns=["Need", "All completed", "Contacted", "Not contacted", "p"],
            rows=rows,
        )
    )
    return sheet


_LABELS = {"su": "all completed", "contacted": "contacted", "not_contacted": "not contacted"}


def _count(values: pd.Series[str], kind: str) -> int:
    return int((values == YesNo.YES).sum() if kind == "need" else values.isna().sum())


def _write_test(
    sheet: Sheet, counts: dict[str, int], sizes: dict[str, int], *, item: str, title: str
) -> Figures:
    cells = [[counts[g], sizes[g] - counts[g]] for g in GROUPS[1:]]
    found = association(cells)
    flat = tuple(number for row in cells for number in row)
    about = f"{title}: contacted compared with not contacted"
    sheet.test(
        f"contrast.{item}",
        found.chosen,
        title=about,
        n=found.n,
        cells=flat,
        estimate=found.risk_difference,
    )
    sheet.number(
        f"contrast.{item}.statistic",
        found.pearson.statistic,
        title=f"{about}: chi-square",
        n=found.n,
        method=found.pearson.method,
        cells=flat,
    )
    return Figures(p_text(found.chosen.p), flat)


def _write_missing_share(sheet: Sheet, wide: pd.DataFrame) -> None:
    n = wide.shape[0] * len(YEAR_1_FOUR)
    missing = sum(_count(wide[need], "missing") for need in NeedType if need in wide.columns)
    sheet.number(
        "su.any_need.missing_share",
        100 * missing / n if n else None,
        unit="percent",
        n=n,
        title="Answers about the four needs that are not known",
        cells=(missing, n - missing),
    )
