"""Where the service user was last known to be, and whether attempts fail."""

from __future__ import annotations

from django.db.models import QuerySet

from drive.vocabulary.registers import PlaceKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.models import Whereabouts
from drive.web.registers.rules import days


def last_seen(case: DriveCase, actor: User) -> Whereabouts | None:
    """Return where he was last known to be."""
    return Whereabouts.objects.visible_to(actor).filter(pk__in=_standing(case)).first()


def is_lost(case: DriveCase) -> bool:
    """Return whether the last attempts reached nobody, and nobody said since where he is."""
    tried = list(
        case.contacts.order_by("-happened_on", "-recorded_at").values_list(
            "happened_on", "successful"
        )[: days.FAILED_ATTEMPTS]
    )
    if not days.is_lost(successful for _day, successful in tried):
        return False
    latest = _standing(case).first()
    return latest is None or latest.kind == PlaceKind.MOVED_ON or latest.happened_on < tried[-1][0]


def _standing(case: DriveCase) -> QuerySet[Whereabouts]:
    return Whereabouts.objects.filter(drive_case=case, superseded_by=None, taken_back=False)
