"""The fields of a form made from a definition: one for each question, several for each abuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.abuse import AbuseType, Frequency, RiseBasis, Severity, Trend
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, YesNo
from drive.vocabulary.question import Question, QuestionKind
from drive.web.design_system.forms import (
    AnswerField,
    DateField,
    LongTextField,
    RadiosField,
    SelectField,
    WholeNumberField,
)
from drive.web.design_system.forms.answers import REASONS
from drive.web.recording.rules import Section

_FEW = 7


class Asking(NamedTuple):
    """How the questions of a form are asked.

    `source` and `day` ask beside each answer who said so and when it was true; `words` are the
    two questions of each type of abuse; `last_levels` are how severe each was last time.
    """

    source: bool = True
    day: bool = False
    words: tuple[Any, Any] = ("", "")
    last_levels: Mapping[AbuseType, Severity] = {}


class QuestionField(AnswerField):
    """An answer that may stay blank for now: the form decides when blanks are refused."""

    def clean(self, value: Any) -> Answer | None:
        """Return the answer; an error names its question, since a page asks many."""
        try:
            return super().clean(value)
        except ValidationError as error:
            if getattr(error, "code", "") == "both":
                words = gettext("‘%(label)s’: give the answer or the reason, not both")
                raise ValidationError(words % {"label": self.label}, code="both") from None
            raise ValidationError(f"‘{self.label}’: {' '.join(error.messages)}") from None

    def _blank(self) -> None:
        return None


def rating_names(kind: AbuseType) -> tuple[str, str]:
    """Return the names of the two fields of one type of abuse."""
    return f"used_{kind}", f"severity_{kind}"


def detail_names(kind: AbuseType) -> dict[str, str]:
    """Return the names of the further fields of one type of abuse, by what they ask."""
    return {each: f"{each}_{kind}" for each in ("frequency", "last_on", "trend", "rise_basis")}


_PLAINLY = Asking()


def question_field(question: Question, asking: Asking = _PLAINLY) -> QuestionField:
    """Return the field that asks one question; one under another has the other's source."""
    own = question.only_if is None
    return QuestionField(
        _value_field(question),
        label=_(question.label),
        help_text=_(question.hint) if question.hint else "",
        ask_source=asking.source and own,
        ask_as_of=asking.day and own,
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
        return DateField(may_be_future=False)
    return LongTextField(rows=3, max_length=2000)


def section_fields(section: Section, asking: Asking) -> Iterator[tuple[str, QuestionField]]:
    """Yield the fields of a section by their names, in order."""
    for question in section.questions:
        yield question.key, question_field(question, asking)
    for kind in AbuseType if section.has_ratings else ():
        yield from _rating_fields(kind, section, asking)
        if section.in_depth:
            yield from _detail_fields(kind, asking)


def _rating_fields(
    kind: AbuseType, section: Section, asking: Asking
) -> Iterator[tuple[str, QuestionField]]:
    used, severity = rating_names(kind)
    first, second = (str(words) % {"kind": gettext(kind.label)} for words in asking.words)
    yield (
        used,
        QuestionField(
            RadiosField(choices=YesNo, inline=True, small=True),
            label=first,
            ask_source=asking.source,
            ask_as_of=asking.day,
        ),
    )
    levels = RadiosField(choices=Severity, hints=section.scale.words[kind], small=True)
    yield severity, QuestionField(levels, label=second, ask_source=False)


def _detail_fields(kind: AbuseType, asking: Asking) -> Iterator[tuple[str, QuestionField]]:
    names, abuse = detail_names(kind), gettext(kind.label)
    for name, inner, words in (
        ("frequency", RadiosField(choices=Frequency, small=True), _("%(kind)s abuse: how often?")),
        ("last_on", DateField(may_be_future=False), _("%(kind)s abuse: when did it last happen?")),
        (
            "trend",
            RadiosField(choices=Trend, inline=True, small=True),
            _("%(kind)s abuse: how has it gone over the past three months?"),
        ),
    ):
        yield (
            names[name],
            QuestionField(inner, label=str(words) % {"kind": abuse}, ask_source=False),
        )
    last = asking.last_levels.get(kind)
    if last is not None and last is not Severity.HIGH:
        yield names["rise_basis"], _rise_field(abuse, last)


def _rise_field(abuse: str, last: Severity) -> QuestionField:
    label = _("%(kind)s abuse: if it is more severe than last time, what is new?")
    hint = _("Last time it was: %s. What is told only now is no rise in abuse.")
    return QuestionField(
        RadiosField(choices=RiseBasis, small=True),
        label=str(label) % {"kind": abuse},
        help_text=str(hint) % gettext(last.label),
        ask_source=False,
    )


def fields_for_many(asking: Asking) -> dict[str, Any]:
    """Return the fields that answer for many questions at once."""
    fields: dict[str, Any] = {
        "gap_reason": SelectField(
            label=_("Use one reason for every question left unanswered here"),
            choices=[(status.value, _(status.label)) for status in REASONS],
            coerce=ValueStatus,
            prompt=gettext("No: I will answer them one by one"),
            required=False,
            quiet=True,
        )
    }
    if asking.source:
        fields["all_source"] = SelectField(
            label=_("Who said so, for every answer here that names nobody"),
            choices=InformationSource,
            prompt=gettext("Leave those as they are"),
            required=False,
            quiet=True,
        )
    if asking.day:
        fields["all_day"] = DateField(
            label=_("On which day was it true, for every answer here that names none"),
            help_text=_("Left blank, it is the day of which the assessment speaks."),
            may_be_future=False,
            required=False,
            quiet=True,
        )
    return fields
