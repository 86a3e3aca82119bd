"""From which day a site counts the months of its cases."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.clock import ClockStart
from drive.web.design_system.forms import (
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    VersionField,
)


class SiteClockForm(DriveForm):
    """The day from which the months count, and why."""

    start = RadiosField(
        label=_("From which day are the months of a case counted?"),
        help_text=_("It holds for the cases that are opened from now on. No other day moves."),
        choices=ClockStart,
        missing=_("Choose from which day the months are counted"),
    )
    reason = LongTextField(
        label=_("Why?"), max_length=2_000, rows=4, missing=_("Write why the site counts so")
    )
    seen = VersionField()
    key = IdempotencyKeyField()
