"""What leaked about a case, and what was done about it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.outbound.models import LeakageIncident, SafetyReview


def leaks_about(about: UUID, actor: User) -> QuerySet[LeakageIncident]:
    """Return the leaks recorded on a case that somebody may see, the latest first."""
    return (
        LeakageIncident.objects.visible_to(actor).filter(about=about).select_related("recorded_by")
    )


def what_of(incident: LeakageIncident) -> str:
    """Return what leaked, opened."""
    return unseal_field(incident, "sealed_what")


def reviews_of(incident: LeakageIncident, actor: User) -> list[tuple[SafetyReview, str]]:
    """Return each review of her safety that somebody may read, with its text."""
    found = SafetyReview.objects.visible_to(actor).filter(incident=incident)
    return [(row, unseal_field(row, "sealed_text")) for row in found.select_related("recorded_by")]
