"""Case notes and the work that is coded on them."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    Channel,
    Intent,
    WorkMode,
)
from drive.vocabulary.work import Attribution, Direction, LinkedTo, WorkOutcome
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Agency


class CaseNote(Recorded):
    """What was done, when and with whom. Notes are added to, never changed.

    An addition with `takes_back` says that the work of the note it adds to was not done so: it
    stays on record and is not counted.

    What the victim-survivor or the Idva told is sealed, and so is who is named with it.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices())
    direction = models.CharField(max_length=3, blank=True, choices=Direction.choices())
    agency_kind = models.CharField(max_length=20, blank=True, choices=AgencyType.choices())
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=120, blank=True)
    sealed_who = SealedTextField(compartment="casework", blank=True)
    informant = models.CharField(max_length=30, blank=True, choices=InformationSource.choices())
    text = models.TextField(blank=True)
    sealed_text = SealedTextField(compartment="casework", blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    outcome = models.CharField(max_length=12, blank=True, choices=WorkOutcome.choices())
    linked_kind = models.CharField(max_length=8, blank=True, choices=LinkedTo.choices())
    linked_id = models.UUIDField(null=True)
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrections"
    )
    takes_back = models.BooleanField(default=False)
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["CaseNote"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
        indexes = [
            models.Index(fields=["drive_case", "-happened_on"], name="note_case_day"),
            models.Index(
                fields=["corrects"], condition=Q(takes_back=True), name="note_work_taken_back"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="") | Q(sealed_text=""), name="case_note_text_open_or_sealed"
            ),
            models.CheckConstraint(
                condition=Q(who="") | Q(sealed_who=""), name="case_note_who_open_or_sealed"
            ),
            models.CheckConstraint(
                condition=Q(linked_id=None) | Q(linked_kind__gt=""),
                name="case_note_link_has_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(takes_back=False) | Q(corrects__isnull=False),
                name="case_note_takes_back_another",
            ),
        ]


class TagQuerySet(models.QuerySet["ActivityTag"]):
    """Coded activities."""

    def counted(self) -> "TagQuerySet":
        """Return those that count: not the work of a note that was taken back."""
        back = CaseNote.objects.filter(takes_back=True).order_by()
        return self.exclude(note__in=back.values("corrects"))


class ActivityTag(BaseModel):
    """One coded activity of a note: what the evaluation counts."""

    note = models.ForeignKey(CaseNote, on_delete=models.PROTECT, related_name="tags")
    activity = models.CharField(max_length=20, choices=ActivityCode.choices())
    mode = models.CharField(max_length=8, choices=WorkMode.choices())
    intent = models.CharField(max_length=10, blank=True, choices=Intent.choices())
    attribution = models.CharField(max_length=24, blank=True, choices=Attribution.choices())

    objects = TagQuerySet.as_manager()
