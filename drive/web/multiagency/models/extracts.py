"""What a police force sends about the service users of a site, and who has looked at it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.casework.models import DriveCase
from drive.web.casework.models.cases import Capacity
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models import Fact
from drive.web.organisations.models import Agency, Site


class PoliceExtract(Recorded):
    """A file that a police force sent for a site. Only its rows are kept, and not the file."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    # A keyed hash of the file, by which the same file is noticed when it comes again.
    mark = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ExtractState.choices())
    notes = models.JSONField(default=list)
    rows_in_all = models.PositiveIntegerField()

    access = Access(
        compartment=Compartment.CASEWORK,
        site="site",
        narrowed={Role.PRACTICE_ADVISER: Q(pk__in=[])},
    )
    objects = VisibleQuerySet["PoliceExtract"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "mark"],
                condition=~Q(state=ExtractState.DISCARDED),
                name="one_police_extract_a_file",
            )
        ]


class ExtractRow(BaseModel):
    """One row of an extract: the case of whose reference it is, and the fact that it became.

    Its cells lie sealed until it is on its case; from then on the fact says it, and they are
    erased.
    """

    extract = models.ForeignKey(PoliceExtract, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=ExtractRowState.choices())
    # A keyed hash of all that the row says, by which the same row is noticed in another file.
    mark = models.CharField(max_length=64)
    happened_on = models.DateField(null=True)
    drive_case = models.ForeignKey(DriveCase, null=True, on_delete=models.PROTECT, related_name="+")
    fact = models.OneToOneField(Fact, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_cells = SealedTextField(compartment="imports", blank=True)
    sealed_problems = SealedTextField(compartment="imports", blank=True)

    access = Access(
        compartment=Compartment.CASEWORK,
        site="extract__site",
        holders=(Held("drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=(
            "drive_case__perpetrator__person",
            "drive_case__perpetrator__dyads__victim_survivor__person",
        ),
        narrowed={
            Role.CASE_MANAGER: Q(state=ExtractRowState.TAKEN),
            Role.PRACTICE_ADVISER: Q(state=ExtractRowState.TAKEN),
        },
    )
    objects = VisibleQuerySet["ExtractRow"].as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["extract", "number"], name="one_extract_row_a_number"),
            models.UniqueConstraint(
                fields=["mark"],
                condition=Q(state=ExtractRowState.TAKEN),
                name="an_extract_row_is_on_its_case_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExtractRowState.TAKEN)
                | Q(drive_case__isnull=False, fact__isnull=False, happened_on__isnull=False),
                name="extract_row_on_its_case_is_a_fact",
            ),
        ]


class ExtractLooked(BaseModel):
    """When somebody last looked at what the extracts say on a case: what came later is new."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["drive_case", "user"], name="one_look_a_case_and_user")
        ]
