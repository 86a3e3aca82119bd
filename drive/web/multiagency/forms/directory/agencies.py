"""Finding an agency, adding one, its days, teams and successor, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.web.design_system.forms import (
    CheckboxField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    SelectField,
    TextField,
)
from drive.web.multiagency.forms.directory.offering import offer_rows
from drive.web.organisations.models import Agency


class FindAgencyForm(DriveForm):
    """One box; what is typed is sent by POST, so that no name stands in an address."""

    words = TextField(
        label=_("Who do I ring?"),
        help_text=_("An agency, a team or a name, such as probation."),
        missing=_("Type an agency, a team or a name"),
        width="20",
        max_length=80,
        quiet=True,
    )


class AgencyForm(DriveForm):
    """An agency that is not in the directory yet."""

    name = TextField(label=_("Name"), missing=_("Enter the name of the agency"), max_length=120)
    kind = SelectField(
        label=_("Kind of agency"), choices=AgencyType, missing=_("Choose the kind of agency")
    )
    starts_on = DateField(
        label=_("Its first day"),
        help_text=_("Only if it is new. For example, 26 6 2021."),
        required=False,
    )
    key = IdempotencyKeyField()


class AgencyDaysForm(DriveForm):
    """From when to when an agency exists."""

    starts_on = DateField(label=_("Its first day"), required=False)
    ends_on = DateField(
        label=_("Its last day"),
        help_text=_("If it became another agency, say that instead."),
        required=False,
    )
    key = IdempotencyKeyField()


class TeamForm(DriveForm):
    """A part of an agency."""

    name = TextField(label=_("Name of the team"), missing=_("Enter the name"), max_length=120)
    starts_on = DateField(label=_("Since when is it there?"), missing=_("Enter the day"))
    key = IdempotencyKeyField()


class EndTeamForm(DriveForm):
    """The end of a team."""

    ends_on = DateField(label=_("Its last day"), missing=_("Enter its last day"))
    key = IdempotencyKeyField()


class SuccessionForm(DriveForm):
    """That an agency became another."""

    after = SelectField(
        label=_("Which agency does its work then?"),
        help_text=_("Add the new agency to the directory first."),
        missing=_("Choose the agency"),
    )
    on = DateField(
        label=_("From which day?"),
        help_text=_("What is asked of the old agency from that day on goes to the new one."),
        missing=_("Enter the day"),
    )
    ends_contacts = CheckboxField(
        label=_("The contacts of the old agency end on the day before"), required=False
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["after"], agencies)


class StandingForm(DriveForm):
    """What is good to know of an agency."""

    text = LongTextField(
        label=_("What is good to know before one asks?"),
        help_text=_(
            "How it stands with Drive, what it needs to hear, what was agreed. Nothing about "
            "anybody whom Drive works with: everybody who asks the agency reads this."
        ),
        missing=_("Write what is good to know"),
        max_length=2000,
        rows=5,
    )
    key = IdempotencyKeyField()
