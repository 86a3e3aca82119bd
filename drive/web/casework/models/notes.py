"""Case notes and the work that is coded on them."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    Channel,
    Intent,
    WorkMode,
)
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase
from drive.web.core.models import BaseModel, Recorded


class CaseNote(Recorded):
    """What was done, when and with whom. Notes are added to, never changed.

    Text that came from the victim-survivor is sealed.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices())
    informant = models.CharField(max_length=30, blank=True, choices=InformationSource.choices())
    text = models.TextField(blank=True)
    sealed_text = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrections"
    )
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["CaseNote"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="") | Q(sealed_text=""), name="case_note_text_open_or_sealed"
            )
        ]


class ActivityTag(BaseModel):
    """One coded activity of a note: what the evaluation counts."""

    note = models.ForeignKey(CaseNote, on_delete=models.PROTECT, related_name="tags")
    activity = models.CharField(max_length=20, choices=ActivityCode.choices())
    mode = models.CharField(max_length=8, choices=WorkMode.choices())
    intent = models.CharField(max_length=10, blank=True, choices=Intent.choices())
