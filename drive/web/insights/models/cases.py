"""The Idva case and who holds it. Nothing here leads to an arm."""

from django.db import models
from django.db.models import F, Q

from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad

_PEOPLE = ("dyad__perpetrator__person", "dyad__victim_survivor__person")


class IdvaCase(Recorded):
    """Support of one victim-survivor, in either arm."""

    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reconstructed = models.BooleanField(default=False)

    access = Access(
        compartment=Compartment.INSIGHTS,
        site="site",
        holders=("assignments",),
        subjects=_PEOPLE,
    )
    objects = VisibleQuerySet["IdvaCase"].as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_at=None, closed_by=None)
                | Q(closed_on__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
                name="idva_case_closed_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="idva_case_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class IdvaAssignment(Recorded):
    """Which Idva holds a case, from when to when."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case"],
                condition=Q(ended_at=None),
                name="one_current_idva_a_case",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="idva_assignment_ended_at_and_by_together",
            ),
        ]


def access_through(path: str) -> Access:
    """Return how a row is reached that hangs on an Idva case."""
    return Access(
        compartment=Compartment.INSIGHTS,
        site=f"{path}__site",
        holders=(f"{path}__assignments",),
        subjects=tuple(f"{path}__{each}" for each in _PEOPLE),
    )
