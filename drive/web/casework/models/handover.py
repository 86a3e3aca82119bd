"""What whoever gives a case up tells whoever takes it over."""

from django.db import models

from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.cases import CASEWORK_ACCESS, CaseAssignment, DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class Handover(Recorded):
    """What the next case manager has to know. It lies sealed, since it tells of both sides."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="handovers")
    assignment = models.OneToOneField(
        CaseAssignment, on_delete=models.PROTECT, related_name="handover"
    )
    sealed_text = SealedTextField(compartment="casework")

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["Handover"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
