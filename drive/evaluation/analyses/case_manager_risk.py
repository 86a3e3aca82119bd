"""A18: how case managers saw the risk at closure."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.analyses.counting import known, question, unknown_by_reason
from drive.evaluation.blocks import Cell, Percent, Remark, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.casework import AssessmentPoint, RiskChangeCm

ANALYSIS = Analysis(
    id="A18",
    title="Risk to the victim-survivor, as case managers see it",
    question=2,
    kind=Kind.DESCRIPTIVE,
    denominator="Completed cases in which the case manager's view at closure is known.",
    about=(
        "The case manager's view of the risk at closure, for all and by whether the service user "
        "was contacted. Contact comes after allocation: the split is an association."
    ),
)
LABELS = {"su": "All completed", "contacted": "Contacted", "not_contacted": "Not contacted"}


def risk_at_closure(measures: Measures) -> pd.DataFrame:
    """Return the case managers' answers on the risk to the victim-survivor at closure."""
    rows = measures.case_answers[measures.case_answers["completed"].astype(bool)]
    rows = rows[rows["point"] == AssessmentPoint.CLOSURE]
    return question(rows, "risk_victim_survivor")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count the views, for all and by contact."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    answers = risk_at_closure(measures)
    contacted = answers["contacted"].astype(bool)
    groups = {"su": answers, "contacted": answers[contacted], "not_contacted": answers[~contacted]}
    rows: list[list[Cell]] = []
    for name, label in LABELS.items():
        told, missing = known(groups[name]), unknown_by_reason(groups[name])
        n = len(told)
        sheet.count(f"{name}.known.n", n, title=f"Risk known: {label.lower()}")
        row: list[Cell] = [label]
        for view in RiskChangeCm:
            count = int((told["value"] == view).sum())
            title = f"Risk {view.label.lower()}: {label.lower()}"
            sheet.part(f"{name}.{view}", count, n, title=title, missing=missing)
            row.append(Percent(count, n))
        rows.append([*row, Percent(len(groups[name]) - n, len(groups[name]))])
    sheet.add(
        Table(
            caption="Case managers' view of the risk at closure, of those known",
            columns=["Cases", *(view.label for view in RiskChangeCm), "Not known, of all"],
            rows=rows,
        ),
        Remark("Case managers judge cases that they worked themselves: they are not blind."),
    )
    return sheet
