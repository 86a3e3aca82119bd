"""The forms of oversight: one look at a case, and what came of what was agreed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.oversight import CollusionSign, OversightKind
from drive.web.casework.models import WhoseRisk
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DateField,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
)

MOST_AGREED = 3
_LONGEST = 12_000


class RecordForm(ConsiderateForm):
    """One look at the work on a case: the relationship, the facts, collusion, what was agreed."""

    kind = RadiosField(
        label=_("What was this?"),
        choices=OversightKind,
        small=True,
        missing=_("Choose what it was"),
    )
    held_on = DateField(label=_("When"), missing=_("Enter the day"), may_be_future=False)
    present = TextField(
        label=_("Who was there"),
        help_text=_("By role: such as practice adviser, offender manager."),
        max_length=300,
        required=False,
    )
    heard_from_idva_on = DateField(
        label=_("When did you last hear from the IDVA how the relationship is?"),
        help_text=_("Leave empty if you have not heard yet, and make it something that is agreed."),
        may_be_future=False,
        required=False,
    )
    relationship = LongTextField(
        label=_("The relationship, before the facts"),
        help_text=_(
            "Who holds power over whom, what she fears, what she has tried, what has changed. "
            "It is kept sealed."
        ),
        max_length=_LONGEST,
        rows=6,
        missing=_("Write what is known of the relationship, or that nothing is known and why"),
    )
    facts = LongTextField(
        label=_("What has happened, and how it reads against that"),
        max_length=_LONGEST,
        rows=8,
        missing=_("Write what was looked at"),
    )
    collusion_signs = CheckboxesField(
        label=_("Check for collusion: what of this is seen in the work?"),
        choices=CollusionSign,
        coerce=CollusionSign,
        required=False,
        classes="govuk-checkboxes--small",
    )
    collusion_words = LongTextField(
        label=_("If anything: what was seen, and what will be done differently"),
        max_length=_LONGEST,
        rows=4,
        required=False,
    )
    whose_risk = CheckboxesField(
        label=_("Whose risk does what was agreed reduce?"),
        choices=WhoseRisk,
        coerce=WhoseRisk,
        missing=_("Say whose risk it reduces"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_AGREED + 1):
            self.fields[f"agreed_{number}"] = LongTextField(
                label=_("Agreed, %(number)s") % {"number": number},
                max_length=500,
                rows=2,
                required=False,
            )
            self.fields[f"due_{number}"] = DateField(label=_("By when"), required=False)
            self.fields[f"who_{number}"] = RadiosField(
                label=_("Who does it"),
                choices=[
                    ("case_manager", _("Case manager")),
                    ("service_manager", _("Service manager")),
                ],
                inline=True,
                small=True,
                initial="case_manager",
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a day beside each thing agreed, and for words beside each day."""
        for number in range(1, MOST_AGREED + 1):
            words = (self.cleaned_data.get(f"agreed_{number}") or "").strip()
            day = self.cleaned_data.get(f"due_{number}")
            if words and not day and f"due_{number}" not in self.errors:
                self.add_error(f"due_{number}", _("Enter by when it is to be done"))
            elif day and not words:
                self.add_error(f"agreed_{number}", _("Write what was agreed"))
        return self.cleaned_data


class FinishForm(ConsiderateForm):
    """What came of something that was agreed."""

    outcome = LongTextField(
        label=_("What came of it?"), max_length=2000, rows=4, missing=_("Write what came of it")
    )
    key = IdempotencyKeyField()
