"""What reached somebody who should not have it, and the review of her safety that follows."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.facts import Side
from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models import Fact
from drive.web.outbound.models.outgoing import Outgoing
from drive.web.people.models import Dyad


def _access(incident: str, *, hers_alone: bool) -> Access:
    """Say how an incident is reached; the review of her safety from her side alone."""
    his = Q(pk__in=[]) if hers_alone else Q(**{f"{incident}side": Side.CASE_MANAGER})
    return Access(
        compartment=Compartment.OUTBOUND,
        site=f"{incident}dyad__perpetrator__site",
        holders=(f"{incident}dyad__holders", f"{incident}asked"),
        subjects=(
            f"{incident}dyad__perpetrator__person",
            f"{incident}dyad__victim_survivor__person",
        ),
        narrowed={Role.CASE_MANAGER: his, Role.SERVICE_MANAGER: his},
    )


class LeakageIncident(Recorded):
    """That something leaked: what kind of thing, by which way, when, and whether it reached him.

    `about` is the key of the case, `side` the side of the wall on which it was recorded. `fact` or
    `outgoing` is what leaked, where it stands here.
    """

    about = models.UUIDField(db_index=True)
    reference = models.CharField(max_length=20)
    side = models.CharField(max_length=12, choices=Side.choices())
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    outgoing = models.ForeignKey(Outgoing, null=True, on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey(Fact, null=True, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(max_length=20, choices=LeakRoute.choices())
    reached_him = models.CharField(max_length=8, choices=ReachedHim.choices())
    happened_on = models.DateField()
    sealed_what = SealedTextField(compartment="outbound")

    access = _access("", hers_alone=False)
    objects = VisibleQuerySet["LeakageIncident"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]


class AskedIdva(Recorded):
    """An Idva who does not work with the pair, asked to review her safety since nobody does.

    By it she reaches this leak and its reviews, and nothing else of the pair. It ends for the
    others once somebody has reviewed it.
    """

    incident = models.ForeignKey(LeakageIncident, on_delete=models.PROTECT, related_name="asked")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "user"], name="one_asked_idva_a_leak"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="asked_idva_ended_at_and_by_together",
            ),
        ]


class SafetyReview(Recorded):
    """What the Idva did about her safety after a leak. Added to, never changed."""

    incident = models.ForeignKey(LeakageIncident, on_delete=models.PROTECT, related_name="reviews")
    sealed_text = SealedTextField(compartment="outbound")

    access = _access("incident__", hers_alone=True)
    objects = VisibleQuerySet["SafetyReview"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
