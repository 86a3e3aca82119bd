"""The Drive case: where it stands, who holds it, and how it is reached."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.casework import CaseState
from drive.vocabulary.clock import ClockStart
from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.allocation.models import Allocation
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator


class Capacity(Word):
    """What somebody is to a Drive case."""

    CASE_MANAGER = "case_manager", "Case manager"
    IDVA_LEAD = "idva_lead", "IDVA lead"


class DriveCase(Recorded):
    """Ten months of work with one perpetrator. It exists only for the Drive arm.

    `clock_start` is what its site had when the case was opened: a later change of the site moves
    no day of a case that runs.
    """

    allocation = models.OneToOneField(Allocation, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    opened_on = models.DateField()
    planned_end_on = models.DateField()
    clock_start = models.CharField(
        max_length=10, choices=ClockStart.choices(), default=ClockStart.ALLOCATION
    )

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


def casework_access(case: str) -> Access:
    """Return how whatever is recorded on a Drive case is reached; `case` is the path to the case.

    The Idva lead holds the case too, and must not read the case manager's record through it.
    """
    return Access(
        compartment=Compartment.CASEWORK,
        site=f"{case}__site",
        holders=(Held(f"{case}__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=(
            f"{case}__perpetrator__person",
            f"{case}__perpetrator__dyads__victim_survivor__person",
        ),
    )


CASEWORK_ACCESS = casework_access("drive_case")
"""How whatever stands on a Drive case itself is reached."""


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
