"""What some kinds of request have beyond the rest: Clare's Law, and a Marac again."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.requests import (
    Discloser,
    DvdsDecision,
    DvdsRoute,
    InitiatedBy,
    MaracTrigger,
)
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.casework.models.cases import casework_access
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.multiagency.models.requests import Request
from drive.web.referrals.models import MaracHearing

_ACCESS = casework_access("request__drive_case")
_HIS = "outcome__application__request__drive_case__perpetrator"


class DvdsApplication(Recorded):
    """An application under Clare's Law. The police have 28 days from the day it was made.

    It names nobody: who may be told is known to the police and to her side, not to his.
    """

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="dvds")
    route = models.CharField(max_length=4, choices=DvdsRoute.choices())
    applied_on = models.DateField()
    due_on = models.DateField()

    access = _ACCESS
    objects = VisibleQuerySet["DvdsApplication"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("applied_on")), name="dvds_due_after_applied"
            )
        ]


class DvdsOutcome(Recorded):
    """What was decided, and when it was disclosed. Added to; the latest counts.

    Whoever was told was told in confidence: `confidential` says that this was said.
    """

    application = models.ForeignKey(
        DvdsApplication, on_delete=models.PROTECT, related_name="outcomes"
    )
    decision = models.CharField(max_length=20, choices=DvdsDecision.choices())
    panel_on = models.DateField(null=True)
    disclosed_on = models.DateField(null=True)
    disclosed_by = models.CharField(max_length=24, blank=True, choices=Discloser.choices())
    confidential = models.BooleanField(default=False)

    access = casework_access("application__request__drive_case")
    objects = VisibleQuerySet["DvdsOutcome"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(disclosed_on=None)
                | Q(decision=DvdsDecision.DISCLOSE, confidential=True),
                name="dvds_disclosed_in_confidence",
            ),
            models.CheckConstraint(
                condition=Q(disclosed_on=None, disclosed_by="")
                | (Q(disclosed_on__isnull=False) & ~Q(disclosed_by="")),
                name="dvds_disclosed_by_somebody",
            ),
        ]


class DvdsDisclosure(Recorded):
    """In which words it was disclosed, and what support was offered to whoever was told.

    From these words it could be known who she is. Whoever works with him does not need them: they
    are read by the service manager, and by whoever wrote them down.
    """

    outcome = models.OneToOneField(DvdsOutcome, on_delete=models.PROTECT, related_name="disclosure")
    sealed_wording = SealedTextField(compartment="casework")
    sealed_support = SealedTextField(compartment="casework", blank=True)

    access = Access(
        compartment=Compartment.CASEWORK,
        site="outcome__application__request__drive_case__site",
        holders=("recorder",),
        subjects=(f"{_HIS}__person", f"{_HIS}__dyads__victim_survivor__person"),
        narrowed={Role.PRACTICE_ADVISER: Q(pk__in=[])},
    )
    objects = VisibleQuerySet["DvdsDisclosure"].as_manager()


class MaracReferralAgain(Recorded):
    """That a pair is to be heard at a Marac again. He keeps the arm to which he was drawn.

    `initiated_by` tells what Drive brings about itself from an outcome. `heard_again` is written
    once the hearing is known.
    """

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="marac")
    original = models.ForeignKey(MaracHearing, on_delete=models.PROTECT, related_name="+")
    initiated_by = models.CharField(max_length=12, choices=InitiatedBy.choices())
    trigger = models.CharField(max_length=14, choices=MaracTrigger.choices())
    trigger_on = models.DateField()
    heard_again = models.ForeignKey(
        MaracHearing, null=True, on_delete=models.PROTECT, related_name="+"
    )

    access = _ACCESS
    objects = VisibleQuerySet["MaracReferralAgain"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(heard_again=None) | ~Q(heard_again=F("original")),
                name="marac_again_is_another_hearing",
            )
        ]
