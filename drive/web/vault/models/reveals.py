"""How somebody may safely be reached, and who looked at what."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.vault import ContactDetail, RevealReason
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.sealing import SealedTextField
from drive.web.vault.models.subjects import VaultRow


class SafeContactPlan(VaultRow):
    """When, how and with which words she may be reached. A change is a new version."""

    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    sealed_when = SealedTextField(compartment="location", blank=True)
    sealed_how = SealedTextField(compartment="location", blank=True)
    sealed_say = SealedTextField(compartment="location", blank=True)
    sealed_password = SealedTextField(compartment="location", blank=True)

    objects = VisibleQuerySet["SafeContactPlan"].as_manager()

    class Meta:
        ordering = ["recorded_at"]


class Reveal(VaultRow):
    """That somebody looked at a row of the vault, why, and until when it was shown."""

    kind = models.CharField(max_length=10, choices=ContactDetail.choices())
    row = models.UUIDField()
    reason = models.CharField(max_length=12, choices=RevealReason.choices())
    until = models.DateTimeField()

    objects = VisibleQuerySet["Reveal"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("recorded_at")), name="reveal_ends_after_it_begins"
            )
        ]
