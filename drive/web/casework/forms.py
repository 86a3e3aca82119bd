"""The forms of a Drive case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    CaseState,
    Channel,
    ContactType,
    Intent,
    NonContactCause,
    NonContactReason,
    WorkMode,
)
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.casework import rules
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    WholeNumberField,
    YesNoField,
)


class OpenCaseForm(DriveForm):
    """Who will hold a new case, and from when."""

    case_manager = RadiosField(label=_("Case manager"), missing=_("Choose a case manager"))
    over_limit_reason = TextField(
        label=_("Reason, if the case manager is at the limit"),
        help_text=_("Above the limit of open cases good work may not be possible."),
        required=False,
        quiet=True,
        max_length=200,
    )
    idva_lead = RadiosField(
        label=_("IDVA lead"),
        help_text=_("Every Drive case has one, whether or not the victim-survivor has support."),
        missing=_("Choose an IDVA lead"),
    )
    opened_on = DateField(
        label=_("Opened on"),
        missing=_("Enter the day on which the case opens"),
        may_be_future=False,
    )
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        case_managers: Iterable[User],
        idvas: Iterable[User],
        loads: Mapping[UUID, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["case_manager"], case_managers, loads)
        offer(self.fields["idva_lead"], idvas)


class AssignForm(DriveForm):
    """Who takes a case over."""

    user = RadiosField(label=_("Who takes over?"), missing=_("Choose who takes over"))
    over_limit_reason = TextField(
        label=_("Reason, if the case manager is at the limit"),
        required=False,
        quiet=True,
        max_length=200,
    )
    key = IdempotencyKeyField()

    def __init__(
        self, *args: Any, people: Iterable[User], loads: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["user"], people, loads)
        if not loads:
            del self.fields["over_limit_reason"]


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


class ContactForm(DriveForm):
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
    intent = RadiosField(label=_("Aim"), choices=Intent, inline=True, small=True, required=False)
    text = LongTextField(
        label=_("What happened"), max_length=rules.LONGEST_NOTE, rows=6, required=False
    )
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
    key = IdempotencyKeyField()


class MoveForm(DriveForm):
    """The next step of a case."""

    state = RadiosField(label=_("Where does the case stand now?"), missing=_("Choose a step"))
    happened_on = DateField(
        label=_("Since when"), missing=_("Enter since when"), may_be_future=False
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, steps: Iterable[CaseState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        field.choices = [(step.value, gettext(step.label)) for step in steps]
        field.coerce = CaseState


def today_first(today: date, **other: Any) -> dict[str, Any]:
    """Return what stands in a form of today's work before anything is typed."""
    return {"happened_on": today, **other}
