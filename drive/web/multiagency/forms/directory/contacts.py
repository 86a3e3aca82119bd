"""A contact, an absence, and a rung of the ladder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.directory import ContactRole
from drive.web.design_system.forms import (
    CheckboxField,
    DateField,
    DriveForm,
    EmailField,
    IdempotencyKeyField,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
    WholeNumberField,
)
from drive.web.multiagency.actions.directory import NewAbsence, NewContact
from drive.web.multiagency.forms.directory.offering import offer_rows
from drive.web.organisations.models import AgencyContact, Team

_TELEPHONE = re.compile(r"^\+?[\d\s().-]{3,24}(?:\s*(?:ext|x|extension)\.?\s*\d{1,6})?$", re.I)


class ContactForm(DriveForm):
    """Somebody in an agency, or a desk that always answers."""

    name = TextField(
        label=_("Name"),
        help_text=_("Of a person, or of a desk, such as Duty desk."),
        missing=_("Enter a name"),
        max_length=120,
    )
    role = RadiosField(
        label=_("What are they in the agency?"),
        choices=ContactRole,
        missing=_("Choose what they are in the agency"),
    )
    team = SelectField(label=_("Team"), required=False, prompt=_("No team"))
    job = TextField(label=_("Job title"), required=False, max_length=120)
    telephone = TextField(
        label=_("Telephone at work"),
        help_text=_("A telephone number or an e-mail address is needed."),
        required=False,
        max_length=40,
        width="20",
    )
    email = EmailField(label=_("E-mail at work"), required=False, spellcheck=False)
    hours = TextField(
        label=_("When do they answer?"),
        help_text=_("Such as Monday to Thursday, 9 to 5."),
        required=False,
        max_length=120,
    )
    starts_on = DateField(label=_("From which day does this hold?"), missing=_("Enter the day"))
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, teams: Iterable[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["team"], teams)

    def clean_telephone(self) -> str:
        """Refuse what no telephone takes."""
        number = str(self.cleaned_data["telephone"] or "")
        if number and not (_TELEPHONE.match(number) and sum(map(str.isdigit, number)) > 2):
            raise ValidationError(gettext("Enter a telephone number, such as 01632 960 001"))
        return number

    def new(self) -> NewContact:
        """Return what was typed, once the form is valid."""
        given = self.cleaned_data
        return NewContact(
            role=given["role"],
            name=given["name"],
            team=given["team"],
            job=given["job"],
            telephone=given["telephone"],
            email=given["email"],
            hours=given["hours"],
            starts_on=given["starts_on"],
        )


class EndContactForm(DriveForm):
    """The last day of a contact."""

    ends_on = DateField(label=_("Their last day"), missing=_("Enter their last day"))
    key = IdempotencyKeyField()


class AbsenceForm(DriveForm):
    """Days on which somebody is away, and who covers. Nobody asks why."""

    starts_on = DateField(label=_("Their first day away"), missing=_("Enter their first day away"))
    ends_on = DateField(
        label=_("Their last day away"),
        help_text=_("Leave it empty if it is not known."),
        required=False,
    )
    cover = SelectField(label=_("Who covers?"), required=False, prompt=_("Nobody"))
    not_away = CheckboxField(label=_("They are not away after all"), required=False)
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, others: Iterable[AgencyContact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["cover"], others)

    def new(self) -> NewAbsence:
        """Return what was typed, once the form is valid."""
        given = self.cleaned_data
        return NewAbsence(
            starts_on=given["starts_on"], ends_on=given["ends_on"], cover=given["cover"]
        )


class RungForm(DriveForm):
    """Who is asked at a rung of the ladder, and how long one waits there."""

    contact = SelectField(
        label=_("Who is asked there?"),
        help_text=_("If nobody is named, whoever has that role in the directory is asked."),
        required=False,
        prompt=_("Whoever has that role"),
    )
    wait_days = WholeNumberField(
        label=_("How many working days does one wait for an answer?"),
        missing=_("Enter the number of working days"),
        min_value=1,
        max_value=60,
        width="2",
    )
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, contacts: Iterable[AgencyContact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["contact"], contacts)
