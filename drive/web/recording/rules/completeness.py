"""How complete a form is, as a whole and section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer, InformationSource, YesNo
from drive.vocabulary.question import Question
from drive.vocabulary.ratings import Rating
from drive.web.recording.rules.sections import Section, applies

_DETAILS = {"frequency": "how often", "last_on": "when last", "trend": "over three months"}
_KNOW_OF_ABUSE = (
    InformationSource.IDVA,
    InformationSource.POLICE,
    InformationSource.MARAC,
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Something that is asked, and what was answered, if anything.

    `likely` says who could know, the likeliest first. A detail has the source of what it details.
    """

    section: str
    label: str
    answer: Answer | None
    likely: tuple[InformationSource, ...] = ()
    is_detail: bool = False


@dataclass(frozen=True, kw_only=True)
class Completeness:
    """How many of the questions asked are known, have a reason, or have neither."""

    asked: int
    known: int
    reasoned: int

    @property
    def open(self) -> int:
        """How many have neither an answer nor a reason."""
        return self.asked - self.known - self.reasoned

    @property
    def percent_known(self) -> int:
        """How many in a hundred are known, rounded down."""
        return self.known * 100 // self.asked if self.asked else 0


def asked_in(
    sections: Iterable[Section], answers: Mapping[str, Answer], ratings: Sequence[Rating]
) -> list[Asked]:
    """Return all that some sections ask, given the answers so far."""
    return [each for section in sections for each in _asked_in(section, answers, ratings)]


def _asked_in(
    section: Section, answers: Mapping[str, Answer], ratings: Sequence[Rating]
) -> Iterator[Asked]:
    for question in section.questions:
        if question.key in answers or applies(question, answers):
            yield Asked(
                section=section.name,
                label=question.label,
                answer=answers.get(question.key),
                likely=_who_knows(question, section),
                is_detail=question.only_if is not None,
            )
    rated = {
        each.abuse_type: each
        for each in ratings
        if section.towards is None or each.towards == section.towards
    }
    for kind in AbuseType if section.has_ratings else ():
        yield from _asked_of_abuse(section, kind, rated.get(kind))


def _who_knows(question: Question, section: Section) -> tuple[InformationSource, ...]:
    if question.likely or question.only_if is None:
        return question.likely
    parent = next((q for q in section.questions if q.key == question.only_if.key), question)
    return parent.likely


def _asked_of_abuse(section: Section, kind: AbuseType, rating: Rating | None) -> Iterator[Asked]:
    answers: dict[str, Answer | None] = {
        "": rating.used if rating else None,
        ": how severe": rating.severity if rating else None,
    }
    if rating and section.in_depth and rating.used.value == YesNo.YES:
        answers |= {f": {words}": getattr(rating, name) for name, words in _DETAILS.items()}
    for asked, answer in answers.items():
        yield Asked(
            section=section.name,
            label=f"{kind.label} abuse{asked}",
            answer=answer,
            likely=_KNOW_OF_ABUSE,
            is_detail=asked != "",
        )


def completeness_of(asked: Iterable[Asked]) -> Completeness:
    """Count what is known of all that is asked."""
    answers = [each.answer for each in asked]
    known = sum(answer is not None and answer.is_known for answer in answers)
    given = sum(answer is not None for answer in answers)
    return Completeness(asked=len(answers), known=known, reasoned=given - known)


def gaps(asked: Iterable[Asked]) -> list[str]:
    """Return the labels of what has neither an answer nor a reason, each abuse once."""
    labels = (each.label.partition(" abuse:") for each in asked if each.answer is None)
    return list(dict.fromkeys(name + (" abuse" if found else "") for name, found, _ in labels))


def without_source(asked: Iterable[Asked]) -> list[str]:
    """Return the labels of what is known and does not say who said so."""
    return [
        each.label
        for each in asked
        if not each.is_detail
        and each.answer is not None
        and each.answer.is_known
        and each.answer.source is None
    ]
