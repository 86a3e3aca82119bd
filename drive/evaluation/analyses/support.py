"""A27 and A28: how long Idvas gave support, and how often they were in contact."""

from __future__ import annotations

from drive.evaluation.analyses.counting import numbers_of, question
from drive.evaluation.blocks import Remark
from drive.evaluation.measures import Measures
from drive.evaluation.patterns.ranks import Numeric, write_ranks
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import NOT_REBUILT, Sheet
from drive.vocabulary.allocation import Arm

LENGTH = Analysis(
    id="A27",
    title="Length of Idva support",
    question=4,
    kind=Kind.CONTRAST,
    denominator="Idva cases with an exit form whose days of support are known.",
    about="Days from the beginning to the end of support; Mann-Whitney's U test, Drive first.",
)
CONTACTS = Analysis(
    id="A28",
    title="Number of Idva contacts",
    question=4,
    kind=Kind.CONTRAST,
    denominator="Exit forms on which the number of contacts is known.",
    about="Contacts with the victim-survivor; Mann-Whitney's U test, Drive first.",
)
GROUPS = {"drive": "Drive", "control": "Control"}


def analyse_length(measures: Measures, *, compare: bool) -> Sheet:
    """A27."""
    sheet = Sheet(analysis=LENGTH, compare=compare)
    known = measures.exits[measures.exits["days"].notna()]
    first, second = (
        [float(x) for x in known.loc[known["arm"] == arm, "days"]]
        for arm in (Arm.DRIVE, Arm.CONTROL)
    )
    item = Numeric(item="days", label="Days of support", first=first, second=second)
    write_ranks(sheet, [item], groups=GROUPS)
    sheet.add(Remark(NOT_REBUILT))
    return sheet


def analyse_contacts(measures: Measures, *, compare: bool) -> Sheet:
    """A28."""
    sheet = Sheet(analysis=CONTACTS, compare=compare)
    answers = question(measures.exit_answers, "number_of_contacts")
    first, second = (
        [x for x in numbers_of(answers[answers["arm"] == arm]) if x is not None]
        for arm in (Arm.DRIVE, Arm.CONTROL)
    )
    item = Numeric(item="contacts", label="Number of contacts", first=first, second=second)
    write_ranks(sheet, [item], groups=GROUPS)
    sheet.add(Remark(NOT_REBUILT))
    return sheet
