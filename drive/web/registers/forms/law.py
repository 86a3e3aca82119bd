"""The forms of orders, breaches and risk events."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.registers import BreachDecision, OrderType, RiskEventKind
from drive.web.design_system.forms import DateField, RadiosField, SelectField
from drive.web.registers.forms.entry import EntryForm, Line, SpellForm, Words


class OrderForm(SpellForm):
    """An order or a condition."""

    kind = SelectField(
        label=_("What kind of order or condition?"),
        choices=OrderType,
        missing=_("Choose the kind of order"),
    )
    made_by = Line(label=_("Which court or agency made it?"), required=False)
    terms = Words(
        label=_("Terms"), help_text=_("Copy them exactly, without an address."), required=False
    )


class BreachForm(EntryForm):
    """A breach."""

    order = SelectField(
        label=_("Which order or condition?"), missing=_("Choose the order or condition")
    )
    evidence = Words(label=_("What shows it?"), required=False)
    informed_on = DateField(
        label=_("When was the offender manager informed?"),
        help_text=_("Leave it blank if that has not happened yet."),
        may_be_future=False,
        required=False,
    )
    decision = RadiosField(
        label=_("What was decided?"),
        choices=BreachDecision,
        small=True,
        missing=_("Choose what was decided"),
    )
    reason = Words(label=_("For which reason?"), required=False)


class RiskEventForm(EntryForm):
    """A risk event."""

    kind = RadiosField(
        label=_("What happened?"), choices=RiskEventKind, missing=_("Choose what happened")
    )
    action = Words(label=_("What was done about it?"), required=False)
