"""Forms about an Idva case as a whole: who holds it, from when to when, and where she went."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.vault import ClashOutcome
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.design_system.forms import (
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
)


class IdvaChooser(DriveForm):
    """Which Idva."""

    idva = SelectField(label=_("IDVA"), missing=_("Choose an IDVA"))
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, idvas: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["idva"], idvas)


class OpenCaseForm(IdvaChooser):
    """Open the support of a victim-survivor."""

    opened_on = DateField(
        label=_("When does support begin?"),
        missing=_("Enter the day on which support begins"),
        may_be_future=False,
    )
    field_order = ["opened_on", "idva", "key"]


class CloseCaseForm(DriveForm):
    """End the support."""

    closed_on = DateField(
        label=_("When did support end?"),
        missing=_("Enter the day on which support ended"),
        may_be_future=False,
    )
    key = IdempotencyKeyField()


class TransferForm(IdvaChooser):
    """She moves: where to, and who goes on."""

    happened_on = DateField(
        label=_("When does she move?"),
        missing=_("Enter the day on which she moves"),
        may_be_future=False,
    )
    where = LongTextField(
        label=_("Where does she go?"),
        help_text=_(
            "The service or the site. It is sealed: only the IDVA who holds the case from now on "
            "can read it. The perpetrator's side is told nothing."
        ),
        rows=3,
        max_length=1000,
        missing=_("Write where she goes"),
    )
    field_order = ["happened_on", "where", "idva", "key"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say for what the Idva is chosen."""
        super().__init__(*args, **kwargs)
        self.fields["idva"].label = _("Which IDVA goes on with the follow-up?")
        self.fields["idva"].help_text = _("The follow-up at fixed times goes on wherever she is.")


class ClashForm(DriveForm):
    """What came of something that is kept of both people of a pair."""

    outcome = RadiosField(
        label=_("What came of it?"), choices=ClashOutcome, missing=_("Say what came of it")
    )
    key = IdempotencyKeyField()
