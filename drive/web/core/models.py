"""The base of every table."""

import uuid

from django.conf import settings
from django.db import models


class BaseModel(models.Model):
    """A row with a UUID key, so that a key says nothing and never clashes between sites."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Recorded(BaseModel):
    """A row that says who recorded it and when. `recorded_at` is never in the past by choice."""

    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
