"""Offices, and when they are taken. A row names nobody whom it is about."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.offices import OfficeSide
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site


class Office(Recorded):
    """A place that several services of a site share."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="offices")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["site", "name"]
        constraints = [
            models.UniqueConstraint(fields=["site", "name"], name="office_name_once_a_site")
        ]

    def __str__(self) -> str:
        return self.name


class OfficeTime(Recorded):
    """That an office is taken from when to when. Only whoever took it sees the row.

    `about`, `reference` and `person` are those of the Drive case and of the service user, so that a
    task can be opened about it; on the other side they are empty.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="times")
    side = models.CharField(max_length=16, choices=OfficeSide.choices())
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    about = models.UUIDField(null=True)
    reference = models.CharField(max_length=20, blank=True)
    person = models.UUIDField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.OFFICE_TIMES, holders=("recorder",))
    objects = VisibleQuerySet["OfficeTime"].as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["office", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="office_time_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
                name="office_time_cancelled_at_and_by_together",
            ),
        ]
