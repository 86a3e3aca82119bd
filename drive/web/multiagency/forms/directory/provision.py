"""What there is locally."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.directory import ProvisionKind, ProvisionState
from drive.web.design_system.forms import (
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    WholeNumberField,
)
from drive.web.multiagency.actions.directory import NewProvision
from drive.web.organisations.models import Provision


class FoundForm(DriveForm):
    """How a service that is known was found."""

    state = RadiosField(
        label=_("Can somebody be referred there now?"),
        choices=ProvisionState,
        reveals={ProvisionState.WAITING: "waiting_weeks"},
        missing=_("Choose whether somebody can be referred there"),
    )
    waiting_weeks = WholeNumberField(
        label=_("For how many weeks does one wait?"),
        required=False,
        min_value=0,
        max_value=520,
        width="3",
        suffix="weeks",
    )
    threshold = LongTextField(
        label=_("Whom do they take?"),
        help_text=_("Their threshold: who is taken and who is not."),
        required=False,
        max_length=1000,
        rows=3,
    )
    found_on = DateField(
        label=_("When was this found out?"), missing=_("Enter the day"), may_be_future=False
    )
    key = IdempotencyKeyField()

    def new(self, of: Provision) -> NewProvision:
        """Return how a service stands that stood otherwise before."""
        return self._new(kind=ProvisionKind(of.kind), name=of.name, agency=of.agency)

    def _new(self, **about: Any) -> NewProvision:
        given = self.cleaned_data
        waits = given["state"] is ProvisionState.WAITING
        return NewProvision(
            **about,
            state=given["state"],
            # The box is folded away under the other options, and keeps what stood in it.
            waiting_weeks=given["waiting_weeks"] if waits else None,
            threshold=given["threshold"],
            found_on=given["found_on"],
        )


class ProvisionForm(FoundForm):
    """A service that is new to the register, or a gap."""

    kind = SelectField(
        label=_("What is it for?"), choices=ProvisionKind, missing=_("Choose what it is for")
    )
    name = TextField(
        label=_("What is it called?"),
        help_text=_("Of a gap: what is missing, such as A programme for men who use drugs."),
        missing=_("Enter what it is called"),
        max_length=160,
    )

    field_order = ["kind", "name"]

    def new_one(self) -> NewProvision:
        """Return a service that is new to the register."""
        return self._new(kind=self.cleaned_data["kind"], name=self.cleaned_data["name"])
