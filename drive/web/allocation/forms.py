"""The forms of the design and of the draw."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.design_system.forms import (
    CodesForm,
    DateField,
    DriveForm,
    Hidden,
    IdempotencyKeyField,
    SelectField,
    WholeNumberField,
)
from drive.web.organisations.models import Site


def _offer(form: DriveForm, sites: list[Site]) -> None:
    by_code = {site.code: site for site in sites}
    field: Any = form.fields["site"]
    field.choices = [(code, site.name) for code, site in by_code.items()]
    field.coerce = by_code.__getitem__


class RatioForm(DriveForm):
    """A ratio from a day on."""

    key = IdempotencyKeyField()
    site = SelectField(label=_("Site"), missing=_("Choose the site"))
    starts_on = DateField(
        label=_("First day"),
        missing=_("Enter the first day"),
        help_text=_(
            "The day of the first hearings that it is for. No hearing of that day or later may be "
            "recorded yet."
        ),
    )
    drive_share = WholeNumberField(
        label=_("Places in Drive"), width="2", min_value=1, max_value=20, initial=1
    )
    control_share = WholeNumberField(
        label=_("For how many in the control arm"), width="2", min_value=1, max_value=50, initial=8
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, sites)


class MomentField(Hidden, forms.Field):
    """A hidden moment: the page was made from what was recorded until then."""

    def to_python(self, value: Any) -> datetime | None:
        """Read the moment that the page itself wrote."""
        if not value:
            return None
        try:
            read = datetime.fromisoformat(str(value))
        except ValueError:
            read = None
        if read is None or read.tzinfo is None:
            raise forms.ValidationError(_("Go back, reload the page and try again"))
        return read


class MarkField(Hidden, forms.CharField):
    """A hidden mark of what the page showed."""


class DrawForm(DriveForm):
    """The button of a draw: it decides on what the page showed, and on nothing that came since."""

    key = IdempotencyKeyField()
    recorded_until = MomentField()
    mark = MarkField()


class LogFilterForm(CodesForm):
    """Which decisions are shown: by codes only."""

    site = SelectField(label=_("Site"), required=False, quiet=True, prompt=_("All sites"))
    arm = SelectField(
        label=_("Arm"), choices=Arm, required=False, quiet=True, prompt=_("Both arms")
    )
    origin = SelectField(
        label=_("Origin"),
        choices=AllocationOrigin,
        required=False,
        quiet=True,
        prompt=_("Drawn here or imported"),
    )
    outcome = SelectField(
        label=_("Outcome"),
        choices=AllocationOutcome,
        required=False,
        quiet=True,
        prompt=_("All outcomes"),
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, sites)
