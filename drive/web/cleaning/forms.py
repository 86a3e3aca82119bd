"""The forms of Insights lists and of decisions on their rows."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drive.web.cleaning.rules.states import (
    STAYING,
    DecisionReason,
    InsightsRowState,
    RowVerdict,
)
from drive.web.design_system.forms import (
    CheckboxField,
    DateField,
    DriveForm,
    Hidden,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    UploadField,
)


class UploadForm(DriveForm):
    """An uncleaned Insights list to be imported."""

    key = IdempotencyKeyField()
    file = UploadField(
        label=_("The list"),
        help_text=_("A CSV file or an Excel workbook (.xlsx), with at most 10,000 rows."),
        accept=".csv,.txt,.tsv,.xlsx",
        missing=_("Choose the file"),
        allow_empty_file=True,
    )
    starts_on = DateField(
        label=_("First day of the programme"),
        help_text=_(
            "A row whose hearing was before this day is proposed to be set aside as early. The "
            "first year of Drive began on 1 April 2016."
        ),
        missing=_("Enter the first day of the programme"),
        may_be_future=False,
    )


class ShownRowsField(Hidden, forms.CharField):
    """The hidden keys of the rows that a page shows: no other row is decided on by it."""

    def to_python(self, value: Any) -> Any:
        """Return the keys."""
        try:
            return [UUID(key) for key in (value or "").split()]
        except ValueError as error:
            raise ValidationError(_("Go back, reload the page and try again")) from error


class PageForm(DriveForm):
    """Setting aside the rows of one page, as proposed."""

    key = IdempotencyKeyField()
    rows = ShownRowsField()
    looked = CheckboxField(
        label=_("I have looked at each row that is shown here"),
        missing=_("Look at each row, then tick the box; or decide on single rows"),
    )


class DecideForm(DriveForm):
    """A decision on one row. A row that stays can only be set aside."""

    key = IdempotencyKeyField()
    verdict = RadiosField(
        label=_("What is to be done with this row?"),
        choices=RowVerdict,
        hints={
            RowVerdict.SET_ASIDE: _("It stays in the list and can be taken back."),
            RowVerdict.KEEP: _("It stays among the rows that are analysed."),
        },
        reveals={RowVerdict.SET_ASIDE: "reason"},
        missing=_("Choose whether the row is set aside or kept"),
    )
    reason = RadiosField(
        label=_("For which reason is it set aside?"),
        choices=DecisionReason,
        required=False,
        quiet=True,
        small=True,
    )
    words = LongTextField(
        label=_("Why?"),
        help_text=_("May be left empty if you set the row aside just as it was proposed."),
        required=False,
        quiet=True,
        rows=3,
        max_length=1000,
    )

    def __init__(self, *args: Any, state: InsightsRowState, **kwargs: Any) -> None:
        """Offer what can be done with a row that stands as `state`."""
        super().__init__(*args, **kwargs)
        if state in STAYING:
            del self.fields["verdict"]
        elif state is InsightsRowState.SET_ASIDE:
            verdict: Any = self.fields["verdict"]
            verdict.choices = [
                (RowVerdict.KEEP.value, _("Take the row back and keep it")),
                (RowVerdict.SET_ASIDE.value, _("Leave it set aside, for another reason")),
            ]

    @property
    def decided(self) -> RowVerdict:
        """What was decided, once the form is valid."""
        verdict: RowVerdict = self.cleaned_data.get("verdict", RowVerdict.SET_ASIDE)
        return verdict


class RowFilterForm(DriveForm):
    """Narrowing the rows of a list."""

    state = SelectField(
        label=_("Where the row stands"),
        choices=InsightsRowState,
        required=False,
        quiet=True,
        prompt=_("All"),
    )
