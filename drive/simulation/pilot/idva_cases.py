"""The Idva cases of both arms, with the same forms: the arm stands on none of them.

Days and numbers of contacts are plausible for the printed means and medians; who has them
is counted exactly (Year-1 report, lines 3903-3940).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.dates import INSIGHTS_BY, working_day
from drive.simulation.pilot.dealing import shuffled, stream
from drive.simulation.pilot.insights_facts import InsightsFacts
from drive.simulation.pilot.rating_records import rating_records
from drive.simulation.pilot.records import IdvaCaseRecord, InsightsFormRecord
from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import Answer, ValueStatus, YesNo, known, unknown
from drive.vocabulary.insights import InsightsStage

_LENGTH = {Arm.DRIVE: (150.6, 115.2), Arm.CONTROL: (97.3, 71.5)}
_CONTACTS = {Arm.DRIVE: 10.0, Arm.CONTROL: 9.0}
_LONGEST = 400


def build_idva_cases(facts: Sequence[InsightsFacts], seed: int) -> dict[str, IdvaCaseRecord]:
    """Return the Idva case of each perpetrator's key that has one."""
    rng = stream(seed, "idva.days")
    opened = {
        each.draft.key: working_day(each.draft.heard_on + timedelta(days=int(rng.integers(-6, 15))))
        for each in facts
    }
    closed: dict[str, date] = {}
    for arm in Arm:
        exits = [each for each in facts if each.draft.arm is arm and each.draft.has_exit]
        closed |= _closing_days(exits, opened, arm, rng)
    return {
        each.draft.key: _case(each, opened[each.draft.key], closed.get(each.draft.key), rng)
        for each in facts
    }


def _closing_days(
    exits: list[InsightsFacts], opened: dict[str, date], arm: Arm, rng: np.random.Generator
) -> dict[str, date]:
    """Match lengths to cases, the longest first, so that each ends within the data."""
    mean, sd = _LENGTH[arm]
    shape = (mean / sd) ** 2
    lengths = np.clip(np.rint(rng.gamma(shape, mean / shape, size=len(exits))), 7, _LONGEST)
    waiting = shuffled([each.draft.key for each in exits], rng)
    closed: dict[str, date] = {}
    for length in sorted((int(each) for each in lengths), reverse=True):
        room = [key for key in waiting if opened[key] + timedelta(days=length) <= INSIGHTS_BY]
        key = room[0] if room else min(waiting, key=lambda each: opened[each])
        waiting.remove(key)
        closed[key] = working_day(min(opened[key] + timedelta(days=length), INSIGHTS_BY))
    return closed


def _case(
    facts: InsightsFacts, opened_on: date, ended_on: date | None, rng: np.random.Generator
) -> IdvaCaseRecord:
    key = f"{facts.draft.key}-idva"
    # The old form had no such question: nothing is filled in.
    awareness = {"knew_drive_involved": unknown(ValueStatus.NOT_RECORDED_LEGACY)}
    intake = InsightsFormRecord(
        key=f"{key}-intake",
        stage=InsightsStage.INTAKE,
        recorded_on=opened_on,
        answers=awareness,
        ratings=rating_records(facts.ratings, at_exit=False),
    )
    if ended_on is None:
        return IdvaCaseRecord(
            key=key, opened_on=opened_on, closed_on=None, intake=intake, exit=None
        )
    closing = InsightsFormRecord(
        key=f"{key}-exit",
        stage=InsightsStage.EXIT,
        recorded_on=ended_on,
        answers=awareness | _exit_answers(facts, rng),
        ratings=rating_records(facts.ratings, at_exit=True),
    )
    return IdvaCaseRecord(
        key=key,
        opened_on=opened_on,
        closed_on=ended_on if facts.is_dated else None,
        intake=intake,
        exit=closing,
    )


def _exit_answers(facts: InsightsFacts, rng: np.random.Generator) -> dict[str, Answer]:
    answers = {
        question: _outcome(facts, question)
        for question in ("change_in_risk", "sustainability", "safer")
    }
    for kind, provided in facts.interventions.items():
        answers[f"intervention_{kind}"] = known(YesNo.YES if provided else YesNo.NO)
    contacts = 1 + int(rng.gamma(1.6, _CONTACTS[facts.draft.arm] / 1.28))
    answers["number_of_contacts"] = (
        known(str(contacts), reconstructed=True)
        if facts.is_dated
        else unknown(ValueStatus.NOT_RECORDED_LEGACY)
    )
    return answers


def _outcome(facts: InsightsFacts, question: str) -> Answer:
    word = facts.outcomes.get(question)
    if word is not None:
        return known(word)
    # How long a reduction lasts is not asked where there was none.
    asked_of_few = question == "sustainability"
    return unknown(ValueStatus.NOT_APPLICABLE if asked_of_few else ValueStatus.NOT_RECORDED_LEGACY)
