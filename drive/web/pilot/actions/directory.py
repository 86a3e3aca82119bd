"""The desks of the demonstration's agencies.

The report tells of no day on which an agreement to share was signed or an agency became another
(it took over four months in two areas, which are not named): so none is made up here.
"""

from __future__ import annotations

from collections.abc import Mapping

from drive.vocabulary.agencies import AgencyType
from drive.web.multiagency.actions.directory import NewContact, add_contact
from drive.web.organisations.models import Agency
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.desks import SINCE, Desk, desks


def add_desks(agencies: Mapping[tuple[str, AgencyType], Agency], loading: Loading) -> None:
    """Add the desks of the agencies where they are not there yet."""
    for desk in desks():
        agency = agencies[desk.site, desk.agency]
        if not agency.contacts.filter(name=desk.name).exists():
            _add(agency, desk, loading)


def _add(agency: Agency, desk: Desk, loading: Loading) -> None:
    new = NewContact(
        role=desk.role,
        name=desk.name,
        telephone=desk.telephone,
        email=desk.email,
        starts_on=SINCE,
    )
    add_contact(agency=agency, new=new, by=loading.by, now=loading.now)
