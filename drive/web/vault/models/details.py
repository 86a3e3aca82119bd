"""Addresses, numbers and other details, sealed under the vault's own key.

What is put right is a new row that takes the place of the old one. An index is a keyed hash by
which equal texts find each other and from which nothing can be read.
"""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.vault import AddressKind, BelongsTo, Certainty, DetailKind, TelephoneKind
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.sealing import SealedTextField
from drive.web.vault.models.subjects import VaultRow


class Kept(VaultRow):
    """What addresses, numbers and other details have in common."""

    belongs_to = models.CharField(
        max_length=8, choices=BelongsTo.choices(), default=BelongsTo.OWN.value
    )
    # Of her: whether he knows it. Empty where nobody has said.
    known_to_him = models.CharField(max_length=8, blank=True, choices=Certainty.choices())
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    taken_back = models.BooleanField(default=False)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        abstract = True
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="%(class)s_until_not_before_since",
            )
        ]


class Address(Kept):
    """Where somebody lives, lived, works or goes."""

    kind = models.CharField(
        max_length=20, choices=AddressKind.choices(), default=AddressKind.HOME.value
    )
    shared_with_him = models.CharField(max_length=8, blank=True, choices=Certainty.choices())
    sealed_place = SealedTextField(compartment="location", blank=True)
    sealed_lines = SealedTextField(compartment="location")
    sealed_postcode = SealedTextField(compartment="location", blank=True)
    index_whole = models.CharField(max_length=80, blank=True, db_index=True)
    index_postcode = models.CharField(max_length=80, blank=True, db_index=True)

    objects = VisibleQuerySet["Address"].as_manager()


class Telephone(Kept):
    """A number, and whether it is safe to ring."""

    kind = models.CharField(max_length=10, blank=True, choices=TelephoneKind.choices())
    safe = models.CharField(max_length=8, blank=True, choices=Certainty.choices())
    sealed_number = SealedTextField(compartment="location")
    index_number = models.CharField(max_length=80, blank=True, db_index=True)

    objects = VisibleQuerySet["Telephone"].as_manager()


class Detail(Kept):
    """A new name, an email address, a number plate, or something else that leads to somebody."""

    kind = models.CharField(max_length=10, choices=DetailKind.choices())
    sealed_text = SealedTextField(compartment="location")
    index_text = models.CharField(max_length=80, blank=True, db_index=True)

    objects = VisibleQuerySet["Detail"].as_manager()
