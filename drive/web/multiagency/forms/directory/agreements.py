"""An agreement to share information."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.directory import ArmsCovered, LawfulBasis, SharedField
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
)
from drive.web.multiagency.actions.directory import NewAgreement
from drive.web.multiagency.forms.directory.offering import offer_rows
from drive.web.organisations.models import Agency


class AgreementForm(DriveForm):
    """Who may share what, for whom and on what basis; and how it came to be."""

    name = TextField(
        label=_("What is it called?"), missing=_("Enter what it is called"), max_length=160
    )
    parties = CheckboxesField(
        label=_("Which agencies are parties to it?"),
        missing=_("Choose at least one agency"),
        small=True,
    )
    fields_shared = CheckboxesField(
        label=_("What may they share?"),
        choices=SharedField,
        missing=_("Choose what they may share"),
        small=True,
    )
    arms = RadiosField(
        label=_("For whom was it made?"),
        choices=ArmsCovered,
        hints={ArmsCovered.DRIVE_ALONE: _("Then what is shared cannot be compared.")},
        missing=_("Choose for whom it was made"),
    )
    basis = SelectField(
        label=_("On what does sharing rest?"), choices=LawfulBasis, missing=_("Choose the basis")
    )
    began_on = DateField(label=_("When did the talks begin?"), missing=_("Enter the day"))
    signed_on = DateField(label=_("When was it signed?"), required=False)
    live_on = DateField(label=_("Since when is it live?"), required=False)
    review_on = DateField(label=_("When is it due for review?"), required=False)
    ended_on = DateField(label=_("When did it end?"), required=False)
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["parties"], agencies)

    def new(self) -> NewAgreement:
        """Return what was typed, once the form is valid."""
        given = self.cleaned_data
        days = ("began_on", "signed_on", "live_on", "review_on", "ended_on")
        return NewAgreement(
            name=given["name"],
            parties=given["parties"],
            fields=given["fields_shared"],
            arms=given["arms"],
            basis=given["basis"],
            **{name: given[name] for name in days},
        )
