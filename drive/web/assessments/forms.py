"""The forms of an assessment, and what all its sections together say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import Answer, ValueStatus
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.design_system.forms import DateField, DriveForm, IdempotencyKeyField, SelectField
from drive.web.design_system.forms.answers import REASONS
from drive.web.recording.actions import Typed
from drive.web.recording.forms import RecordingForm, answers_from, ratings_from
from drive.web.recording.rules import Definition


@dataclass(frozen=True)
class Gap:
    """A question that has neither an answer nor a reason, and the section that asks it."""

    section: str
    field: str
    label: str


@dataclass
class Filled:
    """What the drafts of all sections say together."""

    answers: dict[str, Answer] = field(default_factory=dict)
    ratings: list[Rating] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def filled(
    definition: Definition,
    point: AssessmentPoint,
    kept: Mapping[str, Typed],
    *,
    gap_reason: ValueStatus | None = None,
) -> Filled:
    """Read the drafts of an assessment; `gap_reason` stands where nothing was answered."""
    found = Filled()
    for section in definition.stages[point]:
        typed = dict(kept.get(section.name, {}))
        if gap_reason:
            typed["gap_reason"] = [gap_reason.value]
        form = RecordingForm(MultiValueDict(typed), sections=[section])
        form.is_valid()
        found.answers |= answers_from(form)
        found.ratings += ratings_from(form)
        found.gaps += [Gap(section.name, gap.name, str(gap.label)) for gap in form.gaps]
    return found


def written_out(form: RecordingForm, typed: Typed) -> Typed:
    """Return what was typed, with one reason or source for many written beside each question."""
    out = {name: texts for name, texts in typed.items() if name not in ("gap_reason", "all_source")}
    for name in form.answer_names:
        answer = form.cleaned_data.get(name)
        if answer is None:
            continue
        out[f"{name}-value"] = [answer.value or ""]
        out[f"{name}-status"] = ["" if answer.is_known else answer.status.value]
        out[f"{name}-source"] = [answer.source.value if answer.source else ""]
    return out


class SubmitForm(DriveForm):
    """The day of an assessment, and one reason for what is still unanswered."""

    assessed_on = DateField(
        label=_("Which day does this assessment speak of?"),
        missing=_("Enter the day of the assessment"),
        may_be_future=False,
    )
    gap_reason = SelectField(
        label=_("One reason for every question that is still unanswered"),
        choices=[(status.value, _(status.label)) for status in REASONS],
        coerce=ValueStatus,
        required=False,
        quiet=True,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, has_gaps: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_gaps:
            del self.fields["gap_reason"]
