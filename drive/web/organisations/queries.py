"""Finding sites and agencies. They are known to everybody who is signed in."""

from django.db.models import QuerySet

from drive.web.organisations.models import Agency, Site


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
