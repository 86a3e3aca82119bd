"""The ledger of what left the system."""

from django.db import models

from drive.vocabulary.word import Word
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded


class ReleaseKind(Word):
    """What left."""

    SNAPSHOT = "snapshot", "Pseudonymised snapshot"
    REPORT = "report", "Evaluation report"
    PRINT = "print", "Printed case"
    FLOW = "flow", "Participant flow"
    STRATEGY = "strategy", "Contact strategy"
    HANDOVER = "handover", "Handover sheet"


class Release(Recorded):
    """One thing that left: what, to whom, why, and the digest by which it is known again."""

    kind = models.CharField(max_length=20, choices=ReleaseKind.choices())
    recipient = models.CharField(max_length=120)
    purpose = models.CharField(max_length=200)
    object_ids = models.JSONField(default=list)
    digest = models.CharField(max_length=80, blank=True)

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["Release"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
