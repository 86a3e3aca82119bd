"""A13: abuse used, of those with whom behaviour-change work was done and the others."""

from __future__ import annotations

from drive.evaluation.blocks import Remark
from drive.evaluation.figures.slopes import slopes
from drive.evaluation.measures import Measures
from drive.evaluation.patterns.paired_use import Group, write_use
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet

ANALYSIS = Analysis(
    id="A13",
    title="Abuse used, by behaviour-change work",
    question=1,
    kind=Kind.DESCRIPTIVE,
    denominator="Completed cases of the group whose answer is known at intake and at closure.",
    about=(
        "Behaviour-change work begins after allocation and is done with those who can be reached: "
        "the two groups are not comparable and their difference is an association."
    ),
)
DID = Group(name="did_work", label="service users with behaviour-change work", verb="used")
DID_NOT = Group(name="no_work", label="service users without behaviour-change work", verb="used")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe both groups."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    worked = measures.su_pairs["behaviour_change"].astype(bool)
    changes = {
        DID.label: write_use(sheet, measures.su_pairs[worked], DID),
        DID_NOT.label: write_use(sheet, measures.su_pairs[~worked], DID_NOT),
    }
    sheet.add(slopes("work-use", changes, title="Abuse used, by behaviour-change work"))
    sheet.add(Remark("Post-allocation groups: association, never effect.", warning=True))
    return sheet
