"""What was decided at the door of the draw, what people were allocated, and what came of it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.allocation import (
    AllocationOrigin,
    AllocationOutcome,
    Arm,
    LossReason,
    WithdrawalReason,
)
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.allocation.models.batches import Batch, DrawUnit
from drive.web.core.models import Recorded
from drive.web.people.models import Merge, Perpetrator
from drive.web.referrals.models import MaracHearing


class EligibilityDecision(Recorded):
    """What became of one hearing at the door of the draw. Repeats are excluded but recorded."""

    hearing = models.OneToOneField(MaracHearing, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=28, choices=AllocationOutcome.choices())
    reason = models.CharField(max_length=200, blank=True)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="+")
    # What was known of him when his batch was locked, by who people were found to be by then; empty
    # where nobody was drawn here. Frozen: what comes later changes nothing of it.
    known = models.JSONField(default=dict)
    repeat_at_allocation = models.BooleanField(null=True)
    serial_at_allocation = models.BooleanField(null=True)

    access = Access(
        compartment=Compartment.ALLOCATION,
        site="perpetrator__site",
        subjects=("perpetrator__person",),
        narrowed={Role.SERVICE_MANAGER: Q(pk__in=[])},
    )
    objects = VisibleQuerySet["EligibilityDecision"].as_manager()


class Allocation(Recorded):
    """The arm of a perpetrator: once, for ever. Co-perpetrators of one hearing share a unit."""

    perpetrator = models.OneToOneField(Perpetrator, on_delete=models.PROTECT, related_name="+")
    arm = models.CharField(max_length=8, choices=Arm.choices())
    allocated_on = models.DateField()
    origin = models.CharField(max_length=10, choices=AllocationOrigin.choices())
    p_assignment = models.FloatField(null=True)
    unit = models.ForeignKey(
        DrawUnit, null=True, on_delete=models.PROTECT, related_name="allocations"
    )

    access = Access(
        compartment=Compartment.ALLOCATION,
        site="perpetrator__site",
        subjects=("perpetrator__person",),
        narrowed={Role.SERVICE_MANAGER: Q(arm=Arm.DRIVE)},
    )
    objects = VisibleQuerySet["Allocation"].as_manager()

    class Meta:
        ordering = ["-allocated_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(origin=AllocationOrigin.HISTORIC, unit=None)
                | Q(origin=AllocationOrigin.SELECTED, unit=None, arm=Arm.DRIVE)
                | Q(
                    origin=AllocationOrigin.DRAWN,
                    unit__isnull=False,
                    p_assignment__isnull=False,
                )
                | Q(
                    origin=AllocationOrigin.LOTTERY,
                    unit__isnull=False,
                    p_assignment__isnull=False,
                    arm=Arm.DRIVE,
                ),
                name="allocation_drawn_as_a_unit_or_not_drawn_here",
            ),
        ]


class VoidedAllocation(Recorded):
    """That an allocation is void, since a merge showed that the same person was drawn before."""

    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, related_name="voids")
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(
        compartment=Compartment.ALLOCATION,
        site="allocation__perpetrator__site",
        subjects=("allocation__perpetrator__person",),
        narrowed={Role.SERVICE_MANAGER: Q(allocation__arm=Arm.DRIVE)},
    )
    objects = VisibleQuerySet["VoidedAllocation"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["allocation"],
                condition=Q(lifted_at=None),
                name="one_live_void_an_allocation",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="void_lifted_at_and_by_together",
            ),
        ]


class _Afterwards(Recorded):
    """Something that became of an allocation. The arm stands, and so does the analysis as drawn."""

    allocation = models.OneToOneField(Allocation, on_delete=models.PROTECT, related_name="+")
    explanation = models.CharField(max_length=500, blank=True)

    access = Access(
        compartment=Compartment.ALLOCATION,
        site="allocation__perpetrator__site",
        subjects=("allocation__perpetrator__person",),
        narrowed={Role.SERVICE_MANAGER: Q(allocation__arm=Arm.DRIVE)},
    )

    class Meta:
        abstract = True
        ordering = ["recorded_at"]


class Withdrawal(_Afterwards):
    """That somebody should not have been drawn. He stays in the analysis as allocated."""

    reason = models.CharField(max_length=16, choices=WithdrawalReason.choices())

    objects = VisibleQuerySet["Withdrawal"].as_manager()


class LossToFollowUp(_Afterwards):
    """That somebody can no longer be followed up, since a day. He keeps his arm."""

    reason = models.CharField(max_length=12, choices=LossReason.choices())
    lost_on = models.DateField()

    objects = VisibleQuerySet["LossToFollowUp"].as_manager()
