"""A rise in abuse or risk, and what the service manager found when looking at it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.abuse import AbuseType, RiseBasis
from drive.vocabulary.assessments import RiseOf
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.assessments.models.assessments import Assessment, access_through
from drive.web.casework.models import DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.people.models import Dyad


class Rise(Recorded):
    """That a level is higher than last time. It names type and levels, and nothing that was said.

    It is part of what everybody who holds the case may know, the Idva lead too. `basis` says
    whether it got worse or is known only now: the second is no rise in abuse.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="rises")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="rises")
    of = models.CharField(max_length=24, choices=RiseOf.choices())
    abuse_type = models.CharField(max_length=24, blank=True, choices=AbuseType.choices())
    dyad = models.ForeignKey(Dyad, null=True, on_delete=models.PROTECT, related_name="+")
    before = models.CharField(max_length=10)
    after = models.CharField(max_length=10, blank=True)
    basis = models.CharField(max_length=16, blank=True, choices=RiseBasis.choices())

    access = Access(
        compartment=Compartment.CASE,
        site="drive_case__site",
        holders=("drive_case__assignments",),
        subjects=(
            "drive_case__perpetrator__person",
            "drive_case__perpetrator__dyads__victim_survivor__person",
        ),
    )
    objects = VisibleQuerySet["Rise"].as_manager()

    class Meta:
        ordering = ["recorded_at", "of", "abuse_type"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(of=RiseOf.ABUSE, dyad__isnull=False) & ~Q(abuse_type=""))
                | (~Q(of=RiseOf.ABUSE) & Q(dyad=None, abuse_type="")),
                name="rise_in_abuse_has_type_and_dyad",
            )
        ]


class RiseReview(Recorded):
    """What a service manager found and does about a rise, and whose risk that reduces.

    Sealed, since it may hold what the victim-survivor said. A later review supersedes.
    """

    rise = models.ForeignKey(Rise, on_delete=models.PROTECT, related_name="reviews")
    sealed_found = SealedTextField(compartment="casework")
    sealed_done = SealedTextField(compartment="casework")
    whose_risk = models.CharField(max_length=200)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("rise__assessment")
    objects = VisibleQuerySet["RiseReview"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["rise"], condition=Q(supersedes=None), name="one_first_review_a_rise"
            )
        ]
