"""The core data of each hearing: twenty answers, of which the report prints what is missing.

Gender and relationship are printed tables. Of the other fields only the share missing is
printed (Year-1 report, lines 4040-4119): which answers are missing is dealt at random, and
what the known ones say is reconstructed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from drive.simulation.pilot.core_values import CoreValues
from drive.simulation.pilot.dealing import pick, stream
from drive.simulation.pilot.figures import table
from drive.simulation.pilot.person_draft import Draft
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, known, unknown
from drive.vocabulary.questions import CORE_DATA

CoreData = dict[str, Answer]
Reading = Callable[[Draft], str | None]

# Fields which stand in a printed table, person by person of a cell: the draft holds them.
_PRINTED: dict[str, Reading] = {
    "perpetrator_gender": lambda draft: draft.gender,
    "victim_survivor_gender": lambda draft: draft.victim_gender,
    "relationship": lambda draft: draft.relationship,
}
_AGES: dict[str, Callable[[Draft], int | None]] = {
    "perpetrator_age": lambda draft: draft.age,
    "victim_survivor_age": lambda draft: draft.victim_age,
}


@dataclass(frozen=True)
class _Blanks:
    """For each question, the positions of the drafts for which it is missing."""

    positions: dict[str, frozenset[int]]

    def __contains__(self, where: tuple[str, int]) -> bool:
        question, position = where
        return position in self.positions[question]


def build_core_data(drafts: list[Draft], seed: int) -> list[CoreData]:
    """Return the twenty answers of each draft's hearing."""
    blanks = _deal_blanks(len(drafts), stream(seed, "core.missing"))
    rng = stream(seed, "core.values")
    return [_answers(draft, i, blanks, CoreValues(draft, rng)) for i, draft in enumerate(drafts)]


def _deal_blanks(n: int, rng: np.random.Generator) -> _Blanks:
    everyone = list(range(n))
    return _Blanks(
        {
            row["question"]: frozenset(pick(everyone, int(row["n"]), rng))
            for row in table("core_missing")
            if row["question"] not in _PRINTED and row["question"] not in _AGES
        }
    )


def _answers(draft: Draft, position: int, blanks: _Blanks, values: CoreValues) -> CoreData:
    answers: CoreData = {}
    for question in CORE_DATA:
        key = question.key
        if key in _PRINTED:
            answers[key] = _answer(draft, _PRINTED[key](draft), ValueStatus.ASKED_NOT_KNOWN)
        elif key in _AGES:
            age = _AGES[key](draft)
            text = None if age is None else str(age)
            answers[key] = _answer(draft, text, ValueStatus.NOT_RECORDED_LEGACY, reconstructed=True)
        else:
            # Drawn even where missing, so that the next answer does not depend on it.
            drawn = values.draw(key)
            text = None if (key, position) in blanks else drawn
            answers[key] = _answer(draft, text, ValueStatus.NOT_RECORDED_LEGACY, reconstructed=True)
    return answers


def _answer(
    draft: Draft, value: str | None, missing: ValueStatus, *, reconstructed: bool = False
) -> Answer:
    """Return the answer; that it is missing is printed, so never a reconstruction."""
    if value is None:
        return unknown(missing)
    return known(
        value,
        source=InformationSource.MARAC,
        as_of=draft.heard_on,
        reconstructed=reconstructed,
    )
