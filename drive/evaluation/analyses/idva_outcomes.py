"""A19: how Idvas saw risk, lasting change and safety at exit, by arm."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.analyses.counting import known, question, unknown_by_reason
from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.figures.canvas import BLUES, GREYS, OCHRE
from drive.evaluation.figures.forest import Line, forest
from drive.evaluation.figures.levels import outcome_bars
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text
from drive.statistics.groups import association
from drive.vocabulary.allocation import Arm
from drive.vocabulary.insights import (
    KnewDriveInvolved,
    RiskChangeIdva,
    SaferThanIntake,
    Sustainability,
)
from drive.vocabulary.word import Word

ANALYSIS = Analysis(
    id="A19",
    title="Risk and safety, as Idvas see them",
    question=2,
    kind=Kind.CONTRAST,
    denominator=(
        "Exit forms on which the question is answered; “don't know”, “not asked” and “not "
        "contactable” are printed categories of these scales and count below the line. The text of "
        "the report on feeling safer leaves out those not contactable: both readings are shown."
    ),
    about=(
        "The three outcome scales of the exit form, in both arms. The contrast between arms stands "
        "first. The Idva is not blind to the arm."
    ),
)
SCALES: dict[str, tuple[str, type[Word]]] = {
    "risk": ("change_in_risk", RiskChangeIdva),
    "lasting": ("sustainability", Sustainability),
    "safer": ("safer", SaferThanIntake),
}
TITLES = {
    "risk": "Change in risk",
    "lasting": "How long it is expected to last",
    "safer": "Safer than at intake",
}
COLOURS = {
    "risk": (*BLUES[:3], OCHRE, *GREYS[:1]),
    "lasting": (*BLUES, *GREYS[:1]),
    "safer": (*BLUES[:3], OCHRE, *GREYS),
}
REDUCED = (RiskChangeIdva.SIGNIFICANT_REDUCTION, RiskChangeIdva.MODERATE_REDUCTION)
CONTRASTS: dict[str, tuple[str, tuple[Word, ...], str]] = {
    "reduced": ("risk", REDUCED, "Risk reduced"),
    "significant": ("risk", REDUCED[:1], "Risk significantly reduced"),
    "permanent": ("lasting", (Sustainability.PERMANENT,), "Risk permanently eliminated"),
    "over_2_years": (
        "lasting",
        (Sustainability.PERMANENT, Sustainability.LONG_OVER_2Y),
        "Permanent, or over two years",
    ),
    "safer": (
        "safer",
        (SaferThanIntake.MUCH, SaferThanIntake.SLIGHTLY),
        "Much or slightly safer",
    ),
    "much_safer": ("safer", (SaferThanIntake.MUCH,), "Much safer"),
}
ARMS = (Arm.DRIVE, Arm.CONTROL)
Answers = dict[tuple[str, Arm], pd.DataFrame]


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Contrast the arms on each scale, then show the scales."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    answers = {
        (scale, arm): _of_arm(question(measures.exit_answers, key), arm)
        for scale, (key, _) in SCALES.items()
        for arm in ARMS
    }
    _write_contrasts(sheet, answers)
    for scale, (_, words) in SCALES.items():
        _write_scale(sheet, answers, scale=scale, words=words)
    _write_reached(sheet, answers)
    sheet.add(_awareness(measures))
    sheet.add(
        Remark(
            "A victim-survivor may say little to an Idva whom she hardly knows, and the Idva often "
            "knows the arm: these are judgements, not measurements."
        )
    )
    return sheet


def _of_arm(rows: pd.DataFrame, arm: Arm) -> pd.DataFrame:
    return rows[rows["arm"] == arm]


def _count(rows: pd.DataFrame, words: tuple[Word, ...]) -> tuple[int, int]:
    told = known(rows)
    return int(told["value"].isin(list(words)).sum()), len(told)


def _write_contrasts(sheet: Sheet, answers: Answers) -> None:
    rows: list[list[Cell]] = []
    lines = []
    for name, (scale, words, label) in CONTRASTS.items():
        (x1, n1), (x2, n2) = (_count(answers[scale, arm], words) for arm in ARMS)
        cells = (x1, n1 - x1, x2, n2 - x2)
        found = association([cells[:2], cells[2:]])
        sheet.test(
            f"contrast.{name}",
            found.chosen,
            title=f"{label}, Drive minus control",
            n=n1 + n2,
            cells=cells,
            estimate=found.risk_difference,
        )
        lines.append(Line(label, found.risk_difference, cells))
        shown = Figures(range_text(found.risk_difference, scale=100), cells)
        rows.append(
            [
                label,
                Percent(x1, n1),
                Percent(x2, n2),
                shown,
                Figures(p_text(found.chosen.p), cells),
                found.chosen.method,
            ]
        )
    sheet.add(
        forest(
            "idva-contrast", {"Idvas' view at exit": lines}, title="Drive minus control, points"
        ),
        Table(
            caption="Contrast between arms: Idvas' view at exit, percentage points (95% interval)",
            columns=["Outcome", "Drive", "Control", "Difference", "p", "Test"],
            rows=rows,
            note="Drive minus control; Newcombe's intervals.",
        ),
    )


def _write_scale(sheet: Sheet, answers: Answers, *, scale: str, words: type[Word]) -> None:
    rows: list[list[Cell]] = []
    for word in words:
        row: list[Cell] = [word.label]
        for arm in ARMS:
            count, n = _count(answers[scale, arm], (word,))
            sheet.part(
                f"{arm}.{scale}.{word}",
                count,
                n,
                title=f"{TITLES[scale]}: {word.label.lower()}, {arm.label}",
                missing=unknown_by_reason(answers[scale, arm]),
            )
            row.append(Percent(count, n))
        rows.append(row)
    if scale == "risk":
        _write_reduced(sheet, answers)
    counts = {arm: [_count(answers[scale, arm], (word,))[0] for word in words] for arm in ARMS}
    sheet.add(
        outcome_bars(
            f"idva-{scale}",
            {arm.label: counts[arm] for arm in ARMS},
            labels=[word.label for word in words],
            colours=COLOURS[scale],
            title=TITLES[scale],
        ),
        Table(caption=TITLES[scale], columns=["Idva's view", "Drive", "Control"], rows=rows),
    )


def _write_reduced(sheet: Sheet, answers: Answers) -> None:
    for arm in ARMS:
        count, n = _count(answers["risk", arm], REDUCED)
        sheet.part(f"{arm}.risk.reduced", count, n, title=f"Risk reduced, {arm.label}")
        sheet.count(f"{arm}.risk.known.n", n, title=f"Change in risk answered, {arm.label}")


def _write_reached(sheet: Sheet, answers: Answers) -> None:
    """Write feeling safer among those who could be reached, as the report's text counts it."""
    for arm in ARMS:
        rows = answers["safer", arm]
        reached = rows[rows["value"] != SaferThanIntake.NOT_CONTACTABLE]
        for word in (SaferThanIntake.MUCH, SaferThanIntake.SLIGHTLY):
            count, n = _count(reached, (word,))
            sheet.part(
                f"{arm}.safer_reached.{word}",
                count,
                n,
                title=f"{word.label}, of those contactable, {arm.label}",
            )


def _awareness(measures: Measures) -> Table:
    """Return who knew at exit that Drive was involved: the Idva is not blind to the arm."""
    asked = question(measures.exit_answers, "knew_drive_involved")
    sizes = {arm: len(_of_arm(measures.exits, arm)) for arm in ARMS}
    rows: list[list[Cell]] = []
    for word in KnewDriveInvolved:
        counts = [_count(_of_arm(asked, arm), (word,))[0] for arm in ARMS]
        rows.append([word.label, *map(Percent, counts, sizes.values())])
    known_of = [len(known(_of_arm(asked, arm))) for arm in ARMS]
    rows.append(
        [
            "Not recorded",
            *(Percent(sizes[arm] - n, sizes[arm]) for arm, n in zip(ARMS, known_of, strict=True)),
        ]
    )
    return Table(
        caption="Did the Idva know, at exit, whether Drive was involved?",
        columns=["Answer", "Drive", "Control"],
        rows=rows,
        note="Asked in the same words in both arms. The first year did not record it.",
    )
