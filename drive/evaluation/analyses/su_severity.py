"""A12: how severe the abuse used by service users was, at intake and at exit."""

from __future__ import annotations

from drive.evaluation.figures.levels import level_bars
from drive.evaluation.measures import Measures
from drive.evaluation.measures.pairs import LEVELS, unknown_severity
from drive.evaluation.patterns.movement import write_movement
from drive.evaluation.patterns.paired_use import Group
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.statistics.ordinal import SquareTable
from drive.vocabulary.abuse import AbuseType

ANALYSIS = Analysis(
    id="A12",
    title="Severity of the abuse used by service users",
    question=1,
    kind=Kind.DESCRIPTIVE,
    denominator="Completed cases in which the severity is known at intake and at closure.",
    about=(
        "Severity is an answer of its own and is never derived from whether the abuse was used, so "
        "the numbers of people differ from those of A11. Every rise is counted and shown."
    ),
)
GROUP = Group(name="su", label="service users of completed cases", verb="used")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe who moved between the levels."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    tables = write_movement(sheet, measures.su_pairs, GROUP)
    sheet.add(level_bars("su-severity", tables, title="Severity used at intake and at exit"))
    _write_example(sheet, measures, tables[AbuseType.PHYSICAL])
    return sheet


def _write_example(sheet: Sheet, measures: Measures, physical: SquareTable) -> None:
    """Write the numbers of the report's worked example."""
    none, n = physical.levels[LEVELS.index("none")], physical.n
    about = "Physical abuse, worked example"
    sheet.part("su.physical.none_at_intake", none.before, n, title=f"{about}: none at intake")
    sheet.part("su.physical.none_at_exit", none.after, n, title=f"{about}: none at exit")
    sheet.part("su.physical.rose", physical.rose, n, title=f"{about}: severity rose")
    pairs = measures.su_pairs
    missing = unknown_severity(pairs[pairs["abuse_type"] == AbuseType.PHYSICAL])
    sheet.count(
        "su.physical.no_severity", sum(missing.values()), title=f"{about}: severity not known"
    )
