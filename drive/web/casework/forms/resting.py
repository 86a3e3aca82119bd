"""What a contact strategy rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import (
    CheckboxesField,
    DriveForm,
    IdempotencyKeyField,
)


class RestsOnForm(DriveForm):
    """The facts that a version rests on."""

    facts = CheckboxesField(
        label=_("Which facts does it rest on?"),
        help_text=_("Facts are recorded under Information."),
        required=False,
        quiet=True,
        small=True,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, facts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the facts of the case."""
        super().__init__(*args, **kwargs)
        self.fields["facts"].choices = list(facts)  # type: ignore[attr-defined]
