"""The rows that are not analysed: not linked, too early, and Marac repeats.

Who they are about, and what they say, is ours: the report prints only how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

from drive.simulation.pilot.dates import YEAR_START, meetings, working_day
from drive.simulation.pilot.dealing import pick
from drive.simulation.pilot.insights_rows_slips import slip_in_name
from drive.simulation.pilot.insights_rows_typed import (
    Couple,
    RowKind,
    TypedRow,
    typed_couple,
    typed_day,
)
from drive.simulation.pilot.people import PersonMaker
from drive.simulation.pilot.records import (
    SITE_CODES,
    PerpetratorRecord,
    PersonRecord,
    PilotRecords,
    SiteCode,
)
from drive.vocabulary.allocation import Arm
from drive.vocabulary.people import Gender

_KNOWN_BEFORE = 24
_LONGEST_BEFORE = 210
_APART = 42
_WITH_EXIT = 0.5
_DONORS = 6
T = TypeVar("T")


def unlinked_rows(
    pilot: PilotRecords, analysed: Sequence[TypedRow], number: int, rng: np.random.Generator
) -> list[TypedRow]:
    """Return rows of the year about people who were never allocated."""
    maker, taken = PersonMaker(rng), _taken(pilot)
    rows = []
    for turn in range(number):
        site = _one(SITE_CODES, rng)
        heard_on = _one(meetings(site), rng)
        couple = _couple(f"not-linked-{turn:02}", (site, heard_on), maker, taken)
        rows.append(_row(couple, heard_on, analysed, kind="not_linked", rng=rng))
    return rows


def early_rows(
    pilot: PilotRecords, analysed: Sequence[TypedRow], number: int, rng: np.random.Generator
) -> list[TypedRow]:
    """Return rows heard before the year began; some couples are heard again within it."""
    maker, taken = PersonMaker(rng), _taken(pilot)
    known = iter(pick(pilot.with_idva_case, _KNOWN_BEFORE, rng))
    rows = []
    for turn in range(number):
        back = 1 + int(rng.integers(_LONGEST_BEFORE))
        heard_on = working_day(YEAR_START - timedelta(days=back))
        again = next(known, None)
        couple = (
            _of(again)
            if again
            else _couple(f"early-{turn:02}", (_one(SITE_CODES, rng), heard_on), maker, taken)
        )
        rows.append(_row(couple, heard_on, analysed, kind="early", rng=rng))
    return rows


def repeat_rows(
    pilot: PilotRecords,
    analysed: Sequence[TypedRow],
    numbers: dict[Arm, int],
    rng: np.random.Generator,
) -> list[TypedRow]:
    """Return later hearings, within the year, of couples that are analysed."""
    first = {each.perpetrator_key: each for each in analysed}
    rows = []
    for arm, number in numbers.items():
        able = [each for each in pilot.with_idva_case if each.arm is arm and _later(each)]
        for turn, record in enumerate(pick(able, number, rng)):
            heard_on = _one(_later(record), rng)
            made = _row(_of(record), heard_on, analysed, kind="repeat", rng=rng)
            made.perpetrator_key, made.original = record.key, first[record.key]
            if turn % 2 == 0:
                made.row = slip_in_name(made.row, rng)
            rows.append(made)
    return rows


def _later(record: PerpetratorRecord) -> list[date]:
    soonest = record.hearing.heard_on + timedelta(days=_APART)
    return [day for day in meetings(record.site) if day >= soonest]


def _taken(pilot: PilotRecords) -> set[str]:
    """Return all names of the pilot: nobody new may be taken for one of its people."""
    return {
        f"{person.forename} {person.surname}"
        for each in pilot.perpetrators
        for person in (each.person, each.victim_survivor.person)
    }


def _somebody(key: str, on: date, maker: PersonMaker, taken: set[str]) -> PersonRecord:
    """Return somebody of 18 to 57 whose full name no one else has."""
    woman = key.endswith("-vs")
    age = 18 + sum(key.encode()) % 40
    while True:
        made = maker.make(key, gender=Gender.WOMAN if woman else Gender.MAN, age=age, on=on)
        name = f"{made.forename} {made.surname}"
        if name not in taken:
            taken.add(name)
            return made


def _couple(key: str, heard: tuple[SiteCode, date], maker: PersonMaker, taken: set[str]) -> Couple:
    site, on = heard
    return Couple(
        site=site,
        victim=_somebody(f"{key}-vs", on, maker, taken),
        perpetrator=_somebody(key, on, maker, taken),
    )


def _row(
    couple: Couple,
    heard_on: date,
    analysed: Sequence[TypedRow],
    *,
    kind: RowKind,
    rng: np.random.Generator,
) -> TypedRow:
    """Return a row whose answers come each from another of the analysed rows."""
    opened_on = heard_on + timedelta(days=int(rng.integers(1, 15)))
    closed_on = opened_on + timedelta(days=int(rng.integers(30, 150)))
    closes = bool(rng.random() < _WITH_EXIT)
    row = replace(
        typed_couple(couple, heard_on, rng),
        opened_on=typed_day(opened_on, rng),
        closed_on=typed_day(closed_on if closes else None, rng),
        answers=_mixed_answers(analysed, closes=closes, rng=rng),
    )
    entered = opened_on.toordinal() + float(rng.random())
    return TypedRow(row=row, kind=kind, entered=entered)


def _mixed_answers(
    analysed: Sequence[TypedRow], *, closes: bool, rng: np.random.Generator
) -> dict[str, str]:
    """Return answers taken from a few rows; use and severity of one type from one of them."""
    answers: dict[str, str] = {}
    for donor in pick(analysed, _DONORS, rng):
        given = donor.row.answers
        questions = sorted({_question(key) for key in given if closes or "exit" not in key})
        taken = {question for question in questions if rng.random() < 0.5}
        old = {key: text for key, text in answers.items() if _question(key) not in taken}
        answers = old | {key: text for key, text in given.items() if _question(key) in taken}
    return answers


def _question(key: str) -> str:
    return key.removesuffix("_used").removesuffix("_severity")


def _of(record: PerpetratorRecord) -> Couple:
    return Couple(site=record.site, victim=record.victim_survivor.person, perpetrator=record.person)


def _one(values: Sequence[T], rng: np.random.Generator) -> T:
    return values[int(rng.integers(len(values)))]
