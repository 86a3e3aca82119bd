"""Changes of the planned course, what agencies leave, and what comes in after closing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.clock import ChangeKind, ExtensionGround, LateOutcome
from drive.web.casework import rules
from drive.web.casework.forms.holds import whose_risk
from drive.web.design_system.forms import (
    ConsiderateForm,
    DateField,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    WholeNumberField,
    YesNoField,
)


class ChangeForm(ConsiderateForm):
    """An extension, a step-down or an early closure, with its reason."""

    kind = RadiosField(
        label=_("What do you propose?"),
        choices=ChangeKind,
        reveals={ChangeKind.EXTENSION: "ground"},
        hints={
            ChangeKind.EXTENSION: _("The case goes on beyond its planned end."),
            ChangeKind.STEP_DOWN: _("Less work, with the case open for up to six months more."),
            ChangeKind.EARLY_CLOSURE: _("Only where progress is extremely unlikely."),
        },
        missing=_("Choose what you propose"),
    )
    ground = RadiosField(
        label=_("On which ground?"),
        choices=ExtensionGround,
        small=True,
        required=False,
        quiet=True,
    )
    months = WholeNumberField(
        label=_("For how many months?"),
        help_text=_("From 1 to 6. Leave it empty for an early closure."),
        width="2",
        required=False,
        quiet=True,
    )
    reason = LongTextField(
        label=_("Reason"), max_length=2_000, rows=5, missing=_("Write the reason")
    )
    whose_risk = whose_risk(_("Whose risk does this reduce?"))
    key = IdempotencyKeyField()


class DecideChangeForm(ConsiderateForm):
    """Approved or not."""

    approved = YesNoField(label=_("Do you approve?"), missing=_("Choose yes or no"))
    reason = LongTextField(
        label=_("Reason"),
        help_text=_("Needed if you do not approve."),
        max_length=2_000,
        rows=3,
        required=False,
    )
    key = IdempotencyKeyField()


class OffLoadingForm(ConsiderateForm):
    """What an agency left to Drive."""

    agency = SelectField(
        label=_("Which agency?"), choices=AgencyType, missing=_("Choose the agency")
    )
    happened_on = DateField(label=_("When"), missing=_("Enter when"), may_be_future=False)
    what = LongTextField(
        label=_("What did the agency leave to Drive?"),
        max_length=2_000,
        rows=4,
        missing=_("Write what the agency left to Drive"),
    )
    answer = LongTextField(
        label=_("What was answered or done"), max_length=2_000, rows=3, required=False
    )
    key = IdempotencyKeyField()


class LateForm(ConsiderateForm):
    """What came in after closing."""

    text = LongTextField(
        label=_("What did you learn?"),
        max_length=rules.LONGEST_NOTE,
        missing=_("Write what you learned"),
    )
    informant = SelectField(
        label=_("Who told you?"),
        help_text=_("What the victim-survivor or the IDVA told you is kept sealed."),
        choices=InformationSource,
        missing=_("Choose who told you"),
    )
    learned_on = DateField(label=_("When"), missing=_("Enter when"), may_be_future=False)
    key = IdempotencyKeyField()


class DecideLateForm(ConsiderateForm):
    """What is done about late information."""

    outcome = RadiosField(
        label=_("What do you decide?"),
        choices=LateOutcome,
        reveals={LateOutcome.PASSED_ON: "passed_to"},
        hints={LateOutcome.REOPENED: _("The case goes back to active work.")},
        missing=_("Choose what you decide"),
    )
    passed_to = TextField(label=_("To whom?"), required=False, quiet=True, max_length=120)
    reason = LongTextField(
        label=_("Reason"), max_length=2_000, rows=4, missing=_("Write the reason")
    )
    key = IdempotencyKeyField()
