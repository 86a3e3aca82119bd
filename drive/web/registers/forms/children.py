"""The forms about children."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.registers import ChildDecision, ChildEventKind, ChildStatus
from drive.web.design_system.forms import DateField, RadiosField, SelectField, WholeNumberField
from drive.web.registers.forms.entry import EntryForm, Line

OLDEST_CHILD = 25


class ChildForm(EntryForm):
    """A child."""

    label = Line(
        label=_("Initials, or another short name for the child"),
        help_text=_("No full name. Such as: A, or the elder daughter."),
        missing=_("Enter initials or a short name"),
    )
    born_in = WholeNumberField(
        label=_("Year of birth, or age now"),
        help_text=_("For example, 2009 or 8. About right is better than blank."),
        width="4",
        min_value=0,
        max_value=2200,
        required=False,
    )
    school = Line(label=_("School"), required=False)
    happened_on = DateField(
        label=_("When did you learn of the child?"),
        missing=_("Enter the day"),
        may_be_future=False,
    )

    def clean_born_in(self) -> int | None:
        """Take an age for the year in which it began."""
        number: int | None = self.cleaned_data["born_in"]
        if number is None or self.today is None:
            return number
        year = self.today.year - number if number <= OLDEST_CHILD else number
        if not self.today.year - OLDEST_CHILD <= year <= self.today.year + 1:
            raise ValidationError(_("Enter a year such as 2009, or an age such as 8"))
        return year


class ChildStatusForm(EntryForm):
    """What a child is to children's social care."""

    child = SelectField(label=_("Which child?"), missing=_("Choose the child"))
    status = RadiosField(
        label=_("What is the child to children’s social care now?"),
        choices=ChildStatus,
        small=True,
        missing=_("Choose what the child is"),
    )
    happened_on = DateField(
        label=_("Since when"), missing=_("Enter since when"), may_be_future=False
    )


class ChildEventForm(EntryForm):
    """Something done for a child, or asked about it."""

    child = SelectField(label=_("Which child?"), missing=_("Choose the child"))
    kind = RadiosField(
        label=_("What was it?"),
        choices=ChildEventKind,
        hints={
            ChildEventKind.ABUSE_LEFT_OUT: _("Refer again, and say what was left out."),
        },
        small=True,
        missing=_("Choose what it was"),
    )
    decision = RadiosField(
        label=_("What was decided?"), choices=ChildDecision, small=True, required=False
    )
    decided_on = DateField(label=_("Decided when"), may_be_future=False, required=False)
