"""What was recorded wrongly is taken back: it stays to be read, and no longer counts."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class CanBeTakenBack(models.Model):
    """A row that may be taken back by somebody at some moment."""

    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True


def taken_back_together(table: str) -> models.CheckConstraint:
    """Return the constraint that who and when are known together, under the name of a table."""
    return models.CheckConstraint(
        condition=Q(taken_back_at=None, taken_back_by=None)
        | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
        name=f"{table}_taken_back_at_and_by_together",
    )
