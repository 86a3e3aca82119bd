"""A29: what the Idvas' support consisted of, by arm."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.figures.dots import paired_dots
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text
from drive.statistics.groups import Association, association
from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import ValueStatus, YesNo
from drive.vocabulary.insights import IdvaIntervention

ANALYSIS = Analysis(
    id="A29",
    title="What the Idvas' support consisted of",
    question=4,
    kind=Kind.CONTRAST,
    denominator="Exit forms on which the question about that kind of support is answered.",
    about=(
        "Pearson's chi-square where every expected count exceeds 5, else Fisher's exact test; the "
        "test really run is named. Twelve tests were run without correction for their number."
    ),
)
ARMS = (Arm.DRIVE, Arm.CONTROL)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Compare the arms on each kind of support."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    rows, dots = [], []
    for kind in IdvaIntervention:
        of_kind = measures.interventions[measures.interventions["intervention"] == kind]
        drive, control = (_yes_no(of_kind, arm) for arm in ARMS)
        found = association([drive, control])
        _write(sheet, kind, found, counts=(drive, control))
        cells = (*drive, *control)
        rows.append(_row(kind, found, counts=(drive, control)))
        dots.append((kind.label, [drive, control], cells))
    sheet.add(
        paired_dots("interventions", dots, names=("Drive", "Control"), title=ANALYSIS.title),
        Table(
            caption="Kinds of support by arm, percentage points (95% interval)",
            columns=[
                "Support",
                "Drive",
                "Control",
                "Difference",
                "p",
                "Test really run",
                "Fisher's p",
            ],
            rows=rows,
            note="Drive minus control; Newcombe's intervals.",
        ),
        Remark(
            "The printed p values are all those of Fisher's exact test, also where the report "
            "names a chi-square test: where the chi-square test is the one really run, the p value "
            "is not the printed one. Fisher's p stands beside it."
        ),
    )
    return sheet


def _yes_no(rows: pd.DataFrame, arm: Arm) -> list[int]:
    answers = rows[(rows["arm"] == arm) & (rows["provided_status"] == ValueStatus.KNOWN)]
    yes = int((answers["provided"] == YesNo.YES).sum())
    return [yes, len(answers) - yes]


def _write(
    sheet: Sheet, kind: IdvaIntervention, found: Association, *, counts: tuple[list[int], list[int]]
) -> None:
    for arm, (yes, no) in zip(ARMS, counts, strict=True):
        sheet.part(f"{arm}.{kind}", yes, yes + no, title=f"{kind.label}, {arm.label}")
        sheet.count(f"{arm}.{kind}.known.n", yes + no, title=f"{kind.label}: answered, {arm.label}")
    cells = (*counts[0], *counts[1])
    title = f"{kind.label}: Drive minus control"
    sheet.test(
        f"contrast.{kind}",
        found.chosen,
        title=title,
        n=found.n,
        cells=cells,
        estimate=found.risk_difference,
    )
    sheet.number(
        f"contrast.{kind}.fisher",
        found.fisher.p,
        title=f"{title}: Fisher's p",
        unit="p",
        n=found.n,
        method=found.fisher.method,
        cells=cells,
    )


def _row(
    kind: IdvaIntervention, found: Association, *, counts: tuple[list[int], list[int]]
) -> list[Cell]:
    cells = (*counts[0], *counts[1])
    return [
        kind.label,
        *(Percent(yes, yes + no) for yes, no in counts),
        Figures(range_text(found.risk_difference, scale=100), cells),
        Figures(p_text(found.chosen.p), cells),
        found.chosen.method,
        Figures(p_text(found.fisher.p), cells),
    ]
