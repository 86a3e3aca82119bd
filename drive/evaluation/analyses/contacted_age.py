"""A23: whether those contacted were younger than those not."""

from __future__ import annotations

from drive.evaluation.analyses.counting import numbers_of, question
from drive.evaluation.blocks import Remark
from drive.evaluation.measures import Measures
from drive.evaluation.measures.rows import within
from drive.evaluation.patterns.ranks import Numeric, write_ranks
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import NOT_REBUILT, Sheet

ANALYSIS = Analysis(
    id="A23",
    title="Age of those contacted and not contacted",
    question=4,
    kind=Kind.PROFILE,
    denominator="Completed cases in which the age is known.",
    about="Mann-Whitney's U test with tie correction; the first group is those contacted.",
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Compare the ages of service users and of victim-survivors by contact."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    contacted = measures.completed["contacted"].astype(bool)
    keys = measures.completed["perpetrator_id"]
    items = []
    for item, key, label in (
        ("su_age", "perpetrator_age", "Service user's age, years"),
        ("vs_age", "victim_survivor_age", "Victim-survivor's age, years"),
    ):
        ages = question(measures.core, key)
        first, second = (
            [x for x in numbers_of(within(ages, "perpetrator_id", keys[rows])) if x is not None]
            for rows in (contacted, ~contacted)
        )
        items.append(Numeric(item=item, label=label, first=first, second=second))
    write_ranks(sheet, items, groups={"contacted": "Contacted", "not_contacted": "Not contacted"})
    sheet.add(Remark(NOT_REBUILT))
    return sheet
