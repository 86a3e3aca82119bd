"""A meeting of a panel, the hearings put before it, and what it said of each."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.panels import PanelOutcome, PanelVerdict
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.allocation.models import Batch
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator
from drive.web.referrals.models import MaracHearing

_SUBJECTS = ("perpetrator__person", "hearing__dyad__victim_survivor__person")


class Panel(Recorded):
    """A meeting of a panel at a site: who took part, by agency, and how many places were free.

    `lottery` is the batch in which those whom it selected wait for a draw, where they were more
    than there were places.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    members = models.JSONField()
    criteria = models.JSONField()
    places = models.PositiveSmallIntegerField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lottery = models.OneToOneField(Batch, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.PANELS, site="site")
    objects = VisibleQuerySet["Panel"].as_manager()

    class Meta:
        ordering = ["-held_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["site"], condition=Q(settled_at=None), name="one_open_panel_a_site"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, lottery=None)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="panel_settled_at_and_by_together",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the panel still says what it thinks."""
        return self.settled_at is None


class PanelHearing(BaseModel):
    """A hearing put before a panel. Through it, and no other way, a panel knows of the hearing."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="hearings")
    hearing = models.ForeignKey(MaracHearing, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, blank=True, choices=PanelOutcome.choices())

    access = Access(compartment=Compartment.PANELS, site="panel__site", subjects=_SUBJECTS)
    objects = VisibleQuerySet["PanelHearing"].as_manager()

    class Meta:
        ordering = [
            "hearing__meeting__held_on",
            "perpetrator__person__surname",
            "perpetrator__person__forename",
            "pk",
        ]
        constraints = [
            models.UniqueConstraint(fields=["panel", "hearing"], name="one_hearing_a_panel"),
        ]


class PanelDecision(Recorded):
    """What a panel said of a hearing, and why. Decisions are added; the latest counts."""

    entry = models.ForeignKey(PanelHearing, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=12, choices=PanelVerdict.choices())
    criteria = models.JSONField()
    sealed_reason = SealedTextField(compartment="panels")

    access = Access(
        compartment=Compartment.PANELS,
        site="entry__panel__site",
        subjects=tuple(f"entry__{path}" for path in _SUBJECTS),
    )
    objects = VisibleQuerySet["PanelDecision"].as_manager()

    class Meta:
        ordering = ["entry", "number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_panel_decision_a_number"),
        ]
