"""Queries about what a record says: asked, answered, resolved."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.monitoring import QueryResolution
from drive.web.accounts.models import User
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.assessments.models import Assessment
from drive.web.casework.models import CASEWORK_ACCESS, DriveCase
from drive.web.core.models import Recorded


def both_or_neither(at: str, by: str) -> Q:
    """Return the condition that a time and its person stand together."""
    return Q(**{at: None, by: None}) | Q(**{f"{at}__isnull": False, f"{by}__isnull": False})


class DataQuery(Recorded):
    """Somebody asks whether one field of an assessment is right."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    answer = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    resolution = models.CharField(max_length=16, blank=True, choices=QueryResolution.choices())
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["DataQuery"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("answered_at", "answered_by"),
                name="data_query_answered_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("resolved_at", "resolved_by"),
                name="data_query_resolved_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolution="")
                | Q(resolved_at__isnull=False) & ~Q(resolution=""),
                name="data_query_resolved_with_how",
            ),
        ]
