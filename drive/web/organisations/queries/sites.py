"""Finding sites and agencies. They are known to everybody who is signed in."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from drive.web.organisations.models import Agency, Site, Succession


def all_sites() -> QuerySet[Site]:
    """Return every site."""
    return Site.objects.all()


def all_agencies() -> QuerySet[Agency]:
    """Return every agency with its site."""
    return Agency.objects.select_related("site")


def site_of(key: str | None) -> Site | None:
    """Return the site with that key, if one was named."""
    return Site.objects.filter(pk=key).first() if key else None


def agency_of(key: str | None) -> Agency | None:
    """Return the agency with that key, if one was named."""
    return Agency.objects.select_related("site").filter(pk=key).first() if key else None


def agencies_at(site: Site) -> QuerySet[Agency]:
    """Return the agencies of a site, by name."""
    return Agency.objects.filter(site=site).order_by("name")


def agencies_on(site: Site, day: date) -> QuerySet[Agency]:
    """Return the agencies of a site that are there on a day, by name: for lists to pick from.

    One that has become another by then is not there any more.
    """
    became = Succession.objects.filter(before=OuterRef("pk"), taken_back_at=None, on__lte=day)
    return (
        agencies_at(site)
        .filter(Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))
        .exclude(Exists(became))
    )
