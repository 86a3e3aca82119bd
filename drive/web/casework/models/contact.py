"""Contact with the service user, and why there is none."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.casework import (
    AssessmentPoint,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.vocabulary.strategy import ContactPlace, ContactPlanning
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase
from drive.web.casework.models.notes import CaseNote
from drive.web.casework.models.planned import PlannedContact
from drive.web.casework.models.strategies import ContactStrategy
from drive.web.core.models import Recorded


class SuContact(Recorded):
    """A contact with the service user, or an attempt: a fact is never refused."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="contacts")
    happened_on = models.DateField()
    contact_type = models.CharField(max_length=12, choices=ContactType.choices())
    successful = models.BooleanField()
    note = models.ForeignKey(CaseNote, null=True, on_delete=models.PROTECT, related_name="contacts")
    # Empty in records of the time before strategies were kept here.
    planning = models.CharField(max_length=10, blank=True, choices=ContactPlanning.choices())
    place = models.CharField(max_length=16, blank=True, choices=ContactPlace.choices())
    others_present = models.CharField(max_length=200, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    strategy = models.ForeignKey(
        ContactStrategy, null=True, on_delete=models.PROTECT, related_name="contacts"
    )
    plan = models.OneToOneField(
        PlannedContact, null=True, on_delete=models.PROTECT, related_name="contact"
    )
    override_reason = models.TextField(blank=True)
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["SuContact"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(planning=ContactPlanning.PLANNED) | Q(strategy__isnull=False),
                name="planned_contact_names_its_strategy",
            ),
            models.CheckConstraint(
                condition=~Q(planning=ContactPlanning.EMERGENCY) | ~Q(override_reason=""),
                name="contact_in_an_emergency_says_why",
            ),
        ]


class NonContactRecord(Recorded):
    """Why there has been no contact, as it stood at one point. A later row replaces it."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="non_contacts")
    point = models.CharField(max_length=16, choices=AssessmentPoint.choices())
    reason = models.CharField(max_length=20, choices=NonContactReason.choices())
    cause = models.CharField(max_length=20, blank=True, choices=NonContactCause.choices())
    # Since when it has stood without a break, whose risk waiting reduces, and when to look again.
    since = models.DateField(null=True)
    whose_risk = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True)
    form = models.CharField(max_length=40)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["NonContactRecord"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]
