"""Where the service user stays, time in custody, and what has to be done differently."""

from django.db import models

from drive.vocabulary.registers import AdjustmentKind, PlaceKind
from drive.web.registers.models.entry import Entry, Spell, kept, kept_while


class Whereabouts(Entry):
    """Where the service user was known to stay on a day: a kind of place and an area.

    Addresses are kept in the vault and nowhere else.
    """

    kind = models.CharField(max_length=20, choices=PlaceKind.choices())
    area = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("area")


class CustodySpell(Spell):
    """Time in custody."""

    prison = models.TextField()
    expected_release_on = models.DateField(null=True)

    class Meta(Spell.Meta):
        constraints = kept_while("prison")


class Adjustment(Spell):
    """What is done differently so that somebody can take part."""

    kind = models.CharField(max_length=12, choices=AdjustmentKind.choices())

    class Meta(Spell.Meta):
        constraints = kept_while()
