"""The planned end of a case and what moves it; what agencies leave to Drive."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.clock import ChangeKind, ClockStart, ExtensionGround
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase, casework_access
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site


class PlannedChange(Recorded):
    """An extension, a step-down or an early closure, as the case manager proposes it."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=14, choices=ChangeKind.choices())
    ground = models.CharField(max_length=20, blank=True, choices=ExtensionGround.choices())
    months = models.PositiveSmallIntegerField(null=True)
    reason = models.TextField()
    whose_risk = models.CharField(max_length=200)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["PlannedChange"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=ChangeKind.EXTENSION) & ~Q(ground=""))
                | (~Q(kind=ChangeKind.EXTENSION) & Q(ground="")),
                name="extension_has_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.EARLY_CLOSURE, months=None)
                | (~Q(kind=ChangeKind.EARLY_CLOSURE) & Q(months__isnull=False)),
                name="extension_and_step_down_have_months",
            ),
        ]


class ChangeDecision(Recorded):
    """What the service manager decided about a proposed change."""

    change = models.OneToOneField(PlannedChange, on_delete=models.PROTECT, related_name="decision")
    approved = models.BooleanField()
    reason = models.TextField(blank=True)

    access = casework_access("change__drive_case")
    objects = VisibleQuerySet["ChangeDecision"].as_manager()


class PlannedEnd(Recorded):
    """A later planned end. The first stands on the case; the latest row counts, none is changed."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="planned_ends")
    ends_on = models.DateField()
    sequence = models.PositiveSmallIntegerField()
    change = models.OneToOneField(PlannedChange, on_delete=models.PROTECT, related_name="+")

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["PlannedEnd"].as_manager()

    class Meta:
        ordering = ["drive_case", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "sequence"], name="one_planned_end_a_sequence"
            )
        ]


class OffLoading(Recorded):
    """That an agency left to Drive what is its own to do, and what came of it."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="off_loadings")
    agency = models.CharField(max_length=20, choices=AgencyType.choices())
    happened_on = models.DateField()
    what = models.TextField()
    answer = models.TextField(blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["OffLoading"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]


class SiteClock(Recorded):
    """From which day a site counts the months of the cases that are opened after this, and why.

    The latest row counts; it stands on the site too. Without a row the site counts from the
    allocation.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    start = models.CharField(max_length=10, choices=ClockStart.choices())
    reason = models.TextField()
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = Access(compartment=Compartment.CASE, site="site")
    objects = VisibleQuerySet["SiteClock"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["site"], condition=Q(supersedes=None), name="one_first_clock_a_site"
            )
        ]
