"""An agency is locked before its entries are checked: of two changes at once one sees the other."""

from datetime import date

from drive.web.core.dates import in_words
from drive.web.organisations.exceptions import NotThere
from drive.web.organisations.models import Agency, Site
from drive.web.organisations.queries import became_of


def lock_agency(agency: Agency) -> Agency:
    """Return the agency, locked until the end of the transaction."""
    return lock_agencies(agency)[0]


def lock_agencies(*agencies: Agency) -> list[Agency]:
    """Return some agencies, locked in one order, so that nobody waits for one who waits."""
    keys = [agency.pk for agency in agencies]
    rows = Agency.objects.select_for_update(of=("self",)).select_related("site")
    locked = {row.pk: row for row in rows.filter(pk__in=keys).order_by("pk")}
    return [locked[key] for key in keys]


def lock_site(site: Site) -> Site:
    """Return the site, locked: of two agencies or agreements of one name the second is refused."""
    return Site.objects.select_for_update().get(pk=site.pk)


def check_there_on(agency: Agency, day: date, *, field: str) -> None:
    """Refuse a day on which an agency is another one already, or is not there."""
    became = became_of(agency.site).get(agency.pk)
    if became and became.on <= day:
        after = Agency.objects.get(pk=became.after)
        raise NotThere(
            f"Since {in_words(became.on)} {after.name} does what {agency.name} did. "
            f"Enter it there.",
            field=field,
        )
    if agency.ends_on and agency.ends_on < day:
        raise NotThere(f"{agency.name} ended on {in_words(agency.ends_on)}.", field=field)
