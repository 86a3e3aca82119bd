"""The forms of whereabouts, custody and adjustments."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.registers import AdjustmentKind, PlaceKind
from drive.web.design_system.forms import DateField, RadiosField
from drive.web.registers.forms.entry import EntryForm, Line, SpellForm, Words


class WhereaboutsForm(EntryForm):
    """Where he stays."""

    kind = RadiosField(
        label=_("What kind of place is it?"),
        choices=PlaceKind,
        small=True,
        missing=_("Choose the kind of place"),
    )
    area = Line(
        label=_("In which area?"),
        help_text=_("A town or a part of it. Never an address: addresses are kept apart."),
        required=False,
    )
    happened_on = DateField(
        label=_("On which day was it last confirmed?"),
        missing=_("Enter the day on which it was confirmed"),
        may_be_future=False,
    )


class CustodyForm(SpellForm):
    """Time in custody."""

    prison = Line(label=_("Which prison?"), missing=_("Enter the prison"))
    expected_release_on = DateField(
        label=_("Release expected on"),
        help_text=_("A fortnight before, the release is on your list."),
        required=False,
    )
    ends_on = DateField(
        label=_("Released on"),
        help_text=_("Leave it blank while he or she is in custody."),
        may_be_future=False,
        required=False,
    )


class AdjustmentForm(SpellForm):
    """What is done differently."""

    kind = RadiosField(
        label=_("What is it about?"),
        choices=AdjustmentKind,
        small=True,
        missing=_("Choose what it is about"),
    )
    text = Words(label=_("What is done differently?"), missing=_("Write what is done differently"))
