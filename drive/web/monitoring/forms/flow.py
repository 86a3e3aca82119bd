"""The filters, the numbers that somebody assumes, and what is asked before a file leaves."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.allocation import AllocationOrigin
from drive.web.design_system.forms import (
    CodesForm,
    DriveForm,
    Hidden,
    IdempotencyKeyField,
    RadiosField,
    SelectField,
    WholeNumberField,
    YesNoField,
)
from drive.web.extracts.forms import HandOutForm
from drive.web.organisations.models import Site

_MOST = 1_000

_OF_THE_TRIAL = (AllocationOrigin.DRAWN, AllocationOrigin.HISTORIC)


class SiteFilterForm(CodesForm):
    """Which site is looked at."""

    site = SelectField(label=_("Site"), required=False, quiet=True, prompt=_("All sites"))

    def __init__(self, *args: Any, sites: Iterable[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["site"]
        field.choices = [(site.code, site.name) for site in sites]


class FlowFilterForm(SiteFilterForm):
    """Which site is looked at, and which allocations."""

    origin = SelectField(
        label=_("Origin"),
        choices=[(origin.value, origin.label) for origin in _OF_THE_TRIAL],
        required=False,
        quiet=True,
        prompt=_("Drawn here or imported"),
    )


class FlowFileForm(HandOutForm):
    """Which file of the flow leaves, to whom, and what for."""

    field_order = ("what", "recipient", "purpose")

    what = RadiosField(
        label=_("Which file?"),
        choices=[
            ("summary", _("Text, with small numbers suppressed")),
            ("text", _("Text with every number, for the research team")),
            ("drawing", _("Drawing (SVG) with every number, for the research team")),
        ],
        missing=_("Choose a file"),
    )


_WORDS = {
    "min_value": _("Enter 0 or more"),
    "max_value": _("Enter a number up to %(limit_value)s"),
    "invalid": _("Enter a whole number, such as 12"),
}


class PlacesForm(DriveForm):
    """What somebody assumes of the next month: numbers only, so that they may stand in a link."""

    expected = WholeNumberField(
        label=_("How many draws do you expect in the next month?"),
        help_text=_("It begins with the average of the last 3 months."),
        missing=_("Enter how many draws you expect"),
        error_messages=_WORDS,
        min_value=0,
        max_value=_MOST,
        width="4",
    )
    places = WholeNumberField(
        label=_("How many places are free, if you count them otherwise?"),
        help_text=_("Leave it empty to count them from the open cases."),
        error_messages=_WORDS,
        required=False,
        min_value=0,
        max_value=_MOST,
        width="4",
    )
    idvas = YesNoField(
        label=_("Do the places of IDVAs count too?"),
        help_text=_("Then no more places count than they have, under the same target."),
        required=False,
        quiet=True,
    )


class HiddenNumberField(Hidden, forms.IntegerField):
    """A number that the page itself wrote."""


class RecordPlacesForm(DriveForm):
    """The button that records the numbers that a page showed."""

    key = IdempotencyKeyField()
    places = HiddenNumberField(min_value=0, max_value=_MOST)
    expected = HiddenNumberField(min_value=0, max_value=_MOST)
