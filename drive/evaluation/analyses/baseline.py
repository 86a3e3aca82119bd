"""A3: how alike the arms were at the start, without tests."""

from __future__ import annotations

import math

import pandas as pd

from drive.evaluation.analyses.counting import known, numbers_of, question
from drive.evaluation.blocks import Count, Figures, Remark, Table
from drive.evaluation.figures.dots import love_plot
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import number_text
from drive.statistics.describe import numbers
from drive.statistics.results import is_defined
from drive.vocabulary.allocation import Arm

ANALYSIS = Analysis(
    id="A3",
    title="Balance of the arms at the start",
    question=3,
    kind=Kind.PROFILE,
    denominator="Those allocated to each arm whose answer is known.",
    about=(
        "Standardised mean differences, Drive minus control. There are no significance tests of "
        "the start: under random allocation any difference has come by chance, so a test answers "
        "no question (CONSORT item 25). A difference beyond 0.1 either way is worth a look."
    ),
)
SHARES = (
    ("perpetrator_gender", "man", "Perpetrator is a man"),
    ("victim_survivor_gender", "woman", "Victim-survivor is a woman"),
    ("relationship", "ex_partner", "Ex-partner"),
    ("relationship", "partner", "Partner"),
    ("relationship", "family_adult", "Adult family member"),
)
AGES = (("perpetrator_age", "Perpetrator's age"), ("victim_survivor_age", "Victim-survivor's age"))


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Write a standardised difference for each characteristic known at the start."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    drive, control = (
        measures.core[measures.core["arm"] == arm] for arm in (Arm.DRIVE, Arm.CONTROL)
    )
    rows: list[list[str | Count | Figures]] = []
    points: list[tuple[str, float]] = []
    for name, label, first, second in _moments(drive, control):
        difference = _standardised(first, second)
        n1, n2 = int(first[2]), int(second[2])
        sheet.number(
            f"contrast.{name}",
            difference,
            n=n1 + n2,
            cells=(n1, n2),
            title=label,
            method="Standardised mean difference, Drive minus control",
        )
        rows.append([label, Count(n1), Count(n2), Figures(number_text(difference, 2), (n1, n2))])
        if difference is not None:
            points.append((label, difference))
    sheet.add(
        Table(
            caption="Standardised differences at the start, Drive minus control",
            columns=["Characteristic", "Known, Drive", "Known, control", "Difference"],
            rows=rows,
        )
    )
    if points:
        sheet.add(love_plot(points))
    sheet.add(Remark("Ages in the pilot's records are plausible values, not yet the printed ones."))
    return sheet


Moments = tuple[float, float, int]


def _moments(drive: pd.DataFrame, control: pd.DataFrame) -> list[tuple[str, str, Moments, Moments]]:
    found = [
        (f"{key}.{value}", label, _share(drive, key, value), _share(control, key, value))
        for key, value, label in SHARES
    ]
    return [*found, *((key, label, _age(drive, key), _age(control, key)) for key, label in AGES)]


def _share(rows: pd.DataFrame, key: str, value: str) -> Moments:
    answers = known(question(rows, key))
    n = len(answers)
    share = float((answers["value"] == value).mean()) if n else math.nan
    return share, share * (1 - share), n


def _age(rows: pd.DataFrame, key: str) -> Moments:
    ages = numbers(numbers_of(question(rows, key)))
    mean = ages.mean if is_defined(ages.mean) else math.nan
    variance = ages.sd**2 if is_defined(ages.sd) else math.nan
    return mean, variance, ages.n


def _standardised(first: Moments, second: Moments) -> float | None:
    spread = math.sqrt((first[1] + second[1]) / 2)
    if not spread or math.isnan(spread):
        return None
    return (first[0] - second[0]) / spread
