"""A page's form made from the sections of a form definition: questions and ratings of abuse.

Every question can be left blank while the form is being filled in. What is still blank when it
is to be complete needs a reason, which may be given once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.abuse import SEVERITY_DEFINITIONS, AbuseType, Severity
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, YesNo, known, unknown
from drive.vocabulary.questions import Question, QuestionKind
from drive.vocabulary.ratings import Rating
from drive.web.design_system.forms import (
    AnswerField,
    DateField,
    DriveForm,
    LongTextField,
    RadiosField,
    SelectField,
    WholeNumberField,
)
from drive.web.design_system.forms.answers import REASONS
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

_FEW = 7


class QuestionField(AnswerField):
    """An answer that may stay blank for now: the form decides when blanks are refused."""

    def clean(self, value: Any) -> Answer | None:
        """Return the answer; an error names its question, since a page asks many."""
        try:
            return super().clean(value)
        except ValidationError as error:
            if error.code != "both":
                raise
            words = gettext("‘%(label)s’: give the answer or the reason, not both")
            raise ValidationError(words % {"label": self.label}, code="both") from None

    def _blank(self) -> None:
        return None


@dataclass(frozen=True)
class Group:
    """Fields that stand together under one heading."""

    title: str
    fields: list[BoundField]


class RecordingForm(DriveForm):
    """The form of one or more sections of a definition.

    Parameters
    ----------
    sections : sequence of Section
        What is asked.
    complete : bool
        Whether a question without an answer and without a reason is an error.
    ask_source : bool
        Whether each answer says who said so.
    previous : mapping of str to str
        By field name, what was answered last time, in words: shown beside the question.
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
        previous: Mapping[str, str] | None = None,
        rating_words: tuple[Any, Any] = USED_BY_SERVICE_USER,
        **kwargs: Any,
    ) -> None:
        self.sections = tuple(sections)
        self.complete = complete
        super().__init__(*args, **kwargs)
        for section in self.sections:
            self.fields.update(_fields(section, ask_source, rating_words))
        self.fields.update(_for_many(ask_source))
        for name, text in (previous or {}).items():
            if name in self.fields:
                self.fields[name].help_text = _with_hint(self.fields[name].help_text, text)

    def clean(self) -> dict[str, Any]:
        """Fill what one reason or one source was given for, and what follows on a live form."""
        for kind in self.rated:
            self._prefill(kind)
        reason, source = self.cleaned_data.get("gap_reason"), self.cleaned_data.get("all_source")
        for name in self.answer_names:
            answer = self.cleaned_data.get(name)
            if name in self.errors:
                continue
            if answer is None and reason:
                self.cleaned_data[name] = unknown(reason)
            elif answer is None and self.complete:
                self.add_error(name, self.fields[name].error_messages["required"])
            elif source and answer and answer.is_known and answer.source is None:
                self.cleaned_data[name] = known(answer.value, source=source, as_of=answer.as_of)
        return self.cleaned_data

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
        """The questions that have neither an answer nor a reason, once the form is cleaned."""
        return [self[name] for name in self.answer_names if self.cleaned_data.get(name) is None]

    @property
    def groups(self) -> Iterator[Group]:
        """The fields under their headings."""
        for section in self.sections:
            if section.questions:
                title = gettext(section.title) if len(self.sections) > 1 else ""
                yield Group(title, [self[question.key] for question in section.questions])
            for kind in AbuseType if section.has_ratings else ():
                yield Group(gettext(kind.label), [self[name] for name in rating_names(kind)])

    @property
    def for_many(self) -> list[BoundField]:
        """The fields that answer for many questions at once."""
        return [self[name] for name in ("gap_reason", "all_source") if name in self.fields]


def rating_names(kind: AbuseType) -> tuple[str, str]:
    """Return the names of the two fields of one type of abuse."""
    return f"used_{kind}", f"severity_{kind}"


def answers_from(form: RecordingForm) -> dict[str, Answer]:
    """Return the answers of a valid form by question; a question left blank is left out."""
    asked = [question.key for section in form.sections for question in section.questions]
    return {key: form.cleaned_data[key] for key in asked if form.cleaned_data.get(key) is not None}


def ratings_from(form: RecordingForm) -> list[Rating]:
    """Return the ratings of a valid form; a type left blank is left out."""
    made = []
    for kind in form.rated:
        used, severity = (form.cleaned_data.get(name) for name in rating_names(kind))
        if used is not None and severity is not None:
            made.append(Rating(abuse_type=kind, used=used, severity=severity))
    return made


def question_field(question: Question, *, ask_source: bool = True) -> QuestionField:
    """Return the field that asks one question."""
    return QuestionField(
        _value_field(question),
        label=_(question.label),
        help_text=_(question.hint) if question.hint else "",
        ask_source=ask_source,
    )


def _value_field(question: Question) -> Any:
    if question.words is not None:
        if len(question.words) <= _FEW:
            inline = len(question.words) <= len(YesNo) + 1
            return RadiosField(choices=question.words, inline=inline, small=True)
        return SelectField(choices=question.words)
    if question.kind is QuestionKind.NUMBER:
        return WholeNumberField(width="3", min_value=0, max_value=9999)
    if question.kind is QuestionKind.DATE:
        return DateField()
    return LongTextField(rows=3, max_length=2000)


def _fields(
    section: Section, ask_source: bool, rating_words: tuple[Any, Any]
) -> Iterator[tuple[str, QuestionField]]:
    for question in section.questions:
        yield question.key, question_field(question, ask_source=ask_source)
    for kind in AbuseType if section.has_ratings else ():
        used, severity = rating_names(kind)
        first, second = (str(words) % {"kind": gettext(kind.label)} for words in rating_words)
        yes_no = RadiosField(choices=YesNo, inline=True, small=True)
        yield used, _rating_field(yes_no, first, ask_source=ask_source)
        levels = RadiosField(choices=Severity, hints=SEVERITY_DEFINITIONS[kind], small=True)
        yield severity, _rating_field(levels, second, ask_source=False)


def _rating_field(inner: RadiosField, label: str, *, ask_source: bool) -> QuestionField:
    return QuestionField(inner, label=label, ask_source=ask_source)


def _for_many(ask_source: bool) -> dict[str, SelectField]:
    fields = {
        "gap_reason": SelectField(
            label=_("Use one reason for every question left unanswered here"),
            choices=[(status.value, _(status.label)) for status in REASONS],
            coerce=ValueStatus,
            prompt=gettext("No: I will answer them one by one"),
            required=False,
            quiet=True,
        )
    }
    if ask_source:
        fields["all_source"] = SelectField(
            label=_("Who said so, for every answer here that names nobody"),
            choices=InformationSource,
            prompt=gettext("Leave those as they are"),
            required=False,
            quiet=True,
        )
    return fields


def _with_hint(hint: Any, text: str) -> str:
    return f"{hint} {text}".strip()
