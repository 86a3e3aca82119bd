"""A page's form made from the sections of a form definition: questions and ratings of abuse.

Every question can be left blank while the form is being filled in. What is still blank when it
is to be complete needs a reason, which may be given once for all of them. What is asked only
where another answer has a certain value is no blank where the other has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from typing import Any, NamedTuple

from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import Answer, YesNo, known, unknown
from drive.vocabulary.ratings import Rating
from drive.web.design_system.forms import ConsiderateForm
from drive.web.recording.forms.fields import (
    Asking,
    QuestionField,
    detail_names,
    fields_for_many,
    rating_names,
    section_fields,
)
from drive.web.recording.rules import Section

USED_BY_SERVICE_USER = (
    _("%(kind)s abuse: has the service user used it?"),
    _("%(kind)s abuse: how severe?"),
)
EXPERIENCED = (
    _("%(kind)s abuse: has the victim-survivor experienced it?"),
    _("%(kind)s abuse: how severe?"),
)
"""The two questions of each type of abuse, as the case manager and as the Idva is asked them."""


class AskedIf(NamedTuple):
    """The field on which another depends, and the values with which the other is asked."""

    name: str
    values: frozenset[str]


@dataclass(frozen=True)
class Branch:
    """A field, and those that are asked only after a yes or only after a no."""

    field: BoundField
    after_yes: list[BoundField] = with_default(default_factory=list)
    after_no: list[BoundField] = with_default(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether what is not asked may be hidden: never what somebody typed into."""
        return not any(
            each.errors or not _is_blank(each.value()) for each in (*self.after_yes, *self.after_no)
        )


@dataclass(frozen=True)
class Group:
    """Fields that stand together under one heading."""

    title: str
    branches: list[Branch]


