"""How many places there are at a site, as a dated row."""

from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.allocation.exceptions import NotADesign
from drive.web.allocation.models import SitePlaces
from drive.web.audit.actions import record_change
from drive.web.organisations.models import Site


@transaction.atomic
def record_places(
    *, site: Site, on: date, places: int, expected: int, by: User, now: datetime
) -> SitePlaces:
    """Record the free places of a site on a day, and the draws expected in a month.

    Raises
    ------
    NotADesign
        If a number is below zero.
    """
    for name, number in (("places", places), ("expected", expected)):
        if number < 0:
            raise NotADesign("There are none below zero.", field=name)
    made = SitePlaces.objects.create(
        site=site, on=on, places=places, expected=expected, recorded_at=now, recorded_by=by
    )
    record_change("allocation.record_places", made, by=by, now=now)
    return made
