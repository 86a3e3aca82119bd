"""Supervision of a case, and what was agreed in it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.oversight import OversightKind
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.casework.models import CASEWORK_ACCESS, Capacity, DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class OversightRecord(Recorded):
    """One look at the work on a case. It is added to by the next one, never changed.

    The relationship stands before the facts: what the victim-survivor and her Idva know of it
    changes how the facts read (Year-1 report, lines 4216-4228). It lies sealed.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=OversightKind.choices())
    held_on = models.DateField()
    present = models.CharField(max_length=300, blank=True)
    heard_from_idva_on = models.DateField(null=True)
    sealed_relationship = SealedTextField(compartment="casework")
    facts = models.TextField()
    collusion_signs = models.CharField(max_length=120, blank=True)
    collusion_words = models.TextField(blank=True)
    whose_risk = models.CharField(max_length=200, blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["OversightRecord"].as_manager()

    class Meta:
        ordering = ["-held_on", "-recorded_at"]


class OversightAction(Recorded):
    """Something that was agreed, who does it, by when, and what came of it."""

    record = models.ForeignKey(OversightRecord, on_delete=models.PROTECT, related_name="actions")
    words = models.CharField(max_length=500)
    for_case_manager = models.BooleanField(default=True)
    due_on = models.DateField()
    outcome = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(
        compartment=Compartment.CASEWORK,
        site="record__drive_case__site",
        holders=(Held("record__drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=(
            "record__drive_case__perpetrator__person",
            "record__drive_case__perpetrator__dyads__victim_survivor__person",
        ),
    )
    objects = VisibleQuerySet["OversightAction"].as_manager()

    class Meta:
        ordering = ["due_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="oversight_action_done_at_and_by_together",
            ),
        ]
