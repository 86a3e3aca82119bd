"""The end of a case, and what came in afterwards."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ClosureReason,
)
from drive.vocabulary.clock import ExitPathway, LateOutcome
from drive.vocabulary.word import Word
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase, casework_access
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class WhoseRisk(Word):
    """Whose risk a decision reduces: it must not be the organisation's alone."""

    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor's"
    CHILDREN = "children", "The children's"
    SERVICE_USER = "service_user", "The service user's own"
    STAFF = "staff", "Staff's"
    AGENCY = "agency", "An agency's"
    NOBODY = "nobody", "Nobody's: the work is complete"


class CaseClosure(Recorded):
    """The end of a case. It is never overwritten.

    `standing_for` is the case that this closure keeps closed; none once the case was reopened.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="closures")
    standing_for = models.OneToOneField(
        DriveCase, null=True, on_delete=models.PROTECT, related_name="closure"
    )
    closed_on = models.DateField()
    reason = models.CharField(max_length=20, choices=ClosureReason.choices())
    whose_risk = models.CharField(max_length=200, blank=True)
    exit_pathway = models.CharField(max_length=20, blank=True, choices=ExitPathway.choices())
    exit_referred_on = models.DateField(null=True)
    idva_told_on = models.DateField(null=True)
    idva_told_by = models.CharField(max_length=120, blank=True)
    handed_over = models.TextField(blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["CaseClosure"].as_manager()

    class Meta:
        ordering = ["drive_case", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(idva_told_on=None, idva_told_by="")
                | (Q(idva_told_on__isnull=False) & ~Q(idva_told_by="")),
                name="closure_idva_told_when_and_by_whom",
            ),
        ]


class LateInformation(Recorded):
    """What somebody told of a case that is closed: it waits here and reopens nothing by itself."""

    drive_case = models.ForeignKey(
        DriveCase, on_delete=models.PROTECT, related_name="late_information"
    )
    learned_on = models.DateField()
    informant = models.CharField(max_length=30, choices=InformationSource.choices())
    text = models.TextField(blank=True)
    sealed_text = SealedTextField(compartment="casework", blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["LateInformation"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="") | Q(sealed_text=""), name="late_text_open_or_sealed"
            )
        ]


class LateDecision(Recorded):
    """What the service manager decided about late information."""

    information = models.OneToOneField(
        LateInformation, on_delete=models.PROTECT, related_name="decision"
    )
    outcome = models.CharField(max_length=10, choices=LateOutcome.choices())
    reason = models.TextField()
    passed_to = models.CharField(max_length=120, blank=True)

    access = casework_access("information__drive_case")
    objects = VisibleQuerySet["LateDecision"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(outcome=LateOutcome.PASSED_ON) & ~Q(passed_to=""))
                | (~Q(outcome=LateOutcome.PASSED_ON) & Q(passed_to="")),
                name="late_information_passed_to_somebody",
            )
        ]
