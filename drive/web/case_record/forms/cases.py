"""The forms of the case seen whole: finding, closing, keeping out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import ClosureReason
from drive.vocabulary.clock import ExitPathway
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.case_record.rules import PrintedPart
from drive.web.casework.actions import Leaving
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
)

LEAVING = (
    "exit_pathway",
    "exit_referred_on",
    "idva_told_on",
    "idva_told_by",
    "handed_over",
)


class FindForm(DriveForm):
    """Finding a case; names are sent by POST, so that none stands in an address."""

    words = TextField(
        label=_("Find a case by name, reference or date of birth"),
        help_text=_("A name as it sounds is enough. Add the date of birth, such as 27 3 1988."),
        missing=_("Type a name or a reference"),
        width="20",
        max_length=80,
        quiet=True,
    )


class TimelineFilterForm(DriveForm):
    """Which entries of a timeline are shown."""

    kind = CheckboxesField(
        label=_("What about"),
        choices=TimelineKind,
        coerce=TimelineKind,
        required=False,
        quiet=True,
        classes="govuk-checkboxes--small",
    )
    major = CheckboxesField(
        label=_("How much"),
        choices=[("yes", _("Major events only"))],
        required=False,
        quiet=True,
        classes="govuk-checkboxes--small",
    )
    since = DateField(label=_("From"), required=False, quiet=True)
    until = DateField(label=_("To"), required=False, quiet=True)


class PrintForm(DriveForm):
    """What of a case is printed, for whom and why."""

    parts = CheckboxesField(
        label=_("What is to be printed?"),
        choices=PrintedPart,
        coerce=PrintedPart,
        missing=_("Choose at least one part"),
    )
    victim_side = RadiosField(
        label=_("What came from the victim-survivor or the IDVA"),
        help_text=_("A sheet of paper can be left lying, and can reach the service user."),
        choices=[("out", _("Leave it out")), ("in", _("Print it too"))],
        initial="out",
        missing=_("Choose whether it is printed"),
    )
    recipient = TextField(
        label=_("For whom?"),
        max_length=120,
        missing=_("Write for whom it is printed"),
    )
    purpose = TextField(label=_("What for?"), max_length=200, missing=_("Write what it is for"))
    key = IdempotencyKeyField()


class CloseForm(ConsiderateForm):
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
    exit_pathway = RadiosField(
        label=_("Where does the work with the service user go on?"),
        choices=ExitPathway,
        missing=_("Choose where the work goes on"),
    )
    exit_referred_on = DateField(label=_("Referred there on"), required=False, may_be_future=False)
    idva_told_on = DateField(
        label=_("When was the IDVA told that the case ends?"),
        missing=_("Enter when the IDVA was told"),
        may_be_future=False,
    )
    idva_told_by = TextField(
        label=_("Who told the IDVA?"), missing=_("Write who told the IDVA"), max_length=120
    )
    handed_over = LongTextField(
        label=_("To whom were orders and levers handed over?"),
        help_text=_("Name each and who watches over it from now on. If there is none, write so."),
        missing=_("Write to whom orders and levers were handed over"),
        max_length=2_000,
        rows=4,
    )
    key = IdempotencyKeyField()

    def leaving(self) -> Leaving:
        """Return how the case is left, once the form is valid."""
        given = self.cleaned_data
        return Leaving(**{name: given[name] for name in LEAVING})


class KeepOutForm(ConsiderateForm):
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
