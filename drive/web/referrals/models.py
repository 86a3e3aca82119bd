"""Imported lists, Marac meetings, hearings and their core data."""

from django.db import models
from django.db.models import Q

from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Agency, Site
from drive.web.people.models import Dyad
from drive.web.recording.models import AnswerRow
from drive.web.referrals.rules.states import BatchState, RowState, SetAsideReason


class ImportBatch(Recorded):
    """A list as it was uploaded: sealed, and kept for seven days."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    sealed_content = SealedTextField(compartment="imports", blank=True)
    state = models.CharField(max_length=12, choices=BatchState.choices())
    message = models.TextField(blank=True)
    headings = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    rows_done = models.PositiveIntegerField(default=0)
    rows_in_all = models.PositiveIntegerField(default=0)
    expires_on = models.DateField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.IMPORTS, site="agency__site", agency="agency")
    objects = VisibleQuerySet["ImportBatch"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="import_batch_confirmed_at_and_by_together",
            ),
        ]


class MaracMeeting(Recorded):
    """One Marac on one day."""

    marac = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()

    access = Access(compartment=Compartment.HEARINGS, site="marac__site", agency="marac")
    objects = VisibleQuerySet["MaracMeeting"].as_manager()

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(fields=["marac", "held_on"], name="one_marac_meeting_a_day")
        ]


class MaracHearing(Recorded):
    """The discussion of one dyad at one meeting: the unit in which appearances are counted."""

    meeting = models.ForeignKey(MaracMeeting, on_delete=models.PROTECT, related_name="hearings")
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="hearings")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    referred_by = models.CharField(max_length=120, blank=True)
    is_repeat = models.BooleanField(default=False)
    form = models.CharField(max_length=40)

    access = Access(
        compartment=Compartment.HEARINGS,
        site="site",
        agency="meeting__marac",
        subjects=("dyad__perpetrator__person", "dyad__victim_survivor__person"),
    )
    objects = VisibleQuerySet["MaracHearing"].as_manager()

    class Meta:
        ordering = ["-meeting__held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "dyad"], name="one_hearing_a_dyad_and_meeting"
            )
        ]


class ImportRow(BaseModel):
    """One row of an imported list, sealed as typed, with its problems in words."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    sealed_cells = SealedTextField(compartment="imports", blank=True)
    sealed_problems = SealedTextField(compartment="imports", blank=True)
    # A keyed hash of who was heard and when, so that rows about the same hearing find one another
    # while their cells stay sealed.
    same_hearing = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=RowState.choices())
    set_aside_reason = models.CharField(max_length=16, blank=True, choices=SetAsideReason.choices())
    hearing = models.ForeignKey(
        MaracHearing, null=True, on_delete=models.PROTECT, related_name="import_rows"
    )

    access = Access(
        compartment=Compartment.IMPORTS,
        site="batch__agency__site",
        agency="batch__agency",
        # A row that became a hearing is about its people; before that its cells are sealed text.
        subjects=(
            "hearing__dyad__perpetrator__person",
            "hearing__dyad__victim_survivor__person",
        ),
    )
    objects = VisibleQuerySet["ImportRow"].as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="one_import_row_a_number")
        ]
        indexes = [
            models.Index(fields=["batch", "state"]),
            models.Index(fields=["batch", "same_hearing"]),
        ]


class CoreAnswer(AnswerRow):
    """One answer of a hearing's core data."""

    hearing = models.ForeignKey(MaracHearing, on_delete=models.PROTECT, related_name="answers")

    access = Access(
        compartment=Compartment.HEARINGS,
        site="hearing__site",
        agency="hearing__meeting__marac",
        subjects=("hearing__dyad__perpetrator__person", "hearing__dyad__victim_survivor__person"),
    )
    objects = VisibleQuerySet["CoreAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["hearing", "question"])]
