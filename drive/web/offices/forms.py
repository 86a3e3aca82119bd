"""Adding an office, and taking it for a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.core.dates import LONDON
from drive.web.design_system.forms import (
    DateField,
    DriveForm,
    IdempotencyKeyField,
    SelectField,
    TextField,
)
from drive.web.offices import rules
from drive.web.offices.actions import WantedTime
from drive.web.offices.models import Office
from drive.web.organisations.models import Site


class AddOfficeForm(DriveForm):
    """A place that several services share."""

    site = SelectField(label=_("Site"), missing=_("Choose the site"))
    name = TextField(
        label=_("Name of the office"),
        help_text=_("As everybody who works there calls it."),
        max_length=80,
        missing=_("Enter the name of the office"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, sites: Iterable[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {str(site.pk): site for site in sites}
        field: Any = self.fields["site"]
        field.choices = [(key, site.name) for key, site in offered.items()]
        field.coerce = offered.get


class TakeForm(DriveForm):
    """An office, a day, from when and for how long; nobody is named."""

    office = SelectField(label=_("Which office?"), missing=_("Choose the office"))
    on = DateField(label=_("On which day?"), missing=_("Enter the day"))
    begins = SelectField(
        label=_("From when?"),
        choices=[(each, each) for each in rules.times_of_day()],
        coerce=time.fromisoformat,
        missing=_("Choose from when"),
    )
    minutes = SelectField(
        label=_("For how long?"),
        choices=[(each, f"{each} minutes") for each in rules.LENGTHS],
        coerce=int,
        missing=_("Choose for how long"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {str(office.pk): office for office in offices}
        field: Any = self.fields["office"]
        field.choices = [(key, f"{each.name} ({each.site.name})") for key, each in offered.items()]
        field.coerce = offered.get

    def wanted(self) -> WantedTime:
        """Return the office and the time, once the form is valid."""
        given = self.cleaned_data
        begins = at(given["on"], given["begins"])
        return WantedTime(
            office=given["office"],
            starts_at=begins,
            ends_at=begins + timedelta(minutes=given["minutes"]),
        )


def at(day: date, begins: time) -> datetime:
    """Return a time of day in the United Kingdom."""
    return datetime.combine(day, begins, tzinfo=LONDON)
