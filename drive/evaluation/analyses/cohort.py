"""A2: the Marac cohort by arm and site: age, gender, relationship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from drive.evaluation.analyses.counting import UNKNOWN, categories, numbers_of, question
from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import NOT_REBUILT, Sheet
from drive.evaluation.wording import number_text
from drive.statistics.describe import Numbers, numbers
from drive.vocabulary.allocation import Arm
from drive.vocabulary.people import RelationshipType

ANALYSIS = Analysis(
    id="A2",
    title="Profile of the Marac cohort",
    question=3,
    kind=Kind.PROFILE,
    denominator=(
        "Everybody allocated to the arm (and site); unknown gender and relationship are counted "
        "as a category. Ages: those whose age is known."
    ),
    about="Age, gender and relationship of everybody allocated, by arm and by site.",
)
ALL = "all"
SITES = {
    ALL: "all sites",
    "south_wales": "South Wales",
    "west_sussex": "West Sussex",
    "essex": "Essex",
}
PERSONS = {"perpetrator": "perpetrators", "victim_survivor": "victim-survivors"}
GENDERS = {
    "man": "men",
    "woman": "women",
    "transgender": "transgender",
    "non_binary": "non-binary",
    "other": "other",
    UNKNOWN: "not known",
}
RELATIONSHIPS = {kind.value: kind.label for kind in RelationshipType} | {UNKNOWN: "Not known"}


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe both arms at every site."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    for arm, site, rows in _cells(measures.core):
        for person in PERSONS:
            _write_gender(sheet, rows, place=(arm, site), person=person)
            _write_age(sheet, rows, place=(arm, site), person=person)
        _write_relationship(sheet, rows, place=(arm, site))
    _write_together(sheet, measures.core)
    sheet.add(_age_table(measures.core), *(_gender_table(measures.core, who) for who in PERSONS))
    sheet.add(_relationship_table(measures.core))
    sheet.add(
        Remark(
            f"Ages: {NOT_REBUILT} “All sites” shows the report's two perpetrator columns "
            "in the arms to which the site tables assign them."
        )
    )
    return sheet


def _cells(core: pd.DataFrame) -> Iterator[tuple[Arm, str, pd.DataFrame]]:
    for arm in (Arm.DRIVE, Arm.CONTROL):
        of_arm = core[core["arm"] == arm]
        yield arm, ALL, of_arm
        for site in sorted(set(of_arm["site"])):
            yield arm, site, of_arm[of_arm["site"] == site]


def _write_gender(sheet: Sheet, rows: pd.DataFrame, *, place: tuple[Arm, str], person: str) -> None:
    arm, site = place
    found = categories(question(rows, f"{person}_gender"))
    for gender, label in GENDERS.items():
        if found[gender] or gender in {"man", "woman"}:
            sheet.part(
                f"{arm}.{site}.{person}.gender.{gender}",
                found[gender],
                found.total(),
                title=f"{label.capitalize()}: {_where(arm, site, person)}",
            )


def _write_age(sheet: Sheet, rows: pd.DataFrame, *, place: tuple[Arm, str], person: str) -> None:
    arm, site = place
    ages = numbers(numbers_of(question(rows, f"{person}_age")))
    for word, value in (("mean", ages.mean), ("sd", ages.sd), ("median", ages.median)):
        sheet.number(
            f"{arm}.{site}.{person}.age.{word}",
            value,
            n=ages.n,
            cells=(ages.n,),
            rebuilt=False,
            title=f"Age, {_STATISTICS[word]}: {_where(arm, site, person)}",
        )


_STATISTICS = {"mean": "mean", "sd": "standard deviation", "median": "median"}


def _write_relationship(sheet: Sheet, rows: pd.DataFrame, *, place: tuple[Arm, str]) -> None:
    arm, site = place
    found = categories(question(rows, "relationship"))
    for kind, label in RELATIONSHIPS.items():
        sheet.part(
            f"{arm}.{site}.dyad.relationship.{kind}",
            found[kind],
            found.total(),
            title=f"{label}: {arm.label}, {SITES.get(site, site)}",
        )


def _write_together(sheet: Sheet, core: pd.DataFrame) -> None:
    """Write what the summary prints of both arms together."""
    genders = categories(question(core, "perpetrator_gender"))
    sheet.part(
        "all.all.perpetrator.gender.man",
        genders["man"],
        genders.total(),
        title="Men: perpetrators, both arms",
    )
    ages = numbers(numbers_of(question(core, "perpetrator_age")))
    sheet.number(
        "all.all.perpetrator.age.mean",
        ages.mean,
        n=ages.n,
        rebuilt=False,
        title="Age, mean: perpetrators, both arms",
    )


def _where(arm: Arm, site: str, person: str) -> str:
    return f"{PERSONS[person]}, {arm.label}, {SITES.get(site, site)}"


def _gender_table(core: pd.DataFrame, person: str) -> Table:
    rows: list[list[Cell]] = []
    for arm, site, cell in _cells(core):
        found = categories(question(cell, f"{person}_gender"))
        n = found.total()
        others = n - found["man"] - found["woman"] - found[UNKNOWN]
        parts = (found["man"], found["woman"], others, found[UNKNOWN])
        rows.append([_row(arm, site), *(Percent(part, n) for part in parts)])
    return Table(
        caption=f"Gender of {PERSONS[person]}",
        columns=["Arm and site", "Men", "Women", "Other", "Not known"],
        rows=rows,
    )


def _relationship_table(core: pd.DataFrame) -> Table:
    found = {arm: categories(question(core[core["arm"] == arm], "relationship")) for arm in Arm}
    return Table(
        caption="What the perpetrator is to the victim-survivor, all sites",
        columns=["Relationship", "Drive", "Control"],
        rows=[
            [label, *(_share(found[arm], kind) for arm in (Arm.DRIVE, Arm.CONTROL))]
            for kind, label in RELATIONSHIPS.items()
        ],
    )


def _share(found: Counter[str], kind: str) -> Percent:
    return Percent(found[kind], found.total())


def _age_table(core: pd.DataFrame) -> Table:
    rows: list[list[Cell]] = []
    for arm, site, cell in _cells(core):
        shown = [_age(numbers(numbers_of(question(cell, f"{who}_age")))) for who in PERSONS]
        rows.append([_row(arm, site), *shown])
    return Table(
        caption="Age in years: mean (standard deviation), median",
        columns=["Arm and site", "Perpetrators", "Victim-survivors"],
        rows=rows,
    )


def _age(ages: Numbers) -> Figures:
    text = f"{number_text(ages.mean)} ({number_text(ages.sd)}), {number_text(ages.median)}"
    return Figures(text, (ages.n,))


def _row(arm: Arm, site: str) -> str:
    return f"{arm.label}, {SITES.get(site, site)}"
