"""A criminal-justice hold: proposed and decided."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.strategy import HoldState, ProceedingsStage
from drive.web.casework.models import WhoseRisk
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DateField,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
    VersionField,
)


def whose_risk(label: Any) -> CheckboxesField:
    """Return the question that every decision about holding or closing answers."""
    return CheckboxesField(
        label=label,
        help_text=_("Nothing is decided to make an organisation safer."),
        choices=[(each.value, _(each.label)) for each in WhoseRisk if each is not WhoseRisk.NOBODY],
        coerce=WhoseRisk,
        small=True,
        missing=_("Say whose risk this reduces"),
    )


class HoldForm(ConsiderateForm):
    """Why direct work should rest, on which evidence, and whose risk that reduces."""

    proceedings = TextField(
        label=_("Which proceedings?"),
        help_text=_("The charge and the court, with dates where they are known."),
        max_length=200,
        missing=_("Write which proceedings"),
    )
    stage = RadiosField(
        label=_("How far have they come?"), choices=ProceedingsStage, missing=_("Choose the stage")
    )
    reason = LongTextField(
        label=_("Why should direct work rest in this case?"),
        max_length=2_000,
        rows=4,
        missing=_("Write the reason"),
    )
    evidence = LongTextField(
        label=_("Evidence"),
        help_text=_("Such as the court date, the charge, what the officer in charge asks for."),
        max_length=2_000,
        rows=3,
        missing=_("Write the evidence"),
    )
    court_risk = LongTextField(
        label=_("The risk that engagement is used in court"),
        max_length=2_000,
        rows=3,
        missing=_("Write what the risk is, or that there is none"),
    )
    whose_risk = whose_risk(_("Whose risk does a hold reduce?"))
    key = IdempotencyKeyField()


class DecideHoldForm(ConsiderateForm):
    """What becomes of a hold."""

    state = RadiosField(label=_("What do you decide?"), missing=_("Choose what you decide"))
    review_on = DateField(
        label=_("Review on"),
        help_text=_("Needed for a hold in force: within eight weeks. Then it comes to review."),
        required=False,
    )
    reason = LongTextField(
        label=_("Reason"),
        help_text=_("Needed where a hold is not agreed, or is lifted."),
        max_length=2_000,
        rows=3,
        required=False,
    )
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, choices: list[tuple[HoldState, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        field.choices = [(state.value, text) for state, text in choices]
        field.coerce = HoldState
