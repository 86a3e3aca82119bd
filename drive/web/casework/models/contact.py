"""Contact with the service user, and why there is none."""

from django.db import models

from drive.vocabulary.casework import (
    AssessmentPoint,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase
from drive.web.casework.models.notes import CaseNote
from drive.web.core.models import Recorded


class SuContact(Recorded):
    """A contact with the service user, or an attempt: a fact is never refused."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="contacts")
    happened_on = models.DateField()
    contact_type = models.CharField(max_length=12, choices=ContactType.choices())
    successful = models.BooleanField()
    note = models.ForeignKey(CaseNote, null=True, on_delete=models.PROTECT, related_name="contacts")
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["SuContact"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]


class NonContactRecord(Recorded):
    """Why there has been no contact, as it stood at one point. A later row replaces it."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="non_contacts")
    point = models.CharField(max_length=10, choices=AssessmentPoint.choices())
    reason = models.CharField(max_length=20, choices=NonContactReason.choices())
    cause = models.CharField(max_length=20, blank=True, choices=NonContactCause.choices())
    form = models.CharField(max_length=40)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["NonContactRecord"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]
