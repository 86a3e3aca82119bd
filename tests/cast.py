"""The cast: people with roles, whom the tests know by what they do.

Everybody is synthetic. Each is made through the real actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.organisations.actions import add_agency, add_site
from drive.web.organisations.models import Agency, Site

NOW = datetime(2017, 6, 30, 9, 0, tzinfo=UTC)
PASSWORD = "a long demonstration phrase"


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody, and where they work."""

    essex: Site
    west_sussex: Site
    essex_marac: Agency
    west_sussex_marac: Agency
    case_manager: User
    other_case_manager: User
    service_manager: User
    west_sussex_case_manager: User
    west_sussex_service_manager: User
    practice_adviser: User
    idva: User
    other_idva: User
    allocator: User
    second_allocator: User
    coordinator: User
    west_sussex_coordinator: User
    evaluator: User
    monitor: User
    commissioner: User
    administrator: User
    police_partner: User
    excluded: User
    nobody: User

    @property
    def users(self) -> dict[str, User]:
        """Everybody by what they are called here."""
        return {name: each for name, each in vars(self).items() if isinstance(each, User)}


def make_cast() -> Cast:
    """Make everybody, in a database that holds nobody yet."""
    by = system_user()
    essex = add_site(code="essex", name="Essex", police_force="essex", by=by, now=NOW)
    sussex = add_site(code="west_sussex", name="West Sussex", police_force="sussex", by=by, now=NOW)
    essex_marac = _marac(essex, "Essex Marac")
    sussex_marac = _marac(sussex, "West Sussex Marac")
    return Cast(
        essex=essex,
        west_sussex=sussex,
        essex_marac=essex_marac,
        west_sussex_marac=sussex_marac,
        case_manager=_user("case-manager", Role.CASE_MANAGER, site=essex),
        other_case_manager=_user("other-case-manager", Role.CASE_MANAGER, site=essex),
        service_manager=_user("service-manager", Role.SERVICE_MANAGER, site=essex),
        west_sussex_case_manager=_user("ws-case-manager", Role.CASE_MANAGER, site=sussex),
        west_sussex_service_manager=_user("ws-service-manager", Role.SERVICE_MANAGER, site=sussex),
        practice_adviser=_user("practice-adviser", Role.PRACTICE_ADVISER, site=essex),
        idva=_user("idva", Role.IDVA, site=essex),
        other_idva=_user("other-idva", Role.IDVA, site=essex),
        allocator=_user("allocator", Role.ALLOCATOR),
        second_allocator=_user("second-allocator", Role.ALLOCATOR),
        coordinator=_user("coordinator", Role.MARAC_COORDINATOR, agency=essex_marac),
        west_sussex_coordinator=_user(
            "ws-coordinator", Role.MARAC_COORDINATOR, agency=sussex_marac
        ),
        evaluator=_user("evaluator", Role.EVALUATOR),
        monitor=_user("monitor", Role.MONITOR),
        commissioner=_user("commissioner", Role.COMMISSIONER),
        administrator=_user("administrator", Role.ADMINISTRATOR),
        police_partner=_user("police-partner", Role.PARTNER, site=essex),
        excluded=_user("excluded", Role.SERVICE_MANAGER, site=essex),
        nobody=_user("nobody", None),
    )


def _marac(site: Site, name: str) -> Agency:
    return add_agency(site=site, kind=AgencyType.MARAC, name=name, by=system_user(), now=NOW)


def _user(
    username: str, role: Role | None, *, site: Site | None = None, agency: Agency | None = None
) -> User:
    user = add_user(
        username=username,
        name=username.replace("-", " ").capitalize(),
        password=PASSWORD,
        by=system_user(),
        now=NOW,
    )
    if role is not None:
        grant_role(user=user, role=role, site=site, agency=agency, by=system_user(), now=NOW)
    return User.objects.get(pk=user.pk)
