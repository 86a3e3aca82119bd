"""Adding users, granting and ending roles, keeping somebody away from a person."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from drive.web.accounts.exceptions import (
    NotIndependent,
    PasswordTooWeak,
    RoleNeedsPlace,
    UsernameTaken,
)
from drive.web.accounts.models import Exclusion, RoleHolding, User
from drive.web.accounts.roles import READS, Reach, Role
from drive.web.audit.actions import record_change
from drive.web.core.clock import now as clock_now
from drive.web.organisations.models import Agency, Site

SYSTEM_USERNAME = "drive"


def system_user() -> User:
    """Return the account in whose name commands and jobs act. Nobody can sign in with it."""
    user, made = User.objects.get_or_create(
        username=SYSTEM_USERNAME,
        defaults={"name": "Drive (the system)", "is_active": False, "date_joined": clock_now()},
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


@transaction.atomic
def add_user(
    *, username: str, name: str, password: str, by: User, now: datetime, email: str = ""
) -> User:
    """Add somebody who can sign in."""
    if User.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(f"Somebody signs in as {username} already.", field="username")
    user = User(username=username, name=name, email=email, date_joined=now)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise PasswordTooWeak(" ".join(error.messages), field="password") from error
    user.set_password(password)
    user.save()
    record_change("accounts.add_user", user, by=by, now=now)
    return user


@transaction.atomic
def grant_role(
    *,
    user: User,
    role: Role,
    site: Site | None = None,
    agency: Agency | None = None,
    by: User,
    now: datetime,
) -> RoleHolding:
    """Give somebody a role at a site or for an agency; a role held already stays one role."""
    if agency is not None and site is None:
        site = agency.site
    _check_place(role, site, agency)
    same = RoleHolding.objects.filter(
        user=user, role=role, site=site, agency=agency, ended_at=None
    ).first()
    if same:
        return same
    _check_independence(user, role)
    holding = RoleHolding.objects.create(
        user=user, role=role, site=site, agency=agency, recorded_at=now, recorded_by=by
    )
    record_change("accounts.grant", user, holding, by=by, now=now, fields=f"role {role}")
    return holding


def _check_place(role: Role, site: Site | None, agency: Agency | None) -> None:
    if role is Role.CODER:
        return  # belongs to no site: what a coder reads must not say where it comes from
    reaches = set(READS[role].values())
    if Reach.AGENCY in reaches and agency is None:
        raise RoleNeedsPlace(f"{role.label}: say for which agency.", field="agency")
    if reaches & {Reach.SITE, Reach.OWN} and Reach.ALL not in reaches and site is None:
        raise RoleNeedsPlace(f"{role.label}: say at which site.", field="site")


def _check_independence(user: User, role: Role) -> None:
    """Whoever works for the service or the study does not watch over the harm that it may do."""
    held = set(RoleHolding.objects.filter(user=user, ended_at=None).values_list("role", flat=True))
    if held - {role} and Role.MONITOR in {*held, role}:
        raise NotIndependent(
            "An independent monitor holds no other role. Add a user of its own for that.",
            field="role",
        )


@transaction.atomic
def end_access(*, user: User, by: User, now: datetime) -> None:
    """End an account and every role of it: from the next request on it opens nothing."""
    for holding in RoleHolding.objects.filter(user=user, ended_at=None):
        holding.ended_at, holding.ended_by = now, by
        holding.save(update_fields=["ended_at", "ended_by"])
    user.is_active = False
    user.save(update_fields=["is_active"])
    record_change("accounts.end_access", user, by=by, now=now)


@transaction.atomic
def keep_out(
    *,
    user: User,
    person_id: UUID,
    also: Iterable[UUID] = (),
    reason: str,
    by: User,
    now: datetime,
) -> Exclusion:
    """Keep somebody away from everything about one person, at once and whatever the role.

    `also` are the keys of the others who are the same human being.
    """
    made = [
        Exclusion(user=user, person_id=person, reason=reason, recorded_at=now, recorded_by=by)
        for person in dict.fromkeys([person_id, *also])
    ]
    Exclusion.objects.bulk_create(made)
    record_change("accounts.keep_out", user, *made, by=by, now=now, fields=f"person {person_id}")
    return made[0]


def share_exclusions(*, people: Collection[UUID], by: User, now: datetime) -> None:
    """Keep whoever is kept away from one of some people away from them all: they are one.

    Part of the caller's transaction. What was shared stays when they are made two again.
    """
    standing = Exclusion.objects.filter(person_id__in=people, lifted_at=None)
    first: dict[UUID, Exclusion] = {}
    kept: set[tuple[UUID, UUID]] = set()
    for each in standing.order_by("recorded_at"):
        first.setdefault(each.user_id, each)
        kept.add((each.user_id, each.person_id))
    missing = [
        Exclusion(
            user_id=user, person_id=person, reason=one.reason, recorded_at=now, recorded_by=by
        )
        for user, one in first.items()
        for person in people
        if (user, person) not in kept
    ]
    Exclusion.objects.bulk_create(missing)
    if missing:
        record_change("accounts.share_exclusions", *missing, by=by, now=now)
