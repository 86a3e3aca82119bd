"""A17: where severity rose."""

from __future__ import annotations

from drive.evaluation.blocks import Count, Remark, Table
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
    rows: list[list[str | Count]] = []
    for name, label, pairs in (
        ("su", "Service users", measures.su_pairs),
        ("drive", "Victim-survivors, Drive", victims[victims["arm"] == Arm.DRIVE]),
        ("control", "Victim-survivors, control", victims[victims["arm"] == Arm.CONTROL]),
    ):
        rose = risers(pairs)
        by_site = rose.groupby("study_site")["perpetrator_id"].nunique()
        people = int(rose["perpetrator_id"].nunique())
        sheet.count(f"{name}.people", people, title=f"{label}: people whose severity rose")
        for site in STUDY_SITES:
            title = f"{label}: people whose severity rose, study {site.replace('_', ' ')}"
            sheet.count(f"{name}.{site}", int(by_site.get(site, 0)), title=title)
        rows.append(
            [
                label,
                Count(len(rose)),
                Count(people),
                *(Count(int(by_site.get(site, 0))) for site in STUDY_SITES),
            ]
        )
    sheet.add(
        Table(
            caption="Rises in severity",
            columns=[
                "Group",
                "Instances",
                "People",
                "Study site 1",
                "Study site 2",
                "Study site 3",
            ],
            rows=rows,
        ),
        Remark(
            "Each rise of a person in contact with Drive is followed up in the casework itself."
        ),
    )
    return sheet
