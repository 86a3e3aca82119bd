"""Planning a contact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import ContactPlace
from drive.web.casework.actions import AtOffice, NewPlan
from drive.web.design_system.forms import (
    ConsiderateForm,
    DateField,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
)
from drive.web.offices import rules
from drive.web.offices.models import Office


def hours_and_minutes(text: str) -> time:
    """Return the time of day of an option such as `08:30`."""
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


class PlanForm(ConsiderateForm):
    """When, how and where; a shared office is taken for the time."""

    planned_on = DateField(label=_("On which day?"), missing=_("Enter the day"))
    contact_type = RadiosField(
        label=_("How"), choices=ContactType, small=True, missing=_("Choose how")
    )
    place = RadiosField(
        label=_("Where?"),
        choices=ContactPlace,
        small=True,
        missing=_("Choose the place"),
    )
    office = SelectField(
        label=_("Which office?"), help_text=_("Only for an office of ours."), required=False
    )
    begins = SelectField(
        label=_("From when?"),
        choices=[(each, each) for each in rules.times_of_day()],
        coerce=hours_and_minutes,
        required=False,
    )
    minutes = SelectField(
        label=_("For how long?"),
        choices=[(each, _("%s minutes") % each) for each in rules.LENGTHS],
        coerce=int,
        required=False,
    )
    override_reason = LongTextField(
        label=_("Emergency: why it cannot wait for an agreed strategy"),
        help_text=_(
            "Leave this empty as a rule. What is written here goes to the service manager and to "
            "the IDVA lead at once."
        ),
        max_length=2_000,
        rows=3,
        required=False,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_key = {str(office.pk): office for office in offices}
        field: Any = self.fields["office"]
        field.choices = [(key, office.name) for key, office in by_key.items()]
        field.coerce = by_key.get
        if not by_key:
            for name in ("office", "begins", "minutes"):
                del self.fields[name]

    def plan(self) -> NewPlan:
        """Return what is planned, once the form is valid."""
        given = self.cleaned_data
        whole = all(given.get(name) for name in ("office", "begins", "minutes"))
        return NewPlan(
            planned_on=given["planned_on"],
            contact_type=given["contact_type"],
            place=given["place"],
            at_office=AtOffice(
                office=given["office"], begins=given["begins"], minutes=given["minutes"]
            )
            if whole
            else None,
            override_reason=given["override_reason"],
        )
