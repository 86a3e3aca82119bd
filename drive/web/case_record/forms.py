"""The forms of the case seen whole: finding, closing, keeping out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import ClosureReason
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.casework.models import WhoseRisk
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)


class FindForm(DriveForm):
    """Finding a case; names are sent by POST, so that none stands in an address."""

    words = TextField(
        label=_("Find a case by name or reference"),
        missing=_("Type a name or a reference"),
        width="20",
        max_length=80,
        quiet=True,
    )


class CloseForm(DriveForm):
    """The end of a case, and whose risk it reduces."""

    closed_on = DateField(
        label=_("Closed on"), missing=_("Enter the day of closing"), may_be_future=False
    )
    reason = RadiosField(
        label=_("Why is the case closed?"), choices=ClosureReason, missing=_("Choose the reason")
    )
    whose_risk = CheckboxesField(
        label=_("Whose risk does closing reduce?"),
        help_text=_("A case is not closed to make an organisation safer."),
        choices=WhoseRisk,
        coerce=WhoseRisk,
        missing=_("Say whose risk closing the case reduces"),
    )
    key = IdempotencyKeyField()


class KeepOutForm(DriveForm):
    """Who is to be kept away from everything about this person."""

    user = SelectField(label=_("Who is to be kept out?"), missing=_("Choose a person"))
    reason = LongTextField(
        label=_("Reason"),
        help_text=_("Such as being a relative. The person kept out is not told of the case."),
        max_length=300,
        rows=3,
        missing=_("Write the reason"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["user"], people)
