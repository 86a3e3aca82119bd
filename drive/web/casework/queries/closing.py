"""What came in after closing, and what was handed over."""

from __future__ import annotations

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase, Handover, LateInformation
from drive.web.core.sealing import unseal_field


def late_on(case: DriveCase, actor: User) -> QuerySet[LateInformation]:
    """Return what came in after closing, the newest first."""
    found = LateInformation.objects.visible_to(actor).filter(drive_case=case)
    return found.select_related("recorded_by", "decision__recorded_by")


def late_text(late: LateInformation) -> str:
    """Return the text of late information, opened where it is sealed."""
    return late.text or unseal_field(late, "sealed_text")


def handovers_of(case: DriveCase, actor: User) -> QuerySet[Handover]:
    """Return what was handed over with a case, the newest first."""
    found = Handover.objects.visible_to(actor).filter(drive_case=case)
    return found.select_related("recorded_by", "assignment__user")


def handed_over(row: Handover) -> str:
    """Return what the next case manager was told, opened."""
    return unseal_field(row, "sealed_text")
