"""Forms of the evaluator."""

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import (
    DriveForm,
    IdempotencyKeyField,
    TextField,
    WholeNumberField,
)


class FreezeForm(DriveForm):
    """That a snapshot is to be frozen: nothing has to be chosen."""

    key = IdempotencyKeyField()


class EvaluateForm(DriveForm):
    """The one thing that a run of the evaluation can be given."""

    seed = WholeNumberField(
        label=_("Seed"),
        help_text=_("Where chance enters a result, the same seed gives the same result."),
        missing=_("Enter a seed"),
        min_value=0,
        max_value=2**31 - 1,
        width="10",
    )
    key = IdempotencyKeyField()


class HandOutForm(DriveForm):
    """To whom files go, and what for: it is written into the ledger before they leave."""

    recipient = TextField(
        label=_("Who are the files for?"),
        help_text=_("A person and an organisation."),
        missing=_("Enter who the files are for"),
        max_length=120,
    )
    purpose = TextField(
        label=_("What are they for?"),
        missing=_("Enter what the files are for"),
        max_length=200,
    )
