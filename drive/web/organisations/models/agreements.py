"""Agreements to share information, and the services that there are locally."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.directory import (
    ArmsCovered,
    LawfulBasis,
    ProvisionKind,
    ProvisionState,
)
from drive.web.core.models import Recorded
from drive.web.organisations.models.sites import Agency, Site


class SharingAgreement(Recorded):
    """What some agencies may share with Drive, on what basis, for whom, and since when.

    `fields` are values of `SharedField`. A change is a new row that supersedes the old one.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="agreements")
    name = models.CharField(max_length=160)
    parties = models.ManyToManyField(Agency, related_name="agreements")
    fields = models.JSONField(default=list)
    arms = models.CharField(max_length=12, choices=ArmsCovered.choices())
    basis = models.CharField(max_length=24, choices=LawfulBasis.choices())
    began_on = models.DateField()
    signed_on = models.DateField(null=True)
    live_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on=None) | Q(signed_on__gte=F("began_on")),
                name="agreement_signed_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(live_on=None) | Q(signed_on__isnull=False, live_on__gte=F("signed_on")),
                name="agreement_live_after_signed",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="agreement_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Provision(Recorded):
    """A local service as it was found on a day: whether it takes referrals, and how long one waits.

    The latest row of a site, kind and name is how it stands; the earlier ones show what changed.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="provisions")
    kind = models.CharField(max_length=24, choices=ProvisionKind.choices())
    name = models.CharField(max_length=160)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ProvisionState.choices())
    waiting_weeks = models.PositiveSmallIntegerField(null=True)
    threshold = models.TextField(blank=True)
    found_on = models.DateField()

    class Meta:
        ordering = ["kind", "name", "-found_on", "-recorded_at"]
