"""A17: where severity rose."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.blocks import Cell, Count, Remark, Table
from drive.evaluation.measures import Measures
from drive.evaluation.measures.pairs import risers
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.allocation import Arm

ANALYSIS = Analysis(
    id="A17",
    title="Rises in severity, by study site",
    question=1,
    kind=Kind.DESCRIPTIVE,
    denominator="People whose severity is known at both times for at least one type of abuse.",
    about=(
        "How many people had any rise, by the anonymised study site. Study sites are never shown "
        "beside the named sites."
    ),
)
STUDY_SITES = ("site_1", "site_2", "site_3")


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count the people whose severity rose."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    victims = measures.vs_pairs
    groups = (
        ("su", "Service users", measures.su_pairs),
        ("drive", "Victim-survivors, Drive", victims[victims["arm"] == Arm.DRIVE]),
        ("control", "Victim-survivors, control", victims[victims["arm"] == Arm.CONTROL]),
    )
    sheet.add(
        Table(
            caption="Rises in severity",
            columns=["Group", "Instances", "People", *map(_site, STUDY_SITES)],
            rows=[
                _write(sheet, risers(pairs), name=name, label=label)
                for name, label, pairs in groups
            ],
        ),
        Remark(
            "Each rise of a person in contact with Drive is followed up in the casework itself."
        ),
    )
    return sheet


def _write(sheet: Sheet, rose: pd.DataFrame, *, name: str, label: str) -> list[Cell]:
    people = int(rose["perpetrator_id"].nunique())
    sheet.count(f"{name}.people", people, title=f"{label}: people whose severity rose")
    by_site = rose.groupby("study_site")["perpetrator_id"].nunique()
    counts = {site: int(by_site.get(site, 0)) for site in STUDY_SITES}
    for site, count in counts.items():
        title = f"{label}: people whose severity rose, {_site(site).lower()}"
        sheet.count(f"{name}.{site}", count, title=title)
    return [label, Count(len(rose)), Count(people), *map(Count, counts.values())]


def _site(study_site: str) -> str:
    return f"Study {study_site.replace('_', ' ')}"
