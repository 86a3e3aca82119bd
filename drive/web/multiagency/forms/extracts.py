"""The form of a police extract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import DriveForm, IdempotencyKeyField, SelectField, UploadField
from drive.web.multiagency.forms.directory.offering import offer_rows
from drive.web.organisations.models import Agency


class ExtractForm(DriveForm):
    """A file, and which force sent it."""

    agency = SelectField(
        label=_("Which police force sent it?"),
        choices=(),
        prompt=_("Choose one"),
        missing=_("Choose the police force that sent it"),
    )
    file = UploadField(
        label=_("The extract"),
        help_text=_("A CSV file with at most 2,000 rows."),
        accept=".csv,.txt,.tsv",
        missing=_("Choose the file"),
        allow_empty_file=True,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        """Offer the police forces of the sites in reach."""
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["agency"], agencies)
        if len(agencies) == 1:
            self.fields["agency"].initial = str(agencies[0].pk)
