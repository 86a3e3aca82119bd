"""Asking again, saying words on the telephone, and stopping."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import (
    ConsiderateForm,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
)
from drive.web.multiagency.forms.requests.asking import LONGEST

_REASON = _("Why does it go although the gate warns?")
_WHEN_NEEDED = _("Needed only where the gate says “Look again”.")


class AgainForm(ConsiderateForm):
    """The prepared words, where they go if the directory does not say it, and why all the same."""

    text = LongTextField(
        label=_("The words that go"), missing=_("Write the text"), max_length=LONGEST, rows=10
    )
    address = LongTextField(label=_("Where does it go?"), required=False, max_length=500, rows=3)
    address_again = LongTextField(
        label=_("The same address once more"), required=False, max_length=500, rows=3
    )
    reason = LongTextField(
        label=_REASON, help_text=_WHEN_NEEDED, required=False, max_length=1000, rows=2
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, asks_address: bool = False, **kwargs: Any) -> None:
        """Ask where it goes only where nobody knows it."""
        super().__init__(*args, **kwargs)
        if not asks_address:
            del self.fields["address"], self.fields["address_again"]
        if not self.is_bound:
            del self.fields["reason"]  # asked once the gate has warned


class SendAgainForm(ConsiderateForm):
    """That a request which did not leave is handed to the gate again."""

    reason = LongTextField(
        label=_REASON, help_text=_WHEN_NEEDED, required=False, max_length=1000, rows=3
    )
    key = IdempotencyKeyField()


class SaidForm(DriveForm):
    """What came of a call, or that a letter was handed out."""

    outcome = RadiosField(
        label=_("What came of it?"),
        choices=[
            ("said", _("I read it out to somebody")),
            ("message", _("I left a message to ring back, and said nothing else")),
            ("nobody", _("Nobody answered")),
        ],
        missing=_("Say what came of it"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, is_call: bool, **kwargs: Any) -> None:
        """A letter that is handed out has left: nothing else can come of it."""
        super().__init__(*args, **kwargs)
        if not is_call:
            del self.fields["outcome"]


class StopForm(ConsiderateForm):
    """Why it is not asked for any more."""

    reason = LongTextField(
        label=_("Why is it not asked for any more?"),
        missing=_("Write why it is not asked for any more"),
        max_length=1000,
        rows=3,
    )
    key = IdempotencyKeyField()
