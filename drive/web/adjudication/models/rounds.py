"""A round, the two who rate in it, and its result once it is released."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class Round(Recorded):
    """A sample of both arms' narratives, to be rated again.

    The seed draws the same sample again from the same records. Which arm is A lies sealed.
    """

    state = models.CharField(max_length=8, choices=RunState.choices())
    message = models.TextField(blank=True)
    size = models.PositiveSmallIntegerField()
    seed = models.PositiveBigIntegerField()
    sealed_arm_of_a = SealedTextField(compartment="adjudication")

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["Round"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class Seat(Recorded):
    """That somebody rates the narratives of a round. It ends when the result is released."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="seats")
    place = models.PositiveSmallIntegerField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    access = Access(compartment=Compartment.ADJUDICATION, holders=("user",))
    objects = VisibleQuerySet["Seat"].as_manager()

    class Meta:
        ordering = ["round", "place"]
        constraints = [
            models.UniqueConstraint(fields=["round", "place"], name="one_adjudicator_a_seat"),
            models.UniqueConstraint(fields=["round", "user"], name="two_different_adjudicators"),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=2), name="two_seats_a_round"
            ),
        ]


class RoundResult(Recorded):
    """What came of a round, computed once and kept: numbers alone, and their hash."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="result")
    numbers = models.JSONField()
    digest = models.CharField(max_length=64)

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["RoundResult"].as_manager()
