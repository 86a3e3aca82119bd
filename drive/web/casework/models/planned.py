"""Contact that is planned, so that the Idva lead and the office know of it beforehand."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import ContactPlace
from drive.web.accounts.models import User
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import DriveCase
from drive.web.casework.models.strategies import ContactStrategy, strategy_access
from drive.web.core.models import Recorded
from drive.web.offices.models import OfficeTime


class PlannedContact(Recorded):
    """A contact that is planned: when, how and where, on which version of the strategy.

    Without a strategy only in an emergency, with the reason.
    """

    drive_case = models.ForeignKey(
        DriveCase, on_delete=models.PROTECT, related_name="planned_contacts"
    )
    strategy = models.ForeignKey(
        ContactStrategy, null=True, on_delete=models.PROTECT, related_name="planned_contacts"
    )
    planned_on = models.DateField()
    contact_type = models.CharField(max_length=12, choices=ContactType.choices())
    place = models.CharField(max_length=16, choices=ContactPlace.choices())
    office_time = models.OneToOneField(
        OfficeTime, null=True, on_delete=models.PROTECT, related_name="+"
    )
    override_reason = models.TextField(blank=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = strategy_access("drive_case")
    objects = VisibleQuerySet["PlannedContact"].as_manager()

    class Meta:
        ordering = ["planned_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
                name="planned_contact_cancelled_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(strategy__isnull=False) | ~Q(override_reason=""),
                name="planned_contact_on_a_strategy_or_overridden",
            ),
        ]
