"""A note."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    Channel,
    Intent,
    WorkMode,
)
from drive.web.casework import rules
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    WholeNumberField,
)


class NoteForm(DriveForm):
    """A note: the text first, since the telephone is ringing."""

    text = LongTextField(
        label=_("What happened"), max_length=rules.LONGEST_NOTE, rows=8, required=False, quiet=True
    )
    channel = RadiosField(
        label=_("How"), choices=Channel, inline=True, small=True, missing=_("Choose how")
    )
    happened_on = DateField(
        label=_("When"), missing=_("Enter when it happened"), may_be_future=False
    )
    informant = SelectField(
        label=_("Who told you?"),
        help_text=_(
            "What the victim-survivor or the IDVA told you is kept sealed, and is shown on this "
            "case only."
        ),
        choices=InformationSource,
        prompt=_("Nobody: this is my own work"),
        required=False,
        quiet=True,
    )
    activities = CheckboxesField(
        label=_("What was done"),
        help_text=_("Choose all that apply."),
        choices=ActivityCode,
        coerce=ActivityCode,
        classes="govuk-checkboxes--small drive-columns",
        required=False,
    )
    mode = RadiosField(
        label=_("Was the service user present?"),
        choices=WorkMode,
        hints={
            WorkMode.DIRECT: _("With him or her, also by telephone, e-mail or letter."),
            WorkMode.INDIRECT: _("Everything else."),
        },
        small=True,
        missing=_("Choose direct or indirect"),
    )
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)
    minutes = WholeNumberField(
        label=_("Minutes"), width="3", min_value=1, max_value=999, required=False
    )
    key = IdempotencyKeyField()
