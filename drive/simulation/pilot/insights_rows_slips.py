"""Copies of rows, word for word or with slips of the pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from drive.linkage.cleaning import InsightsRow, read_day
from drive.simulation.pilot.dates import YEAR_END, YEAR_START
from drive.simulation.pilot.dealing import pick
from drive.simulation.pilot.insights_rows_typed import TypedRow, typed_day

_COPIED_TWICE = 3
_WORD_FOR_WORD = 50
_LATEST = 60
Slip = Callable[[InsightsRow, np.random.Generator], InsightsRow]


def copy_rows(
    originals: Sequence[TypedRow], number: int, rng: np.random.Generator
) -> list[TypedRow]:
    """Return copies of some rows, most copied once, entered up to two months after."""
    copied = pick(originals, number - _COPIED_TWICE, rng)
    copies = []
    for turn, original in enumerate([*copied, *copied[:_COPIED_TWICE]]):
        row = original.row
        if turn >= _WORD_FOR_WORD:
            row = _SLIPS[turn % len(_SLIPS)](row, rng)
        copies.append(
            TypedRow(
                row=row,
                kind="copy",
                entered=original.entered + 0.5 + float(rng.random()) * _LATEST,
                perpetrator_key=original.perpetrator_key,
                original=original,
            )
        )
    return copies


def slip_in_name(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Mistype one of the four names, where both birth dates are given; else write capitals."""
    if not (row.victim_born and row.perpetrator_born):
        return in_capitals(row, rng)
    names = ("victim_forename", "victim_surname", "perpetrator_forename", "perpetrator_surname")
    name = names[int(rng.integers(len(names)))]
    word = str(vars(row)[name])
    at = int(rng.integers(1, len(word)))
    way = int(rng.integers(3))
    new = (word[:at] + word[at + 1 :], word[:at] + word[at - 1 :], f"{word[:at]}e{word[at + 1 :]}")
    return _with(row, {name: new[way] if len(word) > 3 else new[1]})


def in_capitals(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Write one person in capitals and the other with a blank behind."""
    loud, quiet = ("victim", "perpetrator")[:: 1 if rng.random() < 0.5 else -1]
    fields = vars(row)
    changed = {f"{loud}_{part}": str(fields[f"{loud}_{part}"]).upper() for part in _NAMES}
    changed |= {f"{quiet}_{part}": f"{fields[f'{quiet}_{part}']} " for part in _NAMES}
    return _with(row, changed)


def _other_answer(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Leave one answer out, and change another where there are many."""
    answers = dict(row.answers)
    if not answers:
        return in_capitals(row, rng)
    keys = pick(sorted(answers), min(2, len(answers)), rng)
    answers.pop(keys[0])
    if len(answers) >= 9:
        answers[keys[1]] = "No" if answers[keys[1]] != "No" else "Yes"
    return replace(row, answers=answers)


def _other_days(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Type the same days in another way."""
    days = ("victim_born", "perpetrator_born", "marac_on", "opened_on", "closed_on")
    fields = vars(row)
    return _with(row, {name: typed_day(read_day(str(fields[name])), rng) for name in days})


def _turned_birth_date(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Turn day and month of her birth date round, where his is given and that is a day."""
    born = read_day(row.victim_born)
    if born is None or not row.perpetrator_born or born.day > 12:
        return in_capitals(row, rng)
    return _with(row, {"victim_born": typed_day(date(born.year, born.day, born.month), rng)})


def _next_day(row: InsightsRow, rng: np.random.Generator) -> InsightsRow:
    """Take the day of the hearing one off, within the month and the year, and nothing else."""
    heard_on = read_day(row.marac_on)
    if heard_on is None:
        return row
    near = [
        heard_on.replace(day=day) for day in (heard_on.day - 1, heard_on.day + 1) if 1 <= day <= 28
    ]
    near = [day for day in near if YEAR_START <= day <= YEAR_END]
    return _with(row, {"marac_on": typed_day(near[0], rng)}) if near else row


def _with(row: InsightsRow, changed: dict[str, str]) -> InsightsRow:
    return InsightsRow(**(vars(row) | changed))


_NAMES = ("forename", "surname")
_SLIPS: tuple[Slip, ...] = (
    slip_in_name,
    in_capitals,
    _other_answer,
    _other_days,
    _turned_birth_date,
    _next_day,
)