class RecordingForm(ConsiderateForm):
    """The form of one or more sections of a definition.

    Parameters
    ----------
    sections : sequence of Section
        What is asked.
    complete : bool
        Whether a question without an answer and without a reason is an error.
    ask_source, ask_day : bool
        Whether each answer says who said so, and on which day it was true.
    previous : mapping of str to str
        By field name, what was answered last time, in words: shown beside the question.
    last_levels : mapping of AbuseType to Severity
        How severe each type was last time: a higher level now asks what is new.
    rating_words : tuple of str
        The two questions of each type of abuse.
    """

    template_name = "recording/form.html"

    def __init__(
        self,
        *args: Any,
        sections: Sequence[Section],
        complete: bool = False,
        ask_source: bool = True,
        ask_day: bool = False,
        previous: Mapping[str, str] | None = None,
        last_levels: Mapping[AbuseType, Severity] | None = None,
        rating_words: tuple[Any, Any] = USED_BY_SERVICE_USER,
        **kwargs: Any,
    ) -> None:
        self.sections = tuple(sections)
        self.complete = complete
        super().__init__(*args, **kwargs)
        asking = Asking(ask_source, ask_day, rating_words, last_levels or {})
        for section in self.sections:
            self.fields.update(section_fields(section, asking))
        self.asked_if = dict(self._conditions(last_levels or {}))
        self.fields.update(fields_for_many(asking))
        for name, text in (previous or {}).items():
            if name in self.fields:
                self.fields[name].help_text = _with_hint(self.fields[name].help_text, text)

    def _conditions(
        self, last_levels: Mapping[AbuseType, Severity]
    ) -> Iterator[tuple[str, AskedIf]]:
        for section in self.sections:
            for question in section.questions:
                if question.only_if:
                    key, value = question.only_if
                    yield question.key, AskedIf(key, frozenset({value}))
            for kind in AbuseType if section.in_depth else ():
                yield from _of_details(kind, last_levels.get(kind, Severity.HIGH))

    def clean(self) -> dict[str, Any]:
        """Fill what one reason, source or day was given for, and what follows on a live form."""
        for kind in self.rated:
            self._prefill(kind)
        for name in self.answer_names:
            if name not in self.errors:
                self._clean_answer(name, self.cleaned_data.get(name))
        return self.cleaned_data

    def _clean_answer(self, name: str, answer: Answer | None) -> None:
        if not self._is_asked(name):
            self._refuse_contrary(name, answer)
            return
        reason = self.cleaned_data.get("gap_reason")
        if answer is None and reason:
            self.cleaned_data[name] = unknown(reason)
        elif answer is None and self.complete:
            self.add_error(name, self.fields[name].error_messages["required"])
        elif answer and answer.is_known:
            self.cleaned_data[name] = self._attributed(name, answer)

    def _is_asked(self, name: str) -> bool:
        if name not in self.asked_if:
            return True
        other = self.cleaned_data.get(self.asked_if[name].name)
        return other is not None and other.value in self.asked_if[name].values

    def _refuse_contrary(self, name: str, answer: Answer | None) -> None:
        other = self.cleaned_data.get(self.asked_if[name].name)
        if answer is not None and other is not None and other.is_known:
            words = gettext("‘%(label)s’ is not asked after your answer above: leave it blank")
            self.add_error(name, words % {"label": self.fields[name].label})

    def _attributed(self, name: str, answer: Answer) -> Answer:
        """Return an answer with who said so and when; one under another has the other's."""
        other = self.cleaned_data.get(self.asked_if[name].name) if name in self.asked_if else None
        if other is not None:
            return replace(answer, source=other.source, as_of=other.as_of)
        source = answer.source or self.cleaned_data.get("all_source")
        as_of = answer.as_of or self.cleaned_data.get("all_day")
        return replace(answer, source=source, as_of=as_of)

    def _prefill(self, kind: AbuseType) -> None:
        """Write a severity where none was given and the other answer leaves no question open."""
        used, severity = (self.cleaned_data.get(name) for name in rating_names(kind))
        if used is None or rating_names(kind)[1] in self.errors:
            return
        if severity is None and used.value == YesNo.NO:
            self.cleaned_data[rating_names(kind)[1]] = known(Severity.NONE, source=used.source)
        elif severity is None and not used.is_known:
            self.cleaned_data[rating_names(kind)[1]] = unknown(used.status)
        elif used.value == YesNo.NO and severity and severity.value not in (None, Severity.NONE):
            said_no = gettext("You answered that there was none of this abuse: choose ‘None’ here")
            self.add_error(rating_names(kind)[1], said_no)

    @property
    def answer_names(self) -> list[str]:
        """The names of the fields that are questions, in order."""
        return [name for name, field in self.fields.items() if isinstance(field, QuestionField)]

    @property
    def rated(self) -> tuple[AbuseType, ...]:
        """The types of abuse that the form rates."""
        return tuple(AbuseType) if any(each.has_ratings for each in self.sections) else ()

    @property
    def gaps(self) -> list[BoundField]:
        """The questions asked that have neither an answer nor a reason, once it is cleaned."""
        return [
            self[name]
            for name in self.answer_names
            if self.cleaned_data.get(name) is None and self._is_asked(name)
        ]

    @property
    def groups(self) -> Iterator[Group]:
        """The fields under their headings."""
        for section in self.sections:
            if section.questions:
                title = gettext(section.title) if len(self.sections) > 1 else ""
                names = [question.key for question in section.questions]
                yield Group(title, self._branches(names))
            for kind in AbuseType if section.has_ratings else ():
                names = [*rating_names(kind), *detail_names(kind).values()]
                yield Group(gettext(kind.label), self._branches(names))

    def _branches(self, names: Sequence[str]) -> list[Branch]:
        branches: dict[str, Branch] = {}
        for name in names:
            on = self._branches_on(name)
            if name not in self.fields:
                continue
            if on is None or on.name not in branches:
                branches[name] = Branch(self[name])
            elif YesNo.NO in on.values:
                branches[on.name].after_no.append(self[name])
            else:
                branches[on.name].after_yes.append(self[name])
        return list(branches.values())

    def _branches_on(self, name: str) -> AskedIf | None:
        """Return under which answer a field is shown: in depth, all of an abuse is under used."""
        kind = next((each for each in self.rated if name.endswith(f"_{each}")), None)
        if kind and detail_names(kind)["trend"] in self.fields and name != rating_names(kind)[0]:
            return AskedIf(rating_names(kind)[0], frozenset({YesNo.YES}))
        return self.asked_if.get(name)

    @property
    def for_many(self) -> list[BoundField]:
        """The fields that answer for many questions at once."""
        names = ("gap_reason", "all_source", "all_day")
        return [self[name] for name in names if name in self.fields]


def _of_details(kind: AbuseType, last: Severity) -> Iterator[tuple[str, AskedIf]]:
    used, severity = rating_names(kind)
    names = detail_names(kind)
    for each in ("frequency", "last_on", "trend"):
        yield names[each], AskedIf(used, frozenset({YesNo.YES}))
    higher = frozenset(level for level in Severity if level.level > last.level)
    yield names["rise_basis"], AskedIf(severity, higher)


def answers_from(form: RecordingForm) -> dict[str, Answer]:
    """Return the answers of a valid form by question; a question left blank is left out."""
    asked = [question.key for section in form.sections for question in section.questions]
    return {key: form.cleaned_data[key] for key in asked if form.cleaned_data.get(key) is not None}


def ratings_from(form: RecordingForm) -> list[Rating]:
    """Return the ratings of a valid form; a type left blank is left out."""
    return [
        Rating(
            abuse_type=kind,
            used=used,
            severity=severity,
            definition_version=section.scale.version,
            towards=section.towards,
            **_details(form, kind) if section.in_depth else {},
        )
        for section in form.sections
        for kind in (AbuseType if section.has_ratings else ())
        for used, severity in [[form.cleaned_data.get(name) for name in rating_names(kind)]]
        if used is not None and severity is not None
    ]


def _details(form: RecordingForm, kind: AbuseType) -> dict[str, Answer | None]:
    return {each: form.cleaned_data.get(name) for each, name in detail_names(kind).items()}


def _is_blank(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_blank(part) for part in value.values())
    if isinstance(value, list | tuple):
        return all(_is_blank(part) for part in value)
    return not value


def _with_hint(hint: Any, text: str) -> str:
    return f"{hint} {text}".strip()
