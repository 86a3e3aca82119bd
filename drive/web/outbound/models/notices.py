"""That somebody was told by e-mail that something urgent, or something due, waits in the system."""

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


class Digest(BaseModel):
    """The one e-mail of a working day to somebody for whom something is due.

    The row comes first and its key names the message: whoever is killed after the mail server
    took it sends the same message again.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_user_and_day")
        ]
