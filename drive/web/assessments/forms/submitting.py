"""Submitting an assessment, deciding about it, and looking at a rise."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import InformationSource, ValueStatus
from drive.web.assessments import rules
from drive.web.casework.models import WhoseRisk
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
)
from drive.web.design_system.forms.answers import REASONS


class SubmitForm(DriveForm):
    """The day of an assessment, and what is said once for everything that is still open."""

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
    all_source = SelectField(
        label=_("Who said so, for every answer that names nobody"),
        choices=InformationSource,
        required=False,
        quiet=True,
    )
    without_intake = TextField(
        label=_("There is no intake assessment: why not?"),
        max_length=300,
        required=False,
        quiet=True,
    )
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        has_gaps: bool,
        asks_source: bool = False,
        asks_intake: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = {"gap_reason": has_gaps, "all_source": asks_source, "without_intake": asks_intake}
        for name in (each for each, is_asked in asked.items() if not is_asked):
            del self.fields[name]


class DecideForm(ConsiderateForm):
    """Accepting an assessment, or returning it with words."""

    decision = RadiosField(
        label=_("What do you decide?"),
        choices=[
            ("accept", _("Accept: it is locked, and corrected only by a new version")),
            ("return", _("Return it to be put right")),
        ],
        missing=_("Choose whether you accept the assessment or return it"),
    )
    words = LongTextField(
        label=_("What has to be put right, or what you noticed"),
        help_text=_("Needed where you return it. It lies sealed."),
        max_length=rules.LONGEST_WORDS,
        rows=5,
        required=False,
        quiet=True,
    )
    key = IdempotencyKeyField()


class ReviewRiseForm(ConsiderateForm):
    """What was found about a rise, what is done, and whose risk that reduces."""

    found = LongTextField(
        label=_("What did you find?"),
        help_text=_("Whether it has got worse or is known only now, and how you know."),
        missing=_("Say what you found"),
        max_length=rules.LONGEST_WORDS,
        rows=5,
    )
    done = LongTextField(
        label=_("What is done about it, by whom and by when?"),
        missing=_("Say what is done about it"),
        max_length=rules.LONGEST_WORDS,
        rows=5,
    )
    whose_risk = CheckboxesField(
        label=_("Whose risk does that reduce?"),
        choices=[(each.value, _(each.label)) for each in WhoseRisk if each is not WhoseRisk.NOBODY],
        coerce=WhoseRisk,
        missing=_("Say whose risk it reduces"),
        small=True,
    )
    seen = VersionField()
    key = IdempotencyKeyField()
