"""The forms of the design, the batches and what becomes of an allocation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drive.randomisation.designs import DEFAULT_BLOCK_MULTIPLES
from drive.vocabulary.allocation import (
    AllocationMethod,
    AllocationOrigin,
    AllocationOutcome,
    Arm,
    LossReason,
    WithdrawalReason,
)
from drive.web.allocation.rules import SHORTEST_SALT
from drive.web.design_system.forms import (
    CodesForm,
    DateField,
    DriveForm,
    Hidden,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    WholeNumberField,
)
from drive.web.organisations.models import Site


def _offer(form: DriveForm, sites: list[Site]) -> None:
    by_code = {site.code: site for site in sites}
    field: Any = form.fields["site"]
    field.choices = [(code, site.name) for code, site in by_code.items()]
    field.coerce = by_code.__getitem__


class DesignForm(DriveForm):
    """How perpetrators come to Drive at a site from a day on."""

    key = IdempotencyKeyField()
    site = SelectField(label=_("Site"), missing=_("Choose the site"))
    starts_on = DateField(
        label=_("First day"),
        missing=_("Enter the first day"),
        help_text=_(
            "The day of the first hearings that it is for. No hearing of that day or later may be "
            "recorded yet."
        ),
    )
    method = RadiosField(
        label=_("How perpetrators come to Drive"),
        choices=AllocationMethod,
        missing=_("Choose how perpetrators come to Drive"),
        initial=AllocationMethod.PERMUTED_BLOCKS,
    )
    drive_share = WholeNumberField(
        label=_("Places in Drive"),
        help_text=_("For permuted blocks only."),
        width="2",
        min_value=1,
        max_value=20,
        initial=1,
        required=False,
    )
    control_share = WholeNumberField(
        label=_("For how many in the control arm"),
        help_text=_("For permuted blocks only."),
        width="2",
        min_value=1,
        max_value=50,
        initial=8,
        required=False,
    )
    block_multiples = TextField(
        label=_("A block holds so many times the ratio"),
        help_text=_(
            "Different whole numbers with commas; each block's is drawn at random. The longer the "
            "blocks, the harder the next arm is to guess."
        ),
        width="10",
        initial=", ".join(str(each) for each in DEFAULT_BLOCK_MULTIPLES),
        required=False,
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, sites)

    def clean_block_multiples(self) -> tuple[int, ...]:
        """Read numbers with commas between them."""
        parts = [part.strip() for part in self.cleaned_data["block_multiples"].split(",")]
        try:
            return tuple(int(part) for part in parts if part) or DEFAULT_BLOCK_MULTIPLES
        except ValueError as error:
            raise forms.ValidationError(
                _("Enter whole numbers with commas between them, such as 3, 5, 8")
            ) from error


class MomentField(Hidden, forms.Field):
    """A hidden moment: the page was made from what was recorded until then."""

    def to_python(self, value: Any) -> datetime | None:
        """Read the moment that the page itself wrote."""
        if not value:
            return None
        try:
            read = datetime.fromisoformat(str(value))
        except ValueError:
            read = None
        if read is None or read.tzinfo is None:
            raise forms.ValidationError(_("Go back, reload the page and try again"))
        return read


class MarkField(Hidden, forms.CharField):
    """A hidden mark of what the page showed."""


class LockForm(DriveForm):
    """The button that locks a batch: it decides on what the page showed, and on nothing since."""

    key = IdempotencyKeyField()
    recorded_until = MomentField()
    mark = MarkField()
    places = WholeNumberField(
        label=_("Places"),
        help_text=_("So many of them go to Drive. Fewer than there are units to be drawn."),
        missing=_("Enter how many places there are"),
        width="2",
        min_value=1,
        max_value=200,
    )

    def __init__(self, *args: Any, with_places: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_places:
            del self.fields["places"]


class WhichForm(CodesForm):
    """Which of the hearings that wait: those of one Marac, or all."""

    meeting = SelectField(
        label=_("Hearings"), required=False, quiet=True, prompt=_("All that wait")
    )

    def __init__(self, *args: Any, meetings: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["meeting"]
        field.choices = meetings


class SaltForm(DriveForm):
    """What the second person enters: anything that nobody else can foresee."""

    key = IdempotencyKeyField()
    salt = TextField(
        label=_("Salt"),
        help_text=_(
            "Anything that nobody can foresee, such as dice that you throw now. It is not secret "
            "afterwards: it proves how the order came about."
        ),
        missing=_("Enter the salt"),
        max_length=100,
        width="20",
    )

    def clean_salt(self) -> str:
        """Refuse a salt that could be guessed."""
        salt: str = self.cleaned_data["salt"]
        if len(salt) < SHORTEST_SALT:
            raise forms.ValidationError(
                _("Enter %(number)s characters or more") % {"number": SHORTEST_SALT}
            )
        return salt


class ReleaseForm(DriveForm):
    """Why a locked batch is released."""

    key = IdempotencyKeyField()
    reason = TextField(label=_("Reason"), missing=_("Enter the reason"), max_length=300)


class WithdrawForm(DriveForm):
    """Why somebody should not have been drawn."""

    key = IdempotencyKeyField()
    reason = RadiosField(
        label=_("Why he should not have been drawn"),
        choices=WithdrawalReason,
        missing=_("Choose the reason"),
    )
    explanation = LongTextField(
        label=_("What happened"), missing=_("Say what happened"), max_length=500, rows=4
    )


class LossForm(DriveForm):
    """Why somebody can no longer be followed up."""

    key = IdempotencyKeyField()
    reason = RadiosField(
        label=_("Why he can no longer be followed up"),
        choices=LossReason,
        missing=_("Choose the reason"),
    )
    lost_on = DateField(label=_("Since"), missing=_("Enter the day"), may_be_future=False)
    explanation = LongTextField(label=_("What happened"), required=False, max_length=500, rows=4)


class LogFilterForm(CodesForm):
    """Which decisions are shown: by codes only."""

    site = SelectField(label=_("Site"), required=False, quiet=True, prompt=_("All sites"))
    arm = SelectField(
        label=_("Arm"), choices=Arm, required=False, quiet=True, prompt=_("Both arms")
    )
    origin = SelectField(
        label=_("Origin"),
        choices=AllocationOrigin,
        required=False,
        quiet=True,
        prompt=_("Drawn here or imported"),
    )
    outcome = SelectField(
        label=_("Outcome"),
        choices=AllocationOutcome,
        required=False,
        quiet=True,
        prompt=_("All outcomes"),
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, sites)
