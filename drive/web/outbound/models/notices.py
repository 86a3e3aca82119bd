"""That somebody was told by e-mail that something urgent waits in the system."""

from django.db import models

from drive.web.accounts.models import User
from drive.web.core.models import BaseModel


class Notice(BaseModel):
    """One e-mail to somebody who works here. It said one fixed sentence; nothing more is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["user", "sent_at"])]
