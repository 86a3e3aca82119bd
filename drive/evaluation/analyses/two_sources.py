"""A20: the range between what case managers and what Idvas say."""

from __future__ import annotations

from drive.evaluation.analyses.case_manager_risk import risk_at_closure
from drive.evaluation.analyses.counting import known, question
from drive.evaluation.analyses.idva_outcomes import REDUCED
from drive.evaluation.blocks import Cell, Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import RiskChangeCm

ANALYSIS = Analysis(
    id="A20",
    title="Two sources on the risk in Drive cases",
    question=2,
    kind=Kind.DESCRIPTIVE,
    denominator="Each source: its own cases whose answer is known. They are different cases.",
    about=(
        "The report sets the case managers' share (“at least 1 in 2”) beside the Idvas' share (“at "
        "most 3 in 4”). Nearly all of these are different people, so the two are no bounds."
    ),
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Set the two shares side by side."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    managers = known(risk_at_closure(measures))
    risk = known(question(measures.exit_answers, "change_in_risk"))
    idvas = risk[risk["arm"] == Arm.DRIVE]
    rows: list[list[Cell]] = []
    for word, label, count, n in (
        (
            "least",
            "Case managers",
            int((managers["value"] == RiskChangeCm.REDUCED).sum()),
            len(managers),
        ),
        ("most", "Idvas", int(idvas["value"].isin(list(REDUCED)).sum()), len(idvas)),
    ):
        sheet.number(
            f"both.{word}",
            100 * count / n if n else None,
            title=f"{label}: risk reduced",
            unit="percent",
            n=n,
            cells=(count, n - count),
        )
        rows.append([label, Percent(count, n)])
    sheet.add(Table(caption="Risk reduced, by source", columns=["Source", "Share"], rows=rows))
    return sheet
