"""The form definitions: which questions a form asks at which stage, in which version.

Old forms live on. The pilot is loaded through the `legacy` version, which keeps the rules
of its time and applies to nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drive.vocabulary.questions import (
    CONTACT_AND_RISK,
    CORE_DATA,
    IDVA_CONTACTS,
    INSIGHTS_AWARENESS,
    INSIGHTS_OUTCOMES,
    INTERVENTIONS,
    NEEDS,
    PROFILE,
    Question,
)

LEGACY = "legacy"
CURRENT = "1"

_RISK_KEYS = {"risk_victim_survivor", "risk_children"}
_AT_INTAKE = tuple(each for each in CONTACT_AND_RISK if each.key not in _RISK_KEYS)


@dataclass(frozen=True)
class Section:
    """Questions that stand together under one heading."""

    name: str
    title: str
    questions: tuple[Question, ...] = ()
    has_ratings: bool = False


@dataclass(frozen=True)
class Definition:
    """One version of one form.

    Parameters
    ----------
    form, version : str
        The name under which answers are stored with it.
    stages : mapping of str to tuple of Section
        What is asked at each stage.
    allows_planned_at_closure : bool
        Whether "planned or pending" may stand as the reason for no contact at closure.
    requires_reasons : bool
        Whether every question asked needs an answer or a reason why there is none.
    """

    form: str
    version: str
    stages: Mapping[str, tuple[Section, ...]]
    allows_planned_at_closure: bool = False
    requires_reasons: bool = True

    @property
    def name(self) -> str:
        """The name stored with each form, such as `assessment/1`."""
        return f"{self.form}/{self.version}"

    def questions(self, stage: str) -> tuple[Question, ...]:
        """Return every question of a stage, in order."""
        return tuple(each for section in self.stages[stage] for each in section.questions)


_PROFILE = Section("profile", "Profile", PROFILE)
_NEEDS = Section("needs", "Needs", NEEDS)
_ABUSE = Section("abuse", "Abuse", has_ratings=True)
_CONTACT_AT_INTAKE = Section("contact", "Contact and engagement", _AT_INTAKE)
_CONTACT = Section("contact", "Contact, engagement and risk", CONTACT_AND_RISK)
_OUTCOMES = Section("outcomes", "Risk and safety", (*INSIGHTS_OUTCOMES, *IDVA_CONTACTS))
_SUPPORT = Section("interventions", "Support given", INTERVENTIONS)
_AWARENESS = Section("awareness", "What you knew", INSIGHTS_AWARENESS)

_ASSESSMENT_STAGES = {
    "intake": (_PROFILE, _NEEDS, _ABUSE, _CONTACT_AT_INTAKE),
    "month_3": (_NEEDS, _ABUSE, _CONTACT),
    "month_6": (_NEEDS, _ABUSE, _CONTACT),
    "month_9": (_NEEDS, _ABUSE, _CONTACT),
    "closure": (_NEEDS, _ABUSE, _CONTACT),
}
_INSIGHTS_STAGES = {
    "intake": (_ABUSE, _AWARENESS),
    "review": (_ABUSE, _AWARENESS),
    "exit": (_ABUSE, _OUTCOMES, _SUPPORT, _AWARENESS),
}
_CORE_STAGES = {"hearing": (Section("core", "Core data", CORE_DATA),)}

DEFINITIONS: dict[tuple[str, str], Definition] = {
    (each.form, each.version): each
    for each in (
        Definition("core_data", LEGACY, _CORE_STAGES),
        Definition("core_data", CURRENT, _CORE_STAGES),
        Definition(
            "assessment",
            LEGACY,
            _ASSESSMENT_STAGES,
            allows_planned_at_closure=True,
            requires_reasons=False,
        ),
        Definition("assessment", CURRENT, _ASSESSMENT_STAGES),
        Definition("insights", LEGACY, _INSIGHTS_STAGES, requires_reasons=False),
        Definition("insights", CURRENT, _INSIGHTS_STAGES),
    )
}


def definition(form: str, version: str = CURRENT) -> Definition:
    """Return one version of one form.

    Raises
    ------
    KeyError
        If there is no such version.
    """
    return DEFINITIONS[form, version]


def unanswered(asked: tuple[Question, ...], answered: set[str]) -> list[Question]:
    """Return the questions that have neither a value nor a reason, in the order asked."""
    return [question for question in asked if question.key not in answered]
