"""The audit event."""

from typing import Any, NoReturn

from django.db import models

from drive.vocabulary.word import Word
from drive.web.audit.exceptions import AppendOnly
from drive.web.core.models import BaseModel


class Purpose(Word):
    """Why a record was opened. Ordinary pages take it from role and relation."""

    CASEWORK = "casework", "Work on the case"
    SUPPORT = "support", "Support of the victim-survivor"
    MANAGEMENT = "management", "Management of the service"
    MARAC = "marac", "Preparing or recording a Marac"
    ALLOCATION = "allocation", "Allocation"
    EVALUATION = "evaluation", "Evaluation"
    MONITORING = "monitoring", "Independent monitoring of harm"
    ADMINISTRATION = "administration", "Administration"
    LOADING = "loading", "Loading past records"


class EventKind(Word):
    """What kind of thing happened."""

    READ = "read", "Read"
    CHANGE = "change", "Change"
    REFUSAL = "refusal", "Refusal"
    RELEASE = "release", "Release"
    SIGN_IN = "sign_in", "Sign-in"


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be added and read, nothing else."""

    def update(self, **_changes: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly("Audit events are not changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly("Audit events are not deleted.")


class Event(BaseModel):
    """One page read, one change, or one refusal. It holds ids and words, never content."""

    happened_at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=10, choices=EventKind.choices())
    action = models.CharField(max_length=80)
    actor_id = models.UUIDField(null=True, db_index=True)
    roles = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=20, blank=True, choices=Purpose.choices())
    object_type = models.CharField(max_length=60, blank=True)
    object_ids = models.JSONField(default=list)
    fields = models.CharField(max_length=300, blank=True)
    rule = models.CharField(max_length=120, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["happened_at", "id"]
