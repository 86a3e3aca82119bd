"""Who works in the demonstration: invented people, one or more for each role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.roles import Role

PASSWORD = "only-for-the-demonstration"  # noqa: S105 - it is published, and opens nothing real
"""The password of every demonstration sign-in."""

STAFF_AT_A_SITE = 3
"""Case managers, and Idvas, at each site: with three, nobody holds more than 25 open cases."""


@dataclass(frozen=True)
class PilotSite:
    """A site of the pilot, as it is set up for the demonstration."""

    code: str
    name: str
    police_force: str
    short: str


SITES: tuple[PilotSite, ...] = (
    PilotSite("essex", "Essex", "Essex Police", "essex"),
    PilotSite("south_wales", "South Wales", "South Wales Police", "wales"),
    PilotSite("west_sussex", "West Sussex", "Sussex Police", "sussex"),
)

AGENCIES: dict[AgencyType, str] = {
    AgencyType.MARAC: "{site} Marac",
    AgencyType.DRIVE: "Drive {site}",
    AgencyType.IDVA: "{site} IDVA service",
    AgencyType.POLICE: "{force}",
    AgencyType.PROBATION_NPS: "National Probation Service in {site}",
    AgencyType.PROBATION_CRC: "Community rehabilitation company in {site}",
    AgencyType.CSC: "{site} children’s social care",
    AgencyType.HOUSING: "{site} housing",
}
"""The agencies of each site, and how each is called."""


@dataclass(frozen=True)
class Member:
    """Somebody who signs in to the demonstration."""

    username: str
    name: str
    role: Role
    site: str = ""
    agency: AgencyType | None = None


EVERYWHERE: tuple[Member, ...] = (
    Member("administrator", "Ada Stratton", Role.ADMINISTRATOR),
    Member("allocator", "Alma Locke", Role.ALLOCATOR),
    Member("second-allocator", "Alec Thornbury", Role.ALLOCATOR),
    Member("evaluator", "Eva Lowther", Role.EVALUATOR),
    Member("monitor", "Mona Hadleigh", Role.MONITOR),
    Member("coder", "Cody Marsh", Role.CODER),
    Member("second-coder", "Cora Ashdown", Role.CODER),
    Member("commissioner", "Connie Fielding", Role.COMMISSIONER),
)

_NAMES: dict[str, tuple[str, ...]] = {
    "essex": (
        "Casey Harlow",
        "Carla Witham",
        "Colin Maldon",
        "Ida Braintree",
        "Iris Clacton",
        "Isla Rayleigh",
        "Selma Tilbury",
        "Maya Harwich",
        "Paul Brentwood",
        "Petra Basildon",
    ),
    "south_wales": (
        "Cerys Barry",
        "Carwyn Neath",
        "Cadi Porth",
        "Ianto Gower",
        "Ilid Swansea",
        "Indeg Bridgend",
        "Sioned Penarth",
        "Mair Aberdare",
        "Peredur Cardiff",
        "Prys Maesteg",
    ),
    "west_sussex": (
        "Clara Bognor",
        "Chris Worthing",
        "Cora Steyning",
        "Ines Crawley",
        "Ivy Horsham",
        "Imogen Arundel",
        "Sam Midhurst",
        "Mark Petworth",
        "Pia Selsey",
        "Perry Shoreham",
    ),
}
"""Forenames invented, surnames taken from places, so that nobody is meant."""


def case_managers(site: PilotSite) -> list[str]:
    """Return the sign-in names of a site's case managers."""
    return [_numbered(site, "case-manager", number) for number in range(STAFF_AT_A_SITE)]


def idvas(site: PilotSite) -> list[str]:
    """Return the sign-in names of a site's Idvas."""
    return [_numbered(site, "idva", number) for number in range(STAFF_AT_A_SITE)]


def _numbered(site: PilotSite, what: str, number: int) -> str:
    return f"{site.short}-{what}" + (f"-{number + 1}" if number else "")


def members() -> tuple[Member, ...]:
    """Return everybody, the site by site after those who work everywhere."""
    return (*EVERYWHERE, *(member for site in SITES for member in _at(site)))


def _at(site: PilotSite) -> Iterator[Member]:
    names = iter(_NAMES[site.code])
    for username in case_managers(site):
        yield Member(username, next(names), Role.CASE_MANAGER, site.code)
    for username in idvas(site):
        yield Member(username, next(names), Role.IDVA, site.code)
    yield Member(f"{site.short}-service-manager", next(names), Role.SERVICE_MANAGER, site.code)
    yield Member(
        f"{site.short}-coordinator",
        next(names),
        Role.MARAC_COORDINATOR,
        site.code,
        AgencyType.MARAC,
    )
    yield Member(f"{site.short}-adviser", next(names), Role.PRACTICE_ADVISER, site.code)
    yield Member(f"{site.short}-police", next(names), Role.PARTNER, site.code, AgencyType.POLICE)
