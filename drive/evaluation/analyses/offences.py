"""A9 and A10: offences before Drive, and whether they go with needs."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.analyses.counting import question, unknown_by_reason
from drive.evaluation.analyses.needs import needs_at_intake
from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text
from drive.statistics.groups import association
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.people import OffenceHistory

OFFENCES = Analysis(
    id="A9",
    title="Offences before Drive",
    question=3,
    kind=Kind.PROFILE,
    denominator="All completed cases, whether the history is known or not, as in the report.",
    about="Offences that the police had recorded before Drive: domestic abuse, other, or both.",
)
LINK = Analysis(
    id="A10",
    title="Needs and offences before Drive",
    question=3,
    kind=Kind.PROFILE,
    denominator="Completed cases in which both the needs and the offences are known.",
    about=(
        "Whether those with any of the four needs more often had offences before Drive. Fisher's "
        "exact test. The report prints the p value of the first test and no table."
    ),
)
DOMESTIC = (OffenceHistory.DVA_ONLY, OffenceHistory.BOTH)
OTHER = (OffenceHistory.OTHER_ONLY, OffenceHistory.BOTH)


def _offences(measures: Measures) -> pd.DataFrame:
    rows = measures.case_answers[measures.case_answers["completed"].astype(bool)]
    rows = rows[rows["point"] == AssessmentPoint.INTAKE]
    return question(rows, "previous_offences")


def analyse_offences(measures: Measures, *, compare: bool) -> Sheet:
    """A9."""
    sheet = Sheet(analysis=OFFENCES, compare=compare)
    answers, n = _offences(measures), len(measures.completed)
    missing = unknown_by_reason(answers)
    shown: list[list[Cell]] = []
    for kind in OffenceHistory:
        count = int((answers["value"] == kind).sum())
        sheet.part(f"su.{kind}", count, n, title=kind.label, missing=missing)
        shown.append([kind.label, Percent(count, n)])
    domestic = int(answers["value"].isin(DOMESTIC).sum())
    sheet.part("su.any_domestic", domestic, n, title="Any domestic abuse offence", missing=missing)
    shown += [
        ["Any domestic abuse offence", Percent(domestic, n)],
        ["Not known", Percent(n - int(answers["value"].notna().sum()), n)],
    ]
    sheet.add(Table(caption=OFFENCES.title, columns=["Offences", "Share of completed"], rows=shown))
    return sheet


def analyse_link(measures: Measures, *, compare: bool) -> Sheet:
    """A10."""
    sheet = Sheet(analysis=LINK, compare=compare)
    wide = needs_at_intake(measures)
    told = wide[wide.notna().any(axis=1)]
    with_needs = (told == YesNo.YES).any(axis=1)
    offences = _offences(measures).set_index("drive_case_id")["value"].dropna()
    both = with_needs.index.intersection(offences.index)
    with_needs, offences = with_needs.loc[both], offences.loc[both]
    rows: list[list[Cell]] = []
    for name, kinds, label in (
        ("domestic", DOMESTIC, "Domestic abuse offences"),
        ("other", OTHER, "Other offences"),
    ):
        had = offences.isin(kinds)
        cells = [_row(had[with_needs]), _row(had[~with_needs])]
        found = association(cells)
        flat = (*cells[0], *cells[1])
        sheet.test(
            f"contrast.{name}",
            found.fisher,
            title=f"{label}: with needs compared with without",
            n=found.n,
            cells=flat,
            estimate=found.risk_difference,
        )
        difference = Figures(range_text(found.risk_difference, scale=100), flat)
        parts = [Percent(row[0], sum(row)) for row in cells]
        rows.append([label, *parts, difference, Figures(p_text(found.fisher.p), flat)])
    sheet.add(
        Table(
            caption="Offences before Drive by needs",
            columns=["Offences", "With needs", "Without", "Difference, points", "Fisher p"],
            rows=rows,
        ),
        Remark("An association in a small group: it says nothing of what causes what."),
    )
    return sheet


def _row(had: pd.Series[bool]) -> list[int]:
    yes = int(had.sum())
    return [yes, len(had) - yes]
