"""A Drive case as the gate takes it, and who keeps it."""

from __future__ import annotations

from drive.vocabulary.facts import Side
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.models import Capacity, DriveCase
from drive.web.outbound.queries.case import Case, pairs_of

_OUR_SIDE = frozenset({Role.CASE_MANAGER, Role.SERVICE_MANAGER})


def as_written_about(case: DriveCase) -> Case:
    """Return a case as the gate takes it."""
    return Case(
        key=case.pk,
        reference=case.reference,
        side=Side.CASE_MANAGER,
        site=case.site,
        perpetrator=case.perpetrator,
        pairs=pairs_of(case.perpetrator),
    )


def case_manager_of(case: DriveCase) -> User | None:
    """Return who holds a case as its case manager."""
    held = case.assignments.filter(capacity=Capacity.CASE_MANAGER, ended_at=None)
    row = held.select_related("user").first()
    return row.user if row else None


def in_whose_name(case: DriveCase, asker: User) -> User | None:
    """Return in whose name the worker writes: whoever asked, or else who holds the case now."""
    for user in (asker, case_manager_of(case)):
        if user and user.is_active and user.roles & _OUR_SIDE:
            return user
    return None
