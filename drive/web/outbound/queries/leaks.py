"""What leaked about a case, and what was done about it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import Exclusion, User
from drive.web.accounts.queries import holders_anywhere, holders_of
from drive.web.accounts.roles import Role
from drive.web.core.sealing import unseal_field
from drive.web.outbound.models import LeakageIncident, SafetyReview
from drive.web.people.models import Dyad
from drive.web.people.queries import idvas_of


def leaks_about(about: UUID, actor: User) -> QuerySet[LeakageIncident]:
    """Return the leaks recorded on a case that somebody may see, the latest first."""
    return (
        LeakageIncident.objects.visible_to(actor).filter(about=about).select_related("recorded_by")
    )


def idvas_to_review(dyad: Dyad) -> tuple[list[User], bool]:
    """Return who reviews her safety after a leak, and whether they work with the pair.

    Where no Idva of the site does, they are the others of the site, and without any those of other
    sites. One who works with her from another site is not singled out: at his side her name would
    tell where she went. Whoever is kept away from one of the two is not asked.
    """
    people = (dyad.perpetrator.person_id, dyad.victim_survivor.person_id)
    kept_out = Exclusion.objects.filter(person_id__in=people, lifted_at=None)
    out = set(kept_out.values_list("user", flat=True))
    working = [user for user in idvas_of([dyad]) if user.pk not in out]
    if working:
        return working, True
    at_site = holders_of(Role.IDVA, site=dyad.perpetrator.site).exclude(pk__in=out)
    return list(at_site or holders_anywhere(Role.IDVA).exclude(pk__in=out)), False


def was_asked(incident: LeakageIncident, actor: User) -> bool:
    """Whether somebody reaches a leak since nobody works with the pair."""
    return incident.asked.filter(user=actor, ended_at=None).exists()


def what_of(incident: LeakageIncident) -> str:
    """Return what leaked, opened."""
    return unseal_field(incident, "sealed_what")


def reviews_of(incident: LeakageIncident, actor: User) -> list[tuple[SafetyReview, str]]:
    """Return each review of her safety that somebody may read, with its text."""
    found = SafetyReview.objects.visible_to(actor).filter(incident=incident)
    return [(row, unseal_field(row, "sealed_text")) for row in found.select_related("recorded_by")]
