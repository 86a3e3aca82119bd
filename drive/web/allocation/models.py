"""The door of the draw, the design of each period, the sealed blocks, and the allocations."""

from django.db import models
from django.db.models import Q

from drive.randomisation.blocks import p_assignment
from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Merge, Perpetrator
from drive.web.referrals.models import MaracHearing


class DesignPeriod(Recorded):
    """The ratio of the draw at a site from a day on. It follows the places that there are."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    drive_share = models.PositiveSmallIntegerField()
    control_share = models.PositiveSmallIntegerField()
    block_multiples = models.JSONField()

    access = Access(compartment=Compartment.ALLOCATION, site="site")
    objects = VisibleQuerySet["DesignPeriod"].as_manager()

    class Meta:
        ordering = ["site", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["site", "starts_on"], name="one_design_period_a_day"),
            models.CheckConstraint(
                condition=Q(drive_share__gte=1, control_share__gte=1),
                name="design_period_draws_both_arms",
            ),
        ]

    @property
    def p_assignment(self) -> float:
        """The probability of Drive in each draw."""
        return p_assignment((self.drive_share, self.control_share))


class Block(Recorded):
    """One permuted block: its arms are sealed, and opened one by one as they are drawn."""

    period = models.ForeignKey(DesignPeriod, on_delete=models.PROTECT, related_name="blocks")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    used = models.PositiveSmallIntegerField(default=0)
    sealed_arms = models.TextField()

    class Meta:
        ordering = ["site", "number"]
        constraints = [
            models.UniqueConstraint(fields=["site", "number"], name="one_block_a_number"),
            models.CheckConstraint(
                condition=Q(used__lte=models.F("size")), name="block_used_not_beyond_size"
            ),
        ]


class EligibilityDecision(Recorded):
    """What became of one hearing at the door of the draw. Repeats are excluded but recorded."""

    hearing = models.OneToOneField(MaracHearing, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=28, choices=AllocationOutcome.choices())
    reason = models.CharField(max_length=200, blank=True)
    # What was known of him when he was drawn, by who people were found to be by then; null where
    # nobody was drawn here. Frozen: what comes later changes neither.
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
    """The arm of a perpetrator: drawn once, for ever."""

    perpetrator = models.OneToOneField(Perpetrator, on_delete=models.PROTECT, related_name="+")
    arm = models.CharField(max_length=8, choices=Arm.choices())
    allocated_on = models.DateField()
    origin = models.CharField(max_length=10, choices=AllocationOrigin.choices())
    p_assignment = models.FloatField(null=True)
    block = models.ForeignKey(Block, null=True, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(null=True)

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
            models.UniqueConstraint(fields=["block", "position"], name="one_allocation_a_position"),
            models.CheckConstraint(
                condition=Q(origin=AllocationOrigin.HISTORIC, block=None, position=None)
                | Q(
                    origin=AllocationOrigin.DRAWN,
                    block__isnull=False,
                    position__isnull=False,
                    p_assignment__isnull=False,
                ),
                name="allocation_drawn_from_a_block_or_historic",
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
