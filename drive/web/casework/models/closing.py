"""The end of a case."""

from django.db import models

from drive.vocabulary.casework import (
    ClosureReason,
)
from drive.vocabulary.word import Word
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, DriveCase
from drive.web.core.models import Recorded


class WhoseRisk(Word):
    """Whose risk a decision to close reduces: it must not be the organisation's alone."""

    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor's"
    CHILDREN = "children", "The children's"
    SERVICE_USER = "service_user", "The service user's own"
    STAFF = "staff", "Staff's"
    AGENCY = "agency", "An agency's"
    NOBODY = "nobody", "Nobody's: the work is complete"


class CaseClosure(Recorded):
    """The end of a case. It is never overwritten."""

    drive_case = models.OneToOneField(DriveCase, on_delete=models.PROTECT, related_name="closure")
    closed_on = models.DateField()
    reason = models.CharField(max_length=20, choices=ClosureReason.choices())
    whose_risk = models.CharField(max_length=200, blank=True)

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["CaseClosure"].as_manager()
