"""Contact, and the reason while there is none."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import (
    AssessmentPoint,
    ContactType,
    Intent,
    NonContactCause,
    NonContactReason,
)
from drive.vocabulary.strategy import ContactPlace, ContactPlanning
from drive.web.casework import rules
from drive.web.casework.forms.holds import whose_risk
from drive.web.design_system.forms import (
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
)


class ContactForm(ConsiderateForm):
    """A contact with the service user, or an attempt."""

    successful = YesNoField(
        label=_("Was the service user reached?"),
        help_text=_("Record every attempt too: attempts are work."),
        missing=_("Say whether the service user was reached"),
    )
    contact_type = RadiosField(
        label=_("How"), choices=ContactType, small=True, missing=_("Choose how")
    )
    happened_on = DateField(
        label=_("When"), missing=_("Enter when it happened"), may_be_future=False
    )
    planning = RadiosField(
        label=_("Was it planned?"),
        help_text=_("What was not planned is always recorded."),
        choices=ContactPlanning,
        reveals={ContactPlanning.EMERGENCY: "override_reason"},
        missing=_("Say whether it was planned"),
    )
    override_reason = LongTextField(
        label=_("Why could it not wait?"),
        help_text=_("The service manager and the IDVA lead are told."),
        max_length=2_000,
        rows=3,
        required=False,
        quiet=True,
    )
    place = SelectField(label=_("Where"), choices=ContactPlace, required=False)
    others_present = TextField(label=_("Who else was present?"), max_length=200, required=False)
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)
    text = LongTextField(
        label=_("What happened"), max_length=rules.LONGEST_NOTE, rows=6, required=False
    )
    next_step = TextField(label=_("What comes next?"), max_length=300, required=False)
    key = IdempotencyKeyField()


class NonContactForm(DriveForm):
    """Why the service user has not been contacted, as it stands at one point."""

    point = RadiosField(
        label=_("At which point?"), choices=AssessmentPoint, inline=True, small=True
    )
    reason = RadiosField(
        label=_("Why has there been no contact?"),
        choices=NonContactReason,
        hints={NonContactReason.PLANNED_OR_PENDING: _("This cannot stand at closure.")},
        missing=_("Choose the reason"),
    )
    cause = SelectField(label=_("What stands behind it?"), choices=NonContactCause, required=False)
    since = DateField(
        label=_("Since when has it been so?"),
        help_text=_("Leave it empty if it stands as it did: then it counts from its beginning."),
        required=False,
        may_be_future=False,
    )
    whose_risk = whose_risk(_("Whose risk does waiting reduce?"))
    key = IdempotencyKeyField()
