"""Orders and conditions, breaches of them, and events that change a risk."""

from django.db import models

from drive.vocabulary.registers import BreachDecision, OrderType, RiskEventKind
from drive.web.registers.models.entry import Entry, Spell, kept, kept_while


class Order(Spell):
    """An order or a condition that binds the service user."""

    kind = models.CharField(max_length=24, choices=OrderType.choices())
    made_by = models.TextField(blank=True)
    terms = models.TextField(blank=True)

    class Meta(Spell.Meta):
        constraints = kept_while("made_by", "terms")


class Breach(Entry):
    """What was done against an order, what shows it, and what was decided."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="+")
    evidence = models.TextField(blank=True)
    informed_on = models.DateField(null=True)
    decision = models.CharField(max_length=20, choices=BreachDecision.choices())
    reason = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("evidence", "reason")


class RiskEvent(Entry):
    """Something after which a risk is not what it was, and what was done about it."""

    kind = models.CharField(max_length=12, choices=RiskEventKind.choices())
    action = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("action")
