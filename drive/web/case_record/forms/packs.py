"""The forms of the service user's subject-access pack."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.disclosure import BY_DECISION, IdentityCheck, LeftOut
from drive.vocabulary.outbound import OutgoingChannel
from drive.web.design_system.forms import (
    CheckboxField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    VersionField,
)


class OpenPackForm(DriveForm):
    """When he asked, and how it was made sure that it is he."""

    asked_on = DateField(
        label=_("When did he ask?"),
        help_text=_("The pack is due one month after this day."),
        missing=_("Enter when he asked"),
        may_be_future=False,
    )
    identity = RadiosField(
        label=_("How was it made sure that it is he?"),
        choices=IdentityCheck,
        missing=_("Say how it was made sure that it is he"),
    )
    key = IdempotencyKeyField()


class DecideForm(ConsiderateForm):
    """Whether something goes into the pack."""

    included = RadiosField(
        label=_("Is it in the pack?"),
        choices=[("in", _("In: he gets it")), ("out", _("Left out"))],
        missing=_("Choose whether it is in the pack"),
    )
    reason = SelectField(
        label=_("Why is it left out?"),
        choices=[(each.value, each.label) for each in LeftOut if each in BY_DECISION],
        prompt=_("Choose if it is left out"),
        required=False,
    )
    black_out_found = CheckboxField(
        label=_("Black out everything protected that the gate finds in it"), required=False
    )
    words = LongTextField(
        label=_("What else is blacked out?"),
        help_text=_("Each in its own line, as it stands in the text."),
        max_length=4_000,
        rows=4,
        required=False,
    )
    why = LongTextField(
        label=_("Reason"),
        help_text=_("Asked if it was left out and is put in. He does not get it."),
        max_length=1_000,
        rows=3,
        required=False,
    )
    seen = VersionField()
    key = IdempotencyKeyField()

    def words_in_lines(self) -> list[str]:
        """Return what else is blacked out, once the form is valid."""
        text: str = self.cleaned_data["words"]
        return [line.strip() for line in text.splitlines() if line.strip()]

    def left_out_for(self) -> LeftOut | None:
        """Return why it is left out, once the form is valid."""
        chosen: Any = self.cleaned_data["reason"]
        return LeftOut(chosen) if chosen else None


class SignForm(DriveForm):
    """A signature."""

    read = CheckboxField(
        label=_("I have read everything that he gets"),
        required=True,
    )
    key = IdempotencyKeyField()


class HandOutPackForm(DriveForm):
    """By which way the pack leaves."""

    channel = RadiosField(
        label=_("How does he get it?"),
        choices=[
            (each.value, each.label) for each in (OutgoingChannel.BY_HAND, OutgoingChannel.LETTER)
        ],
        missing=_("Choose how he gets it"),
    )
    key = IdempotencyKeyField()
