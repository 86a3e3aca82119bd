"""The trial with its sealed seed, the design of each period, and the lists made from both."""

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from drive.randomisation.blocks import p_assignment
from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Site

_HEX = 64


class Trial(Recorded):
    """One seed, from the day it is committed to until it is revealed. Its row is its activation."""

    commitment = models.CharField(max_length=_HEX, unique=True)
    sealed_seed = SealedTextField(compartment="randomisation")
    sealed_log_key = SealedTextField(compartment="randomisation")
    head_number = models.PositiveIntegerField(default=0)
    head_seal = models.CharField(max_length=_HEX, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    revealed_seed = models.CharField(max_length=_HEX, blank=True)

    access = Access(compartment=Compartment.BATCHES)
    objects = VisibleQuerySet["Trial"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                ExpressionWrapper(Q(closed_at=None), output_field=BooleanField()),
                condition=Q(closed_at=None),
                name="one_trial_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, revealed_seed="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(revealed_seed=""),
                name="trial_reveals_its_seed_when_closed",
            ),
        ]


class DesignPeriod(Recorded):
    """How perpetrators come to Drive at a site from a day on; a ratio follows the free places."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    method = models.CharField(
        max_length=16,
        choices=AllocationMethod.choices(),
        default=AllocationMethod.PERMUTED_BLOCKS,
    )
    drive_share = models.PositiveSmallIntegerField(null=True)
    control_share = models.PositiveSmallIntegerField(null=True)
    block_multiples = models.JSONField(default=list)

    access = Access(compartment=Compartment.ALLOCATION, site="site")
    objects = VisibleQuerySet["DesignPeriod"].as_manager()

    class Meta:
        ordering = ["site", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["site", "starts_on"], name="one_design_period_a_day"),
            models.CheckConstraint(
                condition=Q(
                    method=AllocationMethod.PERMUTED_BLOCKS,
                    drive_share__gte=1,
                    control_share__gte=1,
                )
                | ~Q(method=AllocationMethod.PERMUTED_BLOCKS)
                & Q(drive_share=None, control_share=None),
                name="blocks_alone_have_a_ratio",
            ),
        ]

    @property
    def ratio(self) -> tuple[int, int] | None:
        """Drive to control; None where places or a panel decide."""
        if self.drive_share is None or self.control_share is None:
            return None
        return self.drive_share, self.control_share

    @property
    def p_assignment(self) -> float | None:
        """The probability of Drive in each draw, where the period has one."""
        return p_assignment(self.ratio) if self.ratio else None


class SealedList(Recorded):
    """A list of arms, sealed, opened position by position as they are drawn.

    It is that of a period or, where `places` is given, that of one batch of a lottery. `seal` was
    published when it was made. Lists without a trial were made before there was a commitment.
    """

    trial = models.ForeignKey(Trial, null=True, on_delete=models.PROTECT, related_name="lists")
    period = models.ForeignKey(DesignPeriod, on_delete=models.PROTECT, related_name="lists")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField(null=True)
    used = models.PositiveSmallIntegerField(default=0)
    sealed_arms = SealedTextField(compartment="randomisation")
    seal = models.CharField(max_length=_HEX, blank=True)

    class Meta:
        # What is sealed is bound to the name of its table.
        db_table = "allocation_block"
        ordering = ["site", "number"]
        constraints = [
            models.UniqueConstraint(fields=["site", "number"], name="one_list_a_number"),
            models.CheckConstraint(
                condition=Q(used__lte=F("size")), name="list_used_not_beyond_size"
            ),
            models.CheckConstraint(
                condition=Q(places=None) | Q(places__gte=1, places__lt=F("size")),
                name="lottery_leaves_something_to_chance",
            ),
        ]


class SitePlaces(Recorded):
    """How many places were free at a site on a day, and how many draws were expected in a month."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    places = models.PositiveSmallIntegerField()
    expected = models.PositiveSmallIntegerField()

    access = Access(compartment=Compartment.ALLOCATION, site="site")
    objects = VisibleQuerySet["SitePlaces"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
