"""What a known answer of the core data says where no table prints it.

The odds are ours. For the 48 the answers agree with the printed profile of the completed
cases, wherever both know one.
"""

from __future__ import annotations

import numpy as np

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dealing import choose
from drive.simulation.pilot.person_draft import Draft
from drive.vocabulary.answers import YesNo
from drive.vocabulary.needs import NeedType
from drive.vocabulary.people import EmploymentStatus, EthnicGroup, SexualOrientation

_ETHNIC_GROUPS: dict[str, float] = {
    EthnicGroup.WHITE_BRITISH: 84.0,
    EthnicGroup.WHITE_OTHER: 5.5,
    EthnicGroup.WHITE_IRISH: 0.6,
    EthnicGroup.WHITE_GYPSY_TRAVELLER: 0.7,
    EthnicGroup.BLACK_AFRICAN: 1.3,
    EthnicGroup.BLACK_CARIBBEAN: 1.1,
    EthnicGroup.MIXED_WHITE_BLACK_CARIBBEAN: 1.2,
    EthnicGroup.MIXED_OTHER: 0.9,
    EthnicGroup.ASIAN_INDIAN: 1.0,
    EthnicGroup.ASIAN_PAKISTANI: 1.0,
    EthnicGroup.ASIAN_BANGLADESHI: 1.0,
    EthnicGroup.ASIAN_OTHER: 0.9,
    EthnicGroup.OTHER: 0.8,
}
_EMPLOYMENT: dict[str, float] = {
    EmploymentStatus.UNEMPLOYED: 62.0,
    EmploymentStatus.FULL_TIME: 22.0,
    EmploymentStatus.PART_TIME: 5.0,
    EmploymentStatus.SELF_EMPLOYED: 6.0,
    EmploymentStatus.STUDENT: 2.0,
    EmploymentStatus.LONG_TERM_SICK: 3.0,
}
_CHILDREN: dict[str, float] = {"0": 24, "1": 27, "2": 26, "3": 13, "4": 7, "5": 3}
_YES: dict[str, float] = {
    "perpetrator_disability": 0.22,
    "perpetrator_drugs": 0.63,
    "perpetrator_alcohol": 0.66,
    "perpetrator_mental_health": 0.64,
    "perpetrator_financial": 0.55,
    "abuse_physical": 0.9,
    "abuse_sexual": 0.75,
    "abuse_harassment_stalking": 0.82,
    "abuse_jealous_controlling": 0.88,
}
_NEEDS: dict[str, NeedType] = {
    "perpetrator_drugs": NeedType.DRUGS,
    "perpetrator_alcohol": NeedType.ALCOHOL,
    "perpetrator_mental_health": NeedType.MENTAL_HEALTH,
}
_PROFILE: dict[str, str] = {
    "perpetrator_ethnicity": "ethnicity",
    "perpetrator_employment": "employment",
    "victim_survivor_ethnicity": "victim_survivor_ethnicity",
}


class CoreValues:
    """Draws the answers of one hearing."""

    def __init__(self, draft: Draft, rng: np.random.Generator) -> None:
        self._draft = draft
        self._rng = rng
        self._own_group: str | None = None

    def draw(self, question: str) -> str:
        """Return a value for one of the twenty questions other than age, gender, relationship."""
        drawn = self._draw(question)
        if self._draft.completed is not None:
            if question == "number_of_children":
                return _children(self._draft.completed, drawn)
            return _told(self._draft.completed, question) or drawn
        return drawn

    def _draw(self, question: str) -> str:
        if question in _YES:
            return "yes" if self._rng.random() < _YES[question] else "no"
        if question == "number_of_children":
            return choose(_CHILDREN, self._rng)
        if question == "perpetrator_employment":
            return choose(_EMPLOYMENT, self._rng)
        if question.endswith("ethnicity"):
            return self._ethnic_group()
        return self._orientation()

    def _ethnic_group(self) -> str:
        """Return a group; the victim-survivor's is mostly that of the perpetrator."""
        drawn = choose(_ETHNIC_GROUPS, self._rng)
        if self._own_group is not None and self._rng.random() < 0.8:
            return self._own_group
        self._own_group = drawn
        return drawn

    def _orientation(self) -> str:
        draft = self._draft
        alike = draft.gender is not None and draft.gender is draft.victim_gender
        odds: dict[str, float] = {
            SexualOrientation.HETEROSEXUAL: 0.0 if alike and draft.is_intimate else 96.0,
            SexualOrientation.GAY_LESBIAN: 3.0 if alike or not draft.is_intimate else 0.0,
            SexualOrientation.BISEXUAL: 1.0,
        }
        return choose(odds, self._rng)


def _told(case: CompletedCase, question: str) -> str | None:
    """Return what the profile of the completed case says on the question, if anything."""
    if question in _NEEDS:
        return case.needs[_NEEDS[question]]
    if question in _PROFILE:
        told = case.profile[_PROFILE[question]]
        return told[0] if told else None
    return None


def _children(case: CompletedCase, drawn: str) -> str:
    """Return a number that agrees with whether children are involved."""
    told = case.profile["children_involved"]
    if told is None:
        return drawn
    return "0" if told[0] == YesNo.NO else max(drawn, "1")
