"""The allocation log: every decision at the door of the draw, and how it stands today."""

from collections.abc import Mapping
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    DateTimeField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)

from drive.vocabulary.allocation import AllocationOutcome
from drive.web.accounts.models import User
from drive.web.allocation.models import (
    Allocation,
    EligibilityDecision,
    LossToFollowUp,
    Withdrawal,
)
from drive.web.allocation.queries.arms import live_voids

_PATHS = {"site": "perpetrator__site__code", "outcome": "stands"}


def log(actor: User) -> QuerySet[EligibilityDecision]:
    """Return every decision that the actor may see, with the arm, day and origin it led to.

    `stands` is the outcome as it stands today, and `void_since` when a draw was found to be void.
    """
    allocation = Allocation.objects.filter(perpetrator=OuterRef("perpetrator"))
    void = live_voids().filter(allocation__perpetrator=OuterRef("perpetrator"))
    return (
        EligibilityDecision.objects.visible_to(actor)
        .select_related("perpetrator__person", "perpetrator__site", "hearing__meeting__marac")
        .annotate(
            allocation=Subquery(allocation.values("pk")[:1], output_field=UUIDField()),
            withdrawn=Subquery(
                _afterwards(Withdrawal).values("reason")[:1], output_field=CharField()
            ),
            lost=Subquery(
                _afterwards(LossToFollowUp).values("reason")[:1], output_field=CharField()
            ),
            arm=Subquery(allocation.values("arm")[:1], output_field=CharField()),
            origin=Subquery(allocation.values("origin")[:1], output_field=CharField()),
            allocated_on=Subquery(allocation.values("allocated_on")[:1], output_field=DateField()),
            heard_on=F("hearing__meeting__held_on"),
            void_since=Subquery(void.values("recorded_at")[:1], output_field=DateTimeField()),
            stands=Case(
                When(
                    outcome=AllocationOutcome.ALLOCATED,
                    void_since__isnull=False,
                    then=Value(AllocationOutcome.VOID_DUPLICATE.value),
                ),
                default=F("outcome"),
            ),
        )
        .order_by("-recorded_at", "-heard_on", "pk")
    )


def _afterwards(model: type[Withdrawal] | type[LossToFollowUp]) -> QuerySet[Any]:
    return model.objects.filter(allocation__perpetrator=OuterRef("perpetrator")).order_by()


def narrowed(
    decisions: QuerySet[EligibilityDecision], chosen: Mapping[str, str]
) -> QuerySet[EligibilityDecision]:
    """Return the decisions with the site, arm, origin and outcome that were chosen."""
    return decisions.filter(**{_PATHS.get(name, name): code for name, code in chosen.items()})
