"""The Drive case and what is recorded on it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    CaseState,
    Channel,
    ClosureReason,
    ContactType,
    Intent,
    NonContactCause,
    NonContactReason,
    WorkMode,
)
from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.allocation.models import Allocation
from drive.web.core.models import BaseModel, Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator


class Capacity(Word):
    """What somebody is to a Drive case."""

    CASE_MANAGER = "case_manager", "Case manager"
    IDVA_LEAD = "idva_lead", "IDVA lead"


class WhoseRisk(Word):
    """Whose risk a decision to close reduces: it must not be the organisation's alone."""

    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor's"
    CHILDREN = "children", "The children's"
    SERVICE_USER = "service_user", "The service user's own"
    STAFF = "staff", "Staff's"
    AGENCY = "agency", "An agency's"
    NOBODY = "nobody", "Nobody's: the work is complete"


class DriveCase(Recorded):
    """Ten months of work with one perpetrator. It exists only for the Drive arm."""

    allocation = models.OneToOneField(Allocation, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    opened_on = models.DateField()
    planned_end_on = models.DateField()

    access = Access(
        compartment=Compartment.CASE,
        site="site",
        holders=("assignments",),
        subjects=("perpetrator__person", "perpetrator__dyads__victim_survivor__person"),
    )
    objects = VisibleQuerySet["DriveCase"].as_manager()

    class Meta:
        ordering = ["reference"]

    def __str__(self) -> str:
        return self.reference


CASEWORK_ACCESS = Access(
    compartment=Compartment.CASEWORK,
    site="drive_case__site",
    # The Idva lead holds the case too, and must not read the case manager's record through it.
    holders=(Held("drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
    subjects=(
        "drive_case__perpetrator__person",
        "drive_case__perpetrator__dyads__victim_survivor__person",
    ),
)
"""How whatever is recorded on a Drive case is reached."""


class CaseStateChange(Recorded):
    """A step of a case; the latest row is where it stands."""

    drive_case = models.ForeignKey(
        DriveCase, on_delete=models.PROTECT, related_name="state_changes"
    )
    state = models.CharField(max_length=12, choices=CaseState.choices())
    happened_on = models.DateField()
    sequence = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["drive_case", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "sequence"], name="one_state_change_a_sequence"
            )
        ]


class CaseAssignment(Recorded):
    """Who holds a case, as what, from when to when."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="assignments")
    capacity = models.CharField(max_length=14, choices=Capacity.choices())
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    over_limit_reason = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "capacity"],
                condition=Q(ended_at=None),
                name="one_current_assignment_a_capacity",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="case_assignment_ended_at_and_by_together",
            ),
        ]


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


class SuContact(Recorded):
    """A contact with the service user, or an attempt: a fact is never refused."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="contacts")
    happened_on = models.DateField()
    contact_type = models.CharField(max_length=12, choices=ContactType.choices())
    successful = models.BooleanField()
    note = models.ForeignKey(CaseNote, null=True, on_delete=models.PROTECT, related_name="contacts")
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["SuContact"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]


class NonContactRecord(Recorded):
    """Why there has been no contact, as it stood at one point. A later row replaces it."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="non_contacts")
    point = models.CharField(max_length=10, choices=AssessmentPoint.choices())
    reason = models.CharField(max_length=20, choices=NonContactReason.choices())
    cause = models.CharField(max_length=20, blank=True, choices=NonContactCause.choices())
    form = models.CharField(max_length=40)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    reconstructed = models.BooleanField(default=False)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["NonContactRecord"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]


class CaseClosure(Recorded):
    """The end of a case. It is never overwritten."""

    drive_case = models.OneToOneField(DriveCase, on_delete=models.PROTECT, related_name="closure")
    closed_on = models.DateField()
    reason = models.CharField(max_length=20, choices=ClosureReason.choices())
    whose_risk = models.CharField(max_length=200, blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["CaseClosure"].as_manager()
