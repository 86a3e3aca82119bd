"""A11: abuse used by service users at intake and at exit, as case managers recorded it."""

from __future__ import annotations

from drive.evaluation.blocks import Remark
from drive.evaluation.figures.slopes import slopes
from drive.evaluation.measures import Measures
from drive.evaluation.patterns.abuse import EARLIER_NAMES
from drive.evaluation.patterns.paired_use import Group, write_use
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet

ANALYSIS = Analysis(
    id="A11",
    title="Abuse used by service users",
    question=1,
    kind=Kind.DESCRIPTIVE,
    denominator="Completed cases in which the answer is known at intake and at closure.",
    about=(
        "The same service users before and after, with McNemar's exact test. There is no control "
        "group of service users: this describes what happened and does not show what Drive did."
    ),
)
GROUP = Group(name="su", label="service users of completed cases", verb="used")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe the change of each type of abuse."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    changes = write_use(sheet, measures.su_pairs, GROUP)
    sheet.add(slopes("su-use", {GROUP.label: changes}, title="Abuse used at intake and at exit"))
    sheet.add(Remark(EARLIER_NAMES))
    return sheet
