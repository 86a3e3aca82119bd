"""A police extract of Essex: a row on its case, one that is wrong, one of nobody on record."""

from __future__ import annotations

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency.actions import extracted as actions
from drive.web.multiagency.actions.extracts import Uploaded, take_in
from drive.web.multiagency.models import PoliceExtract
from drive.web.organisations.models import Agency
from tests.cast import NOW
from tests.integration.access.world.directed import DIRECTED
from tests.integration.access.world.numbers import ESSEX

HEAD = "Case reference,Day,Kind of incident,What was done,Crime reference"


def extracted(users: dict[str, User], case: DriveCase) -> PoliceExtract:
    """Take in an extract and put what is right on its case."""
    by = users["service_manager"]
    lines = (
        HEAD,
        f"{case.reference},03/06/2017,Assault policesaid{ESSEX},Arrested,42/1",
        f"{case.reference},never,Assault policewrong{ESSEX},Arrested,42/2",
        f"ES-9999,03/06/2017,Assault policeunknown{ESSEX},Arrested,42/3",
    )
    police = Agency.objects.get(site=case.site, name=DIRECTED)
    content = "\n".join(lines).encode()
    file = Uploaded(agency=police, file_name="essex.csv", content=content)
    extract = take_in(uploaded=file, by=by, now=NOW)
    actions.put_on_cases(extract=extract, by=by, now=NOW)
    return extract
