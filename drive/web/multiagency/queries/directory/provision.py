"""What there is locally: how each service stands, and how it stood before."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from drive.web.organisations.models import Provision, Site


def services_of(sites: Iterable[Site]) -> list[Provision]:
    """Return how each local service stands, by site, kind and name."""
    rows = Provision.objects.filter(site__in=sites).select_related("site", "agency")
    latest: dict[tuple[object, ...], Provision] = {}
    for row in rows.order_by("found_on", "recorded_at"):
        latest[row.site_id, row.kind, row.name.casefold()] = row
    return sorted(latest.values(), key=lambda each: (each.site.name, each.kind, each.name))


def latest_of(row: Provision) -> Provision:
    """Return how a service stands, whichever of its rows one has."""
    return history_of(row).first() or row


def history_of(row: Provision) -> QuerySet[Provision]:
    """Return how a service was found, the latest first."""
    same = Provision.objects.filter(site=row.site, kind=row.kind, name__iexact=row.name)
    return same.select_related("agency", "recorded_by").order_by("-found_on", "-recorded_at")
