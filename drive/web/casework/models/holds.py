"""A criminal-justice hold on direct work: proposed and decided case by case, never without end."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.strategy import HoldState, ProceedingsStage
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import DriveCase
from drive.web.casework.models.strategies import strategy_access
from drive.web.core.models import Recorded


class Hold(Recorded):
    """A hold as the case manager proposes it. It stops direct work; indirect work goes on."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="holds")
    proceedings = models.CharField(max_length=200)
    stage = models.CharField(max_length=18, choices=ProceedingsStage.choices())
    reason = models.TextField()
    evidence = models.TextField()
    court_risk = models.TextField()
    whose_risk = models.CharField(max_length=200)

    access = strategy_access("drive_case")
    objects = VisibleQuerySet["Hold"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]


class HoldStep(Recorded):
    """A decision about a hold; the latest row is where it stands. In force it has a review date."""

    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=HoldState.choices())
    sequence = models.PositiveSmallIntegerField()
    review_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    access = strategy_access("hold__drive_case")
    objects = VisibleQuerySet["HoldStep"].as_manager()

    class Meta:
        ordering = ["hold", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["hold", "sequence"], name="one_hold_step_a_sequence"),
            models.CheckConstraint(
                condition=Q(state=HoldState.IN_FORCE, review_on__isnull=False)
                | (~Q(state=HoldState.IN_FORCE) & Q(review_on=None)),
                name="hold_in_force_has_a_review_date",
            ),
        ]
