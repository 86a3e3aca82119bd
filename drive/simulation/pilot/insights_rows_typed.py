"""One row of the Insights list, as a worker types it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from drive.linkage.cleaning import InsightsRow
from drive.simulation.pilot.records import (
    IdvaCaseRecord,
    InsightsFormRecord,
    PerpetratorRecord,
    PersonRecord,
)
from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.questions import ALL_QUESTIONS
from drive.vocabulary.word import Word

RowKind = Literal["analysed", "not_linked", "early", "copy", "repeat"]
_WORDS: dict[str, type[Word] | None] = {each.key: each.words for each in ALL_QUESTIONS}
_DAYS = ("{0.day:02}/{0.month:02}/{0.year}", "{0.day}.{0.month}.{0.year}", "{0:%d %b %Y}")


@dataclass(eq=False, kw_only=True)
class TypedRow:
    """A row that has no number yet; ``entered`` says when it was typed (days, with a part)."""

    row: InsightsRow
    kind: RowKind
    entered: float
    perpetrator_key: str | None = None
    original: TypedRow | None = None


@dataclass(frozen=True, kw_only=True)
class Couple:
    """Who a row is about."""

    site: str
    victim: PersonRecord
    perpetrator: PersonRecord


def typed_day(day: date | None, rng: np.random.Generator) -> str:
    """Return the day in one of the ways in which days are typed; blank if there is none."""
    return _DAYS[int(rng.integers(len(_DAYS)))].format(day) if day else ""


def typed_couple(couple: Couple, heard_on: date, rng: np.random.Generator) -> InsightsRow:
    """Return a row with the people and the hearing, and nothing else yet."""
    victim, perpetrator = couple.victim, couple.perpetrator
    return InsightsRow(
        number=0,
        site=couple.site,
        victim_forename=victim.forename,
        victim_surname=victim.surname,
        victim_born=typed_day(victim.date_of_birth, rng),
        perpetrator_forename=perpetrator.forename,
        perpetrator_surname=perpetrator.surname,
        perpetrator_born=typed_day(perpetrator.date_of_birth, rng),
        marac_on=typed_day(heard_on, rng),
    )


def typed_row(record: PerpetratorRecord, rng: np.random.Generator) -> TypedRow:
    """Return the row of one perpetrator whose victim-survivor has an Idva case.

    Raises
    ------
    ValueError
        If she has none.
    """
    case = record.victim_survivor.idva_case
    if case is None:
        raise ValueError(f"{record.key} has no Idva case")
    couple = Couple(
        site=record.site, victim=record.victim_survivor.person, perpetrator=record.person
    )
    row = typed_couple(couple, record.hearing.heard_on, rng)
    row = InsightsRow(
        **(
            vars(row)
            | {
                "opened_on": typed_day(case.opened_on, rng),
                "closed_on": typed_day(case.closed_on, rng),
                "answers": _answers(case),
            }
        )
    )
    return TypedRow(
        row=row,
        kind="analysed",
        entered=case.opened_on.toordinal() + float(rng.random()),
        perpetrator_key=record.key,
    )


def _answers(case: IdvaCaseRecord) -> dict[str, str]:
    typed = _of_form(case.intake)
    return typed | (_of_form(case.exit) if case.exit else {})


def _of_form(form: InsightsFormRecord) -> dict[str, str]:
    """Return labels by question and stage; what is not known is left out."""
    typed = {key: _label(_WORDS[key], answer) for key, answer in form.answers.items()}
    for rating in form.ratings:
        typed[f"{rating.abuse_type}_used"] = _label(YesNo, rating.used)
        typed[f"{rating.abuse_type}_severity"] = _label(Severity, rating.severity)
    return _filled({f"{form.stage}_{key}": text for key, text in typed.items()})


def _label(words: type[Word] | None, answer: Answer) -> str:
    if answer.value is None:
        return ""
    return words(answer.value).label if words else answer.value


def _filled(typed: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in typed.items() if text}
