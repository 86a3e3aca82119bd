"""The form definitions: which questions a form asks at which stage, in which version.

Old forms live on. The pilot is loaded through the `legacy` version, which keeps the rules
of its time and applies to nothing else. A version is in force from a day on, so that it can
be told which one applied when (Year-1 report, line 463); what was begun under one version is
finished and read under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drive.vocabulary.abuse import (
    DEFINITION_VERSION,
    SEVERITY_DEFINITIONS,
    SEVERITY_EXAMPLES,
    AbuseType,
    Severity,
)
from drive.vocabulary.answers import Answer
from drive.vocabulary.assessment_questions import (
    CONTACT_2,
    NEEDS_2,
    PROFILE_2,
    RISK_CHANGES,
    RISK_LEVELS,
)
from drive.vocabulary.drive_dash import DASH_ITEMS, DASH_JUDGEMENT
from drive.vocabulary.question import Question
from drive.vocabulary.questions import (
    CONTACT_AND_RISK,
    CORE_DATA,
    IDVA_CONTACTS,
    INSIGHTS_AWARENESS,
    INSIGHTS_OUTCOMES,
    INTERVENTIONS,
    NEEDS,
    PROFILE,
)

LEGACY = "legacy"
FIRST = "1"
SECOND = "2"

_RISK_KEYS = {"risk_victim_survivor", "risk_children"}
_AT_INTAKE = tuple(each for each in CONTACT_AND_RISK if each.key not in _RISK_KEYS)


@dataclass(frozen=True)
class Scale:
    """The words beside each level of severity, and their version, stored with each rating."""

    version: str
    words: Mapping[AbuseType, Mapping[Severity, str]]


OWN_SCALE = Scale(DEFINITION_VERSION, SEVERITY_DEFINITIONS)
_WITH_EXAMPLES = Scale(
    DEFINITION_VERSION,
    {
        kind: {
            level: f"{words} For example: {SEVERITY_EXAMPLES[kind][level]}"
            for level, words in levels.items()
        }
        for kind, levels in SEVERITY_DEFINITIONS.items()
    },
)


@dataclass(frozen=True)
class Section:
    """Questions that stand together under one heading.

    Parameters
    ----------
    name, title : str
        How it is addressed, and what stands over it.
    questions : tuple of Question
        What is asked.
    has_ratings : bool
        Whether the four types of abuse are rated.
    in_depth : bool
        Whether a rating also has frequency, last day, trend and the basis of a rise.
    scale : Scale
        The words beside each level.
    towards : str or None
        The key of the dyad that is rated; None for the primary one.
    """

    name: str
    title: str
    questions: tuple[Question, ...] = ()
    has_ratings: bool = False
    in_depth: bool = False
    scale: Scale = OWN_SCALE
    towards: str | None = None


@dataclass(frozen=True)
class Definition:
    """One version of one form.

    Parameters
    ----------
    form, version : str
        The name under which answers are stored with it.
    stages : mapping of str to tuple of Section
        What is asked at each stage.
    since : datetime.date or None
        The day from which it is in force; None for what is read and never begun anew.
    allows_planned_at_closure : bool
        Whether "planned or pending" may stand as the reason for no contact at closure.
    requires_reasons : bool
        Whether every question asked needs an answer or a reason why there is none.
    per_pair : bool
        Whether abuse is rated towards every victim-survivor of the case, one section each.
    requires_sources : bool
        Whether every answer says who said so and on which day it was true.
    """

    form: str
    version: str
    stages: Mapping[str, tuple[Section, ...]]
    since: date | None = None
    allows_planned_at_closure: bool = False
    requires_reasons: bool = True
    per_pair: bool = False
    requires_sources: bool = False

    @property
    def name(self) -> str:
        """The name stored with each form, such as `assessment/1`."""
        return f"{self.form}/{self.version}"

    def questions(self, stage: str) -> tuple[Question, ...]:
        """Return every question of a stage, in order."""
        return tuple(each for section in self.stages[stage] for each in section.questions)

    def sections(self, stage: str, pairs: Sequence[str] = ()) -> tuple[Section, ...]:
        """Return the sections of a stage; abuse once for each pair where it is rated so."""
        return tuple(
            each for section in self.stages[stage] for each in self._for_each(section, pairs)
        )

    def _for_each(self, section: Section, pairs: Sequence[str]) -> Iterable[Section]:
        if not (self.per_pair and section.has_ratings):
            return (section,)
        return (replace(section, name=f"{section.name}-{pair[:8]}", towards=pair) for pair in pairs)


def applies(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Return whether a question is asked, given what was answered so far."""
    if question.only_if is None:
        return True
    other = answers.get(question.only_if.key)
    return other is not None and other.value == question.only_if.value


