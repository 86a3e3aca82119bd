"""The shape of a form definition: its sections, and the words beside each level."""

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
from drive.vocabulary.question import Question


@dataclass(frozen=True)
class Scale:
    """The words beside each level of severity, and their version, stored with each rating."""

    version: str
    words: Mapping[AbuseType, Mapping[Severity, str]]


OWN_SCALE = Scale(DEFINITION_VERSION, SEVERITY_DEFINITIONS)
WITH_EXAMPLES = Scale(
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


def unanswered(asked: tuple[Question, ...], answered: set[str]) -> list[Question]:
    """Return the questions that have neither a value nor a reason, in the order asked."""
    return [question for question in asked if question.key not in answered]
