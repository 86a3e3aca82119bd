"""A locked batch, who is in it, what each of them drew, and the log that only grows."""

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q

from drive.vocabulary.allocation import Arm, SaltSource
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.allocation.models.design import DesignPeriod, SealedList, Trial
from drive.web.audit.exceptions import AppendOnly
from drive.web.core.models import BaseModel, Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator
from drive.web.referrals.models import MaracHearing

_NOT_THE_MANAGER = {Role.SERVICE_MANAGER: Q(pk__in=[])}


class Batch(Recorded):
    """Hearings locked together for a draw. Its row is the lock: whoever is in it is settled.

    A second person then enters the salt, which settles who meets which position; or the batch is
    released, since something changed, and nobody was drawn. `places` are those of a lottery.
    """

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="batches")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    period = models.ForeignKey(DesignPeriod, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    mark = models.CharField(max_length=64)
    places = models.PositiveSmallIntegerField(null=True)
    lottery = models.OneToOneField(
        SealedList, null=True, on_delete=models.PROTECT, related_name="batch"
    )
    salt = models.CharField(max_length=200, blank=True)
    salt_source = models.CharField(max_length=14, blank=True, choices=SaltSource.choices())
    drawn_at = models.DateTimeField(null=True)
    drawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    head_number = models.PositiveIntegerField(null=True)
    head_seal = models.CharField(max_length=64, blank=True)
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_reason = models.CharField(max_length=300, blank=True)

    access = Access(compartment=Compartment.BATCHES, site="site")
    objects = VisibleQuerySet["Batch"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["trial", "number"], name="one_batch_a_number"),
            models.CheckConstraint(
                condition=Q(drawn_at=None, drawn_by=None, salt="", head_number=None)
                | Q(
                    drawn_at__isnull=False,
                    drawn_by__isnull=False,
                    head_number__isnull=False,
                    released_at=None,
                )
                & ~Q(salt=""),
                name="batch_drawn_with_a_salt_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=Q(places=None, lottery=None)
                | Q(places__isnull=False, lottery__isnull=False),
                name="lottery_has_places_and_a_list",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="batch_released_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(salt_source=SaltSource.SECOND_PERSON)
                & ~Q(drawn_by=models.F("recorded_by"))
                | ~Q(salt_source=SaltSource.SECOND_PERSON),
                name="salt_comes_from_a_second_person",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the batch waits for its salt."""
        return self.drawn_at is None and self.released_at is None


class LockedHearing(BaseModel):
    """A hearing in a batch. Co-perpetrators of one hearing are one unit and draw one arm.

    `known` is what was known of the perpetrator when the batch was locked.
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="hearings")
    hearing = models.ForeignKey(MaracHearing, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    unit = models.PositiveSmallIntegerField()
    known = models.JSONField()
    is_live = models.BooleanField(default=True)

    access = Access(
        compartment=Compartment.ALLOCATION,
        site="batch__site",
        subjects=("perpetrator__person",),
        narrowed=_NOT_THE_MANAGER,
    )
    objects = VisibleQuerySet["LockedHearing"].as_manager()

    class Meta:
        ordering = ["batch", "unit", "hearing"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(is_live=True), name="one_live_batch_a_hearing"
            ),
        ]


class DrawUnit(Recorded):
    """What one unit drew: a position of a list and its arm, for ever.

    Units without a batch were drawn before batches were locked.
    """

    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="units")
    number = models.PositiveSmallIntegerField(null=True)
    sealed_list = models.ForeignKey(SealedList, on_delete=models.PROTECT, related_name="units")
    position = models.PositiveSmallIntegerField()
    arm = models.CharField(max_length=8, choices=Arm.choices())
    p_assignment = models.FloatField()

    class Meta:
        ordering = ["sealed_list", "position"]
        constraints = [
            models.UniqueConstraint(fields=["sealed_list", "position"], name="one_unit_a_position"),
            models.UniqueConstraint(fields=["batch", "number"], name="one_draw_a_unit"),
        ]


class DrawRecordQuerySet(models.QuerySet["DrawRecord"]):
    """Rows of the log can be added and read, nothing else."""

    def update(self, **_changes: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly("The log of the draw is not changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly("Rows of the log of the draw are not deleted.")


class DrawRecord(BaseModel):
    """One row of the log of a trial, sealed together with the seal of the row before it."""

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="records")
    number = models.PositiveIntegerField()
    row = models.JSONField()
    seal = models.CharField(max_length=64)

    objects = DrawRecordQuerySet.as_manager()

    class Meta:
        ordering = ["trial", "number"]
        constraints = [
            models.UniqueConstraint(fields=["trial", "number"], name="one_record_a_number"),
        ]
