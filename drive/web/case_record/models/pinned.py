"""What is kept about a case as a whole: the entries of its timeline that stand on top."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models import CASEWORK_ACCESS, DriveCase
from drive.web.core.models import Recorded


class PinnedEntry(Recorded):
    """An entry of the timeline that whoever opens the case should read first."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=TimelineKind.choices())
    entry = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["PinnedEntry"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "entry"],
                condition=Q(ended_at=None),
                name="one_pin_an_entry",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="pinned_entry_ended_at_and_by_together",
            ),
        ]
