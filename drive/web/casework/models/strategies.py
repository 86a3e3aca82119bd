"""How he may be contacted safely, version by version, and who agreed to it."""

from django.db import models

from drive.vocabulary.strategy import (
    ApprovalState,
    ContactPlace,
    ContactRoute,
    ExpiryTrigger,
    StrategyTemplate,
)
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.casework.models.cases import DriveCase
from drive.web.core.models import Recorded
from drive.web.organisations.models import Agency
from drive.web.outbound.models import Release


def strategy_access(case: str) -> Access:
    """Return how what belongs to a contact strategy is reached; `case` is the path to the case.

    Both who hold the case reach it: the Idva lead is consulted on every strategy.
    """
    return Access(
        compartment=Compartment.STRATEGY,
        site=f"{case}__site",
        holders=(f"{case}__assignments",),
        subjects=(
            f"{case}__perpetrator__person",
            f"{case}__perpetrator__dyads__victim_survivor__person",
        ),
    )


class ContactStrategy(Recorded):
    """One version of a contact strategy. Another text is another version; none is changed."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="strategies")
    number = models.PositiveSmallIntegerField()
    template = models.CharField(max_length=10, choices=StrategyTemplate.choices())
    route = models.CharField(max_length=24, choices=ContactRoute.choices())
    place = models.CharField(max_length=16, choices=ContactPlace.choices())
    message = models.TextField()
    attribution = models.TextField()
    safety_measures = models.TextField()
    stop_conditions = models.TextField()
    risks = models.TextField()
    stalking_pattern = models.TextField(blank=True)
    review_on = models.DateField()
    adviser_needed = models.BooleanField(default=False)

    access = strategy_access("drive_case")
    objects = VisibleQuerySet["ContactStrategy"].as_manager()

    class Meta:
        ordering = ["drive_case", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "number"], name="one_strategy_a_number_and_case"
            )
        ]


class StrategyStep(Recorded):
    """A step of a version; the latest row is where it stands."""

    strategy = models.ForeignKey(ContactStrategy, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12, choices=ApprovalState.choices())
    sequence = models.PositiveSmallIntegerField()
    trigger = models.CharField(max_length=20, blank=True, choices=ExpiryTrigger.choices())

    access = strategy_access("strategy__drive_case")
    objects = VisibleQuerySet["StrategyStep"].as_manager()

    class Meta:
        ordering = ["strategy", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "sequence"], name="one_strategy_step_a_sequence"
            )
        ]


class StrategyDecision(Recorded):
    """What the service manager or the practice adviser decided about a version."""

    strategy = models.ForeignKey(
        ContactStrategy, on_delete=models.PROTECT, related_name="decisions"
    )
    decided_as = models.CharField(max_length=20, choices=Role.choices())
    agreed = models.BooleanField()
    reason = models.TextField(blank=True)

    access = strategy_access("strategy__drive_case")
    objects = VisibleQuerySet["StrategyDecision"].as_manager()

    class Meta:
        ordering = ["strategy", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "decided_as"], name="one_decision_a_strategy_and_role"
            )
        ]


class StrategyShare(Recorded):
    """That an agreed version was shared with the Marac that heard the case."""

    strategy = models.ForeignKey(ContactStrategy, on_delete=models.PROTECT, related_name="shares")
    marac = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="+")

    access = strategy_access("strategy__drive_case")
    objects = VisibleQuerySet["StrategyShare"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class MaracFeedback(Recorded):
    """What the Marac said of a strategy that was shared with it."""

    share = models.ForeignKey(StrategyShare, on_delete=models.PROTECT, related_name="feedback")
    received_on = models.DateField()
    text = models.TextField()

    access = strategy_access("share__strategy__drive_case")
    objects = VisibleQuerySet["MaracFeedback"].as_manager()

    class Meta:
        ordering = ["received_on", "recorded_at"]