_PROFILE = Section("profile", "Profile", PROFILE)
_NEEDS = Section("needs", "Needs", NEEDS)
_ABUSE = Section("abuse", "Abuse", has_ratings=True)
_CONTACT_AT_INTAKE = Section("contact", "Contact and engagement", _AT_INTAKE)
_CONTACT = Section("contact", "Contact, engagement and risk", CONTACT_AND_RISK)
_OUTCOMES = Section("outcomes", "Risk and safety", (*INSIGHTS_OUTCOMES, *IDVA_CONTACTS))
_SUPPORT = Section("interventions", "Support given", INTERVENTIONS)
_AWARENESS = Section("awareness", "What you knew", INSIGHTS_AWARENESS)

_LATER = (_NEEDS, _ABUSE, _CONTACT)
_ASSESSMENT_STAGES = {
    "intake": (_PROFILE, _NEEDS, _ABUSE, _CONTACT_AT_INTAKE),
    "month_3": _LATER,
    "month_6": _LATER,
    "month_9": _LATER,
    "closure": _LATER,
}

_NEEDS_2 = Section("needs", "Needs", NEEDS_2)
_ABUSE_2 = Section("abuse", "Abuse", has_ratings=True, in_depth=True, scale=_WITH_EXAMPLES)
_RISK_AT_INTAKE = Section("risk", "Risk", RISK_LEVELS)
_RISK_2 = Section("risk", "Risk", (*RISK_LEVELS, *RISK_CHANGES))
_DASH = Section("dash", "Drive-DASH", (*DASH_ITEMS, *DASH_JUDGEMENT))
_CONTACT_2 = Section("contact", "Contact and engagement", CONTACT_2)

_LATER_2 = (_NEEDS_2, _ABUSE_2, _RISK_2, _DASH, _CONTACT_2)
_ASSESSMENT_STAGES_2 = {
    "intake": (
        Section("profile", "Profile", PROFILE_2),
        _NEEDS_2,
        _ABUSE_2,
        _RISK_AT_INTAKE,
        _DASH,
        _CONTACT_2,
    ),
    "month_3": _LATER_2,
    "month_6": _LATER_2,
    "month_9": _LATER_2,
    "closure": _LATER_2,
    "step_down_end": _LATER_2,
}
_INSIGHTS_STAGES = {
    "intake": (_ABUSE, _AWARENESS),
    "review": (_ABUSE, _AWARENESS),
    "exit": (_ABUSE, _OUTCOMES, _SUPPORT, _AWARENESS),
}
_CORE_STAGES = {"hearing": (Section("core", "Core data", CORE_DATA),)}

_START = date(2016, 4, 1)
_SECOND_YEAR = date(2017, 4, 1)
"""The second version of the assessment came with the second year of Drive."""

DEFINITIONS: dict[tuple[str, str], Definition] = {
    (each.form, each.version): each
    for each in (
        Definition("core_data", LEGACY, _CORE_STAGES),
        Definition("core_data", FIRST, _CORE_STAGES, since=_START),
        Definition(
            "assessment",
            LEGACY,
            _ASSESSMENT_STAGES,
            allows_planned_at_closure=True,
            requires_reasons=False,
        ),
        Definition("assessment", FIRST, _ASSESSMENT_STAGES, since=_START),
        Definition(
            "assessment",
            SECOND,
            _ASSESSMENT_STAGES_2,
            since=_SECOND_YEAR,
            per_pair=True,
            requires_sources=True,
        ),
        Definition("insights", LEGACY, _INSIGHTS_STAGES, requires_reasons=False),
        Definition("insights", FIRST, _INSIGHTS_STAGES, since=_START),
    )
}


def definition(form: str, version: str | None = None) -> Definition:
    """Return one version of one form; the newest of those that come with the program by default.

    Raises
    ------
    KeyError
        If there is no such version.
    """
    if version is None:
        return in_force((each for each in DEFINITIONS.values() if each.form == form), date.max)
    return DEFINITIONS[form, version]


def in_force(definitions: Iterable[Definition], day: date) -> Definition:
    """Return the version that is in force on a day; before the first one, the first."""
    dated = sorted(
        (each for each in definitions if each.since is not None),
        key=lambda each: (each.since, each.version),
    )
    begun = [each for each in dated if each.since is not None and each.since <= day]
    return begun[-1] if begun else dated[0]


def unanswered(asked: tuple[Question, ...], answered: set[str]) -> list[Question]:
    """Return the questions that have neither a value nor a reason, in the order asked."""
    return [question for question in asked if question.key not in answered]
