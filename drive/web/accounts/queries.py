"""Finding users by what they are."""

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.organisations.models import Site


def is_there_a(role: Role) -> bool:
    """Return whether somebody holds a role now and may sign in."""
    return User.objects.filter(
        is_active=True, role_holdings__role=role, role_holdings__ended_at=None
    ).exists()


def holders_of(role: Role, *, site: Site) -> QuerySet[User]:
    """Return who holds a role at a site now and may sign in, by name."""
    holding = User.objects.filter(
        is_active=True,
        role_holdings__role=role,
        role_holdings__site=site,
        role_holdings__ended_at=None,
    )
    return holding.distinct().order_by("name")


def holders_anywhere(role: Role) -> QuerySet[User]:
    """Return who holds a role at any site now and may sign in, by name."""
    holding = User.objects.filter(
        is_active=True, role_holdings__role=role, role_holdings__ended_at=None
    )
    return holding.distinct().order_by("name")
