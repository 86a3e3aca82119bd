"""A6 and A7: how many of the completed cases have each need, how many, and which together."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from drive.evaluation.analyses.counting import unknown_by_reason
from drive.evaluation.blocks import Cell, Percent, Table
from drive.evaluation.figures.dots import bars
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.answers import ValueStatus, YesNo
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.needs import YEAR_1_FOUR, NeedType

PREVALENCE = Analysis(
    id="A6",
    title="Complex needs among those known",
    question=3,
    kind=Kind.PROFILE,
    denominator="Completed cases in which the answer about that need is known.",
    about="How many of the completed cases have each of the four needs of the first year.",
)
COMBINATION = Analysis(
    id="A7",
    title="Number and combination of needs",
    question=3,
    kind=Kind.PROFILE,
    denominator=(
        "Completed cases in which at least one of the four needs is known; an unknown need is then "
        "counted as none, as the first year did."
    ),
    about="How many needs a service user has, and which ones come together.",
)
COUNT_WORDS = ("none", "one", "two", "three", "four")
PRINTED = ((NeedType.ALCOHOL, NeedType.MENTAL_HEALTH),)
"""A combination that the report prints and that the records, for good reason, do not hold."""
COUNT_LABELS = ("No need", "One need", "Two needs", "Three needs", "Four needs")


def needs_at_intake(measures: Measures) -> pd.DataFrame:
    """Return one row per completed case: each need's value, None where unknown."""
    rows = _need_rows(measures)
    wide = rows.pivot(index="drive_case_id", columns="question", values="value")
    wide = wide.reindex(index=list(measures.completed["drive_case_id"]))
    wide = wide.reindex(columns=[f"need_{need}" for need in YEAR_1_FOUR])
    wide.columns = pd.Index(list(YEAR_1_FOUR))
    return wide.astype(object).where(wide.notna(), other=None)  # type: ignore[call-overload,no-any-return]


def _need_rows(measures: Measures) -> pd.DataFrame:
    rows = measures.case_answers[measures.case_answers["completed"].astype(bool)]
    return rows[
        (rows["point"] == AssessmentPoint.INTAKE) & rows["question"].str.startswith("need_")
    ]


def analyse_prevalence(measures: Measures, *, compare: bool) -> Sheet:
    """A6."""
    sheet = Sheet(analysis=PREVALENCE, compare=compare)
    rows, shown = _need_rows(measures), []
    for need in YEAR_1_FOUR:
        answers = rows[rows["question"] == f"need_{need}"]
        yes = int((answers["value"] == YesNo.YES).sum())
        n = int((answers["status"] == ValueStatus.KNOWN).sum())
        sheet.part(f"su.{need}", yes, n, title=need.label, missing=unknown_by_reason(answers))
        shown.append((need.label, yes, n))
    sheet.add(
        Table(
            caption="Needs of the completed cases, of those known",
            columns=["Need", "Share of those known", "Not known, of all completed"],
            rows=[
                [
                    label,
                    Percent(yes, n),
                    Percent(len(measures.completed) - n, len(measures.completed)),
                ]
                for label, yes, n in shown
            ],
        )
    )
    return sheet


def analyse_combination(measures: Measures, *, compare: bool) -> Sheet:
    """A7."""
    sheet = Sheet(analysis=COMBINATION, compare=compare)
    wide = needs_at_intake(measures)
    told = wide[wide.notna().any(axis=1)]
    sets = [_set_of(row) for row in told.itertuples(index=False, name=None)]
    sizes = Counter(len(each) for each in sets)
    for size, word in enumerate(COUNT_WORDS):
        sheet.part(
            f"su.{word}",
            sizes[size],
            len(sets),
            title=COUNT_LABELS[size],
            missing={"none of the four needs is known": len(wide) - len(told)},
        )
    shown = [(COUNT_LABELS[size], sizes[size]) for size in range(5)]
    sheet.add(bars("needs-count", shown, title="How many needs a service user has", n=len(sets)))
    sheet.add(_combinations(sheet, Counter(sets), sizes))
    return sheet


def _set_of(values: tuple[object, ...]) -> tuple[NeedType, ...]:
    return tuple(
        need for need, value in zip(YEAR_1_FOUR, values, strict=True) if value == YesNo.YES
    )


def _combinations(sheet: Sheet, found: Counter[tuple[NeedType, ...]], sizes: Counter[int]) -> Table:
    rows: list[list[Cell]] = []
    found.update(dict.fromkeys(PRINTED, 0))
    for needs, count in sorted(found.items(), key=lambda item: (len(item[0]), -item[1], item[0])):
        label = ", ".join(need.label for need in needs) or "None"
        if count:
            rows.append([COUNT_LABELS[len(needs)], label, Percent(count, sizes[len(needs)])])
        if 1 <= len(needs) <= 3:
            name = f"{COUNT_WORDS[len(needs)]}.{'+'.join(needs)}"
            sheet.part(name, count, sizes[len(needs)], title=f"{COUNT_LABELS[len(needs)]}: {label}")
    return Table(
        caption="Combinations of needs, as a share of those with the same number of needs",
        columns=["Number", "Combination", "Share"],
        rows=rows,
    )
