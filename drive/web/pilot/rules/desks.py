"""The directory of the demonstration: desks named by what they are, never persons.

Telephone numbers are from a range that rings nowhere (Ofcom, numbers for drama: 01632 960000 to
960999), addresses from a domain that is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.pilot.rules.people import SITES

SINCE = date(2016, 4, 1)
"""The first day of the first year."""

_DESKS: tuple[tuple[ContactRole, str], ...] = (
    (ContactRole.PRACTITIONER, "Duty desk"),
    (ContactRole.MANAGER, "Duty manager"),
    (ContactRole.SINGLE_POINT, "Single point of contact"),
    (ContactRole.STRATEGIC_LEAD, "Office of the strategic lead"),
)

_PARTS: dict[AgencyType, str] = {
    AgencyType.POLICE: "police",
    AgencyType.PROBATION_NPS: "nps",
    AgencyType.PROBATION_CRC: "crc",
    AgencyType.CSC: "childrens-social-care",
    AgencyType.HOUSING: "housing",
}
"""The agencies that have desks, as their addresses call them."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A desk of an agency of a site."""

    site: str
    agency: AgencyType
    role: ContactRole
    name: str
    telephone: str
    email: str


def desks() -> Iterator[Desk]:
    """Give every desk; no two have one number."""
    number = 960_001
    for site in SITES:
        for kind, part in _PARTS.items():
            for role, name in _DESKS:
                local = name.lower().replace(" ", "-")
                yield Desk(
                    site=site.code,
                    agency=kind,
                    role=role,
                    name=name,
                    telephone=f"01632 {number}",
                    email=f"{local}@{part}.{site.short}.example.org",
                )
                number += 1
