"""`drive user`, `drive site` and `drive agency`."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING, Any

from drive.cli.application import start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say

if TYPE_CHECKING:
    from drive.web.accounts.models import User
    from drive.web.organisations.models import Agency, Site


def add_to(commands: Any) -> None:
    """Add the commands of the administrator."""
    _add_user(commands)
    about = "Sites: the areas in which the programme works."
    site = commands.add_parser("site", help=about, description=about)
    under = site.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = _sub(under, "add", "Add a site.", run_site_add)
    add.add_argument("code", metavar="CODE", help="short name, such as west_sussex")
    add.add_argument("--name", required=True, help="name that people read")
    add.add_argument("--police-force", default="", metavar="FORCE", help="its police force")
    about = "Agencies: who takes part at a site."
    agency = commands.add_parser("agency", help=about, description=about)
    under = agency.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = _sub(under, "add", "Add an agency to a site.", run_agency_add)
    add.add_argument("name", metavar="NAME", help="name, such as “Essex Marac”")
    add.add_argument("--site", required=True, metavar="CODE", help="code of the site")
    add.add_argument(
        "--kind", required=True, choices=_kinds(), metavar="KIND", help=_one_of_kinds()
    )


def _add_user(commands: Any) -> None:
    about = "Users: who signs in, and with which role."
    user = commands.add_parser("user", help=about, description=about)
    under = user.add_subparsers(title="commands", metavar="COMMAND", required=True)
    about = "Add somebody who signs in. The password is asked for, or read from standard input."
    add = _sub(under, "add", about, run_user_add)
    add.add_argument("username", metavar="USERNAME", help="name to sign in with")
    add.add_argument("--name", required=True, help="the person's name")
    add.add_argument("--email", default="", help="work e-mail")
    add.add_argument("--role", metavar="ROLE", help="role to hold, such as case_manager")
    add.add_argument("--site", metavar="CODE", help="site at which the role is held")
    add.add_argument("--agency", metavar="NAME", help="agency for which the role is held")
    _sub(under, "list", "List everybody, with roles.", run_user_list)
    end = _sub(under, "end", "End an account: it opens nothing any more.", run_user_end)
    end.add_argument("username", metavar="USERNAME", help="whose account")


def _sub(under: Any, name: str, about: str, run: Any) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = under.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    return made


def _kinds() -> list[str]:
    from drive.vocabulary.agencies import AgencyType

    return [kind.value for kind in AgencyType]


def _one_of_kinds() -> str:
    return "one of " + ", ".join(_kinds())


def run_user_add(given: argparse.Namespace) -> None:
    """Add a user and, if a role is named, give it: both or neither."""
    start_with_database()
    from django.db import transaction

    from drive.web.accounts.actions import add_user, grant_role, system_user
    from drive.web.core.clock import now

    role, site, agency = _role(given.role), _site(given.site), _agency(given.agency)
    password = _password()
    with transaction.atomic():
        user = add_user(
            username=given.username,
            name=given.name,
            email=given.email,
            password=password,
            by=system_user(),
            now=now(),
        )
        if role:
            grant_role(user=user, role=role, site=site, agency=agency, by=system_user(), now=now())
    say(f"{given.username} can sign in{f' as {role.label.lower()}' if role else ''}.")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise Stop("The two passwords differ.", ExitCode.REFUSED)
    return first


def _role(name: str | None) -> Any:
    from drive.web.accounts.roles import Role

    if name is None:
        return None
    try:
        return Role(name.replace("-", "_"))
    except ValueError as problem:
        known = ", ".join(role.value for role in Role)
        message = f"There is no role {name}. The roles are: {known}."
        raise Stop(message, ExitCode.MISREAD) from problem


def _site(code: str | None) -> Site | None:
    from drive.web.organisations.models import Site

    if code is None:
        return None
    site = Site.objects.filter(code=code).first()
    if site is None:
        known = ", ".join(Site.objects.values_list("code", flat=True)) or "none yet"
        raise Stop(f"There is no site {code}. The sites are: {known}.", ExitCode.MISREAD)
    return site


def _agency(name: str | None) -> Agency | None:
    from drive.web.organisations.models import Agency

    if name is None:
        return None
    found = list(Agency.objects.filter(name__iexact=name)[:2])
    if len(found) != 1:
        words = "no agency" if not found else "more than one agency"
        raise Stop(f"There is {words} called {name}.", ExitCode.MISREAD)
    return found[0]


def run_user_list(_given: argparse.Namespace) -> None:
    """List users with their roles."""
    start_with_database()
    from drive.web.accounts.models import User

    for user in User.objects.order_by("username").prefetch_related("role_holdings"):
        say(f"{user.username:<24} {user.name:<28} {_roles_of(user)}")


def _roles_of(user: User) -> str:
    if not user.is_active:
        return "no access"
    return ", ".join(_holding(each) for each in user.holdings) or "no role"


def _holding(holding: Any) -> str:
    from drive.web.accounts.roles import Role

    place = holding.agency or holding.site
    return f"{Role(holding.role).label}{f' ({place})' if place else ''}"


def run_user_end(given: argparse.Namespace) -> None:
    """End an account."""
    start_with_database()
    from drive.web.accounts.actions import end_access, system_user
    from drive.web.accounts.models import User
    from drive.web.core.clock import now

    user = User.objects.filter(username__iexact=given.username).first()
    if user is None:
        raise Stop(f"Nobody signs in as {given.username}.", ExitCode.MISREAD)
    end_access(user=user, by=system_user(), now=now())
    say(f"{user.username} can no longer sign in.")


def run_site_add(given: argparse.Namespace) -> None:
    """Add a site."""
    start_with_database()
    from drive.web.accounts.actions import system_user
    from drive.web.core.clock import now
    from drive.web.organisations.actions import add_site

    site = add_site(
        code=given.code,
        name=given.name,
        police_force=given.police_force,
        by=system_user(),
        now=now(),
    )
    say(f"Added the site {site.name}.")


def run_agency_add(given: argparse.Namespace) -> None:
    """Add an agency."""
    start_with_database()
    from drive.vocabulary.agencies import AgencyType
    from drive.web.accounts.actions import system_user
    from drive.web.core.clock import now
    from drive.web.organisations.actions import add_agency

    site = _site(given.site)
    if site is not None:
        agency = add_agency(
            site=site, kind=AgencyType(given.kind), name=given.name, by=system_user(), now=now()
        )
        say(f"Added {agency.name}.")
