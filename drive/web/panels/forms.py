"""The forms of a panel: opening it, a verdict, settling it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.panels import PanelCriterion, PanelVerdict
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    DriveForm,
    Hidden,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    WholeNumberField,
)
from drive.web.organisations.models import Site
from drive.web.panels.actions import Meeting, Said
from drive.web.panels.models import Panel

SHORTEST_REASON = 10
LONGEST_REASON = 1000
MOST_PLACES = 500


class OpenForm(DriveForm):
    """A meeting of a panel."""

    key = IdempotencyKeyField()
    site = SelectField(label=_("Site"), missing=_("Choose the site"))
    held_on = DateField(
        label=_("Day of the panel"), missing=_("Enter the day of the panel"), may_be_future=False
    )
    members = CheckboxesField(
        label=_("Who takes part?"),
        help_text=_("Agencies, not names."),
        choices=AgencyType,
        missing=_("Say which agencies take part"),
        small=True,
    )
    places = WholeNumberField(
        label=_("Free places in Drive"),
        help_text=_(
            "How many more perpetrators the case managers can take on. Co-perpetrators of one "
            "hearing count as one."
        ),
        missing=_("Enter the free places; 0 if none is free"),
        width="3",
        max_value=MOST_PLACES,
    )
    criteria = CheckboxesField(
        label=_("What does the panel look at?"),
        help_text=_("Leave out what does not apply at this panel."),
        choices=PanelCriterion,
        missing=_("Choose what the panel looks at"),
        initial=list(PanelCriterion),
        small=True,
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_code = {site.code: site for site in sites}
        field: Any = self.fields["site"]
        field.choices = [(code, site.name) for code, site in by_code.items()]
        field.coerce = by_code.__getitem__

    def meeting(self) -> Meeting:
        """Return what was typed."""
        given = self.cleaned_data
        return Meeting(
            held_on=given["held_on"],
            members=given["members"],
            criteria=given["criteria"],
            places=given["places"],
        )


class VerdictForm(DriveForm):
    """What a panel says of a hearing."""

    key = IdempotencyKeyField()
    verdict = RadiosField(
        label=_("What does the panel say?"),
        choices=PanelVerdict,
        hints={
            PanelVerdict.SELECTED: _("He is to come to Drive, if there is a place."),
            PanelVerdict.NOT_SELECTED: _(
                "He stays with the usual services. A later hearing brings him back to a panel."
            ),
            PanelVerdict.ADJOURNED: _("The panel needs to know more."),
        },
        missing=_("Say what the panel says"),
    )
    criteria = CheckboxesField(
        label=_("Which criteria does he meet?"), required=False, quiet=True, small=True
    )
    reason = LongTextField(
        label=_("Why?"),
        help_text=_("In a sentence or two. Later panels read it."),
        missing=_("Write the reason"),
        max_length=LONGEST_REASON,
        rows=3,
        validators=[
            MinLengthValidator(
                SHORTEST_REASON, _("Write the reason in at least %(limit_value)d characters")
            )
        ],
    )

    def __init__(self, *args: Any, panel: Panel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["criteria"]
        field.choices = [(each, _(PanelCriterion(each).label)) for each in panel.criteria]
        field.coerce = PanelCriterion

    def said(self) -> Said:
        """Return what was typed."""
        given = self.cleaned_data
        return Said(verdict=given["verdict"], criteria=given["criteria"], reason=given["reason"])


class MarkField(Hidden, forms.CharField):
    """A hidden mark of what the page showed."""


class SettleForm(DriveForm):
    """The button that settles a panel: it does what the page showed, or nothing."""

    key = IdempotencyKeyField()
    mark = MarkField(missing="Go back, reload the page and try again")
