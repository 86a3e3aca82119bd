"""Finding offices, and the times that somebody took."""

from datetime import datetime

from django.db.models import QuerySet

from drive.vocabulary.offices import OfficeSide
from drive.web.accounts.models import User
from drive.web.offices.models import Office, OfficeTime
from drive.web.organisations.models import Site


def offices_of(site: Site) -> QuerySet[Office]:
    """Return the offices of a site, by name."""
    return Office.objects.filter(site=site)


def offices_for(actor: User) -> QuerySet[Office]:
    """Return the offices of the sites at which somebody holds a role."""
    sites = [holding.site_id for holding in actor.holdings if holding.site_id]
    return Office.objects.filter(site__in=sites).select_related("site")


def times_ahead(actor: User, now: datetime) -> QuerySet[OfficeTime]:
    """Return the times that somebody took and that are still to come, the next one first."""
    return (
        OfficeTime.objects.visible_to(actor)
        .filter(
            recorded_by=actor,
            side=OfficeSide.VICTIM_SURVIVOR,
            ends_at__gt=now,
            cancelled_at=None,
        )
        .select_related("office__site")
    )
