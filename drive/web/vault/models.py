"""Addresses, sealed under the vault's own key."""

from django.db import models
from django.db.models import F, Q

from drive.web.core.models import Recorded


class Address(Recorded):
    """Where somebody lives or lived. Never shown on a page before the vault's own part is built."""

    subject_id = models.UUIDField(db_index=True)
    sealed_lines = models.TextField()
    sealed_postcode = models.TextField(blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="address_until_not_before_since",
            )
        ]


class Telephone(Recorded):
    """A number. Whether it is safe to ring belongs to the safe-contact plan of a later part."""

    subject_id = models.UUIDField(db_index=True)
    sealed_number = models.TextField()
