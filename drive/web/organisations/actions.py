"""Adding sites and agencies."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from drive.vocabulary.agencies import AgencyType
from drive.web.audit.actions import Actor, record_change
from drive.web.organisations.exceptions import NameTaken
from drive.web.organisations.models import Agency, Site


@transaction.atomic
def add_site(
    *, code: str, name: str, police_force: str = "", by: Actor | None, now: datetime
) -> Site:
    """Add a site; a site that is there already under that code or name is refused."""
    if Site.objects.filter(Q(code=code) | Q(name__iexact=name)).exists():
        raise NameTaken(
            f"There is a site called {name}, or with the code {code}, already.", field="name"
        )
    site = Site.objects.create(code=code, name=name, police_force=police_force)
    record_change("organisations.add_site", site, by=by, now=now)
    return site


@transaction.atomic
def add_agency(
    *, site: Site, kind: AgencyType, name: str, by: Actor | None, now: datetime
) -> Agency:
    """Add an agency to a site."""
    if Agency.objects.filter(site=site, name__iexact=name).exists():
        raise NameTaken(f"{site.name} has an agency called {name} already.", field="name")
    agency = Agency.objects.create(site=site, kind=kind, name=name)
    record_change("organisations.add_agency", agency, by=by, now=now)
    return agency


@transaction.atomic
def label_for_study(*, site: Site, label: str, by: Actor | None, now: datetime) -> None:
    """Give a site the label under which publications speak of it without naming it."""
    site.study_label = label
    site.save(update_fields=["study_label"])
    record_change("organisations.label_for_study", site, by=by, now=now)
