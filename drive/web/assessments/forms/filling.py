"""What all sections of an assessment together say, while it is being filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.datastructures import MultiValueDict

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus
from drive.vocabulary.ratings import Rating
from drive.web.assessments.queries import Content
from drive.web.design_system.forms import DateField
from drive.web.recording.actions import Typed
from drive.web.recording.forms import (
    QuestionField,
    RecordingForm,
    answers_from,
    detail_names,
    rating_names,
    ratings_from,
)
from drive.web.recording.rules import Section

FOR_MANY = ("gap_reason", "all_source", "all_day")
LastLevels = Mapping[str | None, Mapping[AbuseType, Severity]]
"""By pair, how severe each type of abuse was last time."""


@dataclass(frozen=True)
class Gap:
    """A question that has neither an answer nor a reason, and the section that asks it."""

    section: str
    field: str
    label: str


@dataclass(frozen=True)
class ForAll:
    """One reason and one source for whatever has none."""

    gap_reason: ValueStatus | None = None
    all_source: InformationSource | None = None


@dataclass
class Filled:
    """What the drafts of all sections say together."""

    answers: dict[str, Answer] = field(default_factory=dict)
    ratings: list[Rating] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def content(self) -> Content:
        """The same as a submitted assessment has it."""
        return Content(answers=self.answers, ratings=self.ratings)


NOTHING = ForAll()


def filled(
    sections: Iterable[Section],
    kept: Mapping[str, Typed],
    *,
    last: LastLevels | None = None,
    for_all: ForAll = NOTHING,
    today: date | None = None,
) -> Filled:
    """Read the drafts of an assessment; `for_all` stands where nothing was answered or named."""
    found = Filled()
    for section in sections:
        typed = dict(kept.get(section.name, {}))
        if for_all.gap_reason:
            typed["gap_reason"] = [for_all.gap_reason.value]
        if for_all.all_source:
            typed["all_source"] = [for_all.all_source.value]
        form = RecordingForm(
            MultiValueDict(typed),
            sections=[section],
            ask_day=True,
            last_levels=(last or {}).get(section.towards),
            today=today,
        )
        form.is_valid()
        found.answers |= answers_from(form)
        found.ratings += ratings_from(form)
        found.gaps += [Gap(section.name, gap.name, str(gap.label)) for gap in form.gaps]
    return found


def written_out(form: RecordingForm, typed: Typed) -> Typed:
    """Return what was typed, with one reason, source or day for many written beside each."""
    out = {name: texts for name, texts in typed.items() if name not in _of_many()}
    for name in form.answer_names:
        answer = form.cleaned_data.get(name)
        if answer is not None:
            out |= _typed(name, answer, form.fields[name])  # type: ignore[arg-type]
    return out


def _of_many() -> set[str]:
    return {*FOR_MANY, *(f"all_day-{part}" for part in ("day", "month", "year"))}


def _typed(name: str, answer: Answer, asked: QuestionField | None = None) -> Typed:
    """Return an answer as its controls would send it."""
    controls = asked.controls if asked else {"source": None, "as_of": None}
    out = {f"{name}-status": ["" if answer.is_known else answer.status.value]}
    if asked is None or not isinstance(asked.inner, DateField):
        out[f"{name}-value"] = [answer.value or ""]
    if "source" in controls:
        out[f"{name}-source"] = [answer.source.value if answer.source else ""]
    if "as_of" in controls and answer.as_of:
        boxes = (answer.as_of.day, answer.as_of.month, answer.as_of.year)
        for part, number in zip(("day", "month", "year"), boxes, strict=True):
            out[f"{name}-as_of-{part}"] = [str(number)]
    return out


def typed_again(sections: Sequence[Section], content: Content) -> dict[str, Typed]:
    """Return a submitted assessment as if it had just been typed, by section: to correct it."""
    return {section.name: _section_typed(section, content) for section in sections}


def _section_typed(section: Section, content: Content) -> Typed:
    out: Typed = {}
    for question in section.questions:
        if question.key in content.answers:
            out |= _typed(question.key, content.answers[question.key])
    for rating in content.ratings if section.has_ratings else ():
        if section.towards in (None, rating.towards):
            out |= _rating_typed(rating)
    return out


def _rating_typed(rating: Rating) -> Typed:
    used, severity = rating_names(rating.abuse_type)
    out = _typed(used, rating.used) | _typed(severity, rating.severity)
    for name, control in detail_names(rating.abuse_type).items():
        answer: Answer | None = getattr(rating, name)
        if answer is not None:
            out |= _typed(control, answer)
    return out
