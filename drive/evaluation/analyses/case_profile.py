"""A4: who the completed cases are."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from drive.evaluation.analyses.counting import (
    UNKNOWN,
    categories,
    numbers_of,
    question,
)
from drive.evaluation.blocks import Cell, Figures, Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.measures.rows import within
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import number_text
from drive.statistics.describe import Numbers, numbers
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.people import Gender

ANALYSIS = Analysis(
    id="A4",
    title="Profile of the completed cases",
    question=3,
    kind=Kind.PROFILE,
    denominator="All completed cases; unknown answers are counted as a category.",
    about=(
        "Age, gender, ethnic group, employment and children of the service users whose Drive case "
        "is completed, and age, gender and ethnic group of their victim-survivors. Ethnic groups "
        "are counted in the source's own words."
    ),
)
_WHO = {"su": "service users", "vs": "victim-survivors"}


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe the completed cases."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    completed = measures.completed
    core = within(measures.core, "perpetrator_id", completed["perpetrator_id"])
    intake = measures.case_answers[measures.case_answers["completed"].astype(bool)]
    intake = intake[intake["point"] == AssessmentPoint.INTAKE]
    n = len(completed)
    _write_ages(sheet, core)
    for who, variable, rows in (
        ("su", "gender", question(core, "perpetrator_gender")),
        ("su", "ethnicity", question(intake, "ethnicity")),
        ("su", "employment", question(intake, "employment")),
        ("su", "children", question(intake, "children_involved")),
        ("vs", "gender", question(core, "victim_survivor_gender")),
        ("vs", "ethnicity", question(intake, "victim_survivor_ethnicity")),
    ):
        found = categories(rows)
        found[UNKNOWN] += n - found.total()
        _write(sheet, found, who=who, variable=variable)
    return sheet


_ALWAYS: dict[str, tuple[str, ...]] = {"gender": (Gender.MAN.value, Gender.WOMAN.value)}


def _write(sheet: Sheet, found: Counter[str], *, who: str, variable: str) -> None:
    for always in _ALWAYS.get(variable, ()):
        found[always] += 0
    order = sorted(found, key=lambda name: (name == UNKNOWN, -found[name], name))
    n = found.total()
    for name in order:
        label = name.replace("_", " ")
        title = f"{variable.capitalize()} of {_WHO[who]}: {label}"
        sheet.part(f"{who}.{variable}.{name}", found[name], n, title=title)
    sheet.add(
        Table(
            caption=f"{variable.capitalize()} of the {_WHO[who]} of completed cases",
            columns=["Category", "Share of completed cases"],
            rows=[[name.replace("_", " ").capitalize(), Percent(found[name], n)] for name in order],
        )
    )


def _write_ages(sheet: Sheet, core: pd.DataFrame) -> None:
    rows: list[list[Cell]] = []
    for who, key in (("su", "perpetrator_age"), ("vs", "victim_survivor_age")):
        ages = numbers(numbers_of(question(core, key)))
        for word in ("mean", "sd", "min", "max"):
            sheet.number(
                f"{who}.age.{word}",
                getattr(ages, word),
                n=ages.n,
                cells=(ages.n,),
                rebuilt=False,
                title=f"Age of {_WHO[who]}: {word}",
            )
        rows.append([_WHO[who].capitalize(), _ages(ages)])
    sheet.add(
        Table(
            caption="Age in years: mean (standard deviation), range",
            columns=["Person", "Age"],
            rows=rows,
            note="Ages in the pilot's records are plausible values, not yet the printed ones.",
        )
    )


def _ages(ages: Numbers) -> Figures:
    spread = f"{number_text(ages.mean)} ({number_text(ages.sd)})"
    return Figures(f"{spread}, {number_text(ages.min, 0)} to {number_text(ages.max, 0)}", (ages.n,))
