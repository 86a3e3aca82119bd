"""The desks of the demonstration ring nowhere and are nobody."""

import re

from drive.web.pilot.rules.desks import desks
from drive.web.pilot.rules.people import AGENCIES, SITES, members


def test_no_desk_is_a_person_and_no_number_rings() -> None:
    found = list(desks())
    names = {part for member in members() for part in member.name.split()}
    assert found
    for desk in found:
        assert re.fullmatch(r"01632 960\d{3}", desk.telephone)
        assert desk.email.endswith(".example.org")
        assert not set(desk.name.split()) & names


def test_each_desk_has_a_number_and_an_address_of_its_own() -> None:
    found = list(desks())
    assert len({desk.telephone for desk in found}) == len(found)
    assert len({desk.email for desk in found}) == len(found)


def test_each_desk_is_in_an_agency_that_is_set_up() -> None:
    places = {(site.code, kind) for site in SITES for kind in AGENCIES}
    assert {(desk.site, desk.agency) for desk in desks()} <= places
