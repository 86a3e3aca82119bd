"""Tasks about a Drive case: they go to whoever holds it in the role that has to act."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.models import Capacity, DriveCase
from drive.web.people.models import Dyad
from drive.web.tasks.actions import open_task
from drive.web.tasks.models import Task

_HELD_AS = {Role.CASE_MANAGER: Capacity.CASE_MANAGER, Role.IDVA: Capacity.IDVA_LEAD}


def open_case_task(
    *,
    case: DriveCase,
    kind: TaskKind,
    role: Role,
    due_on: date,
    key: str = "",
    by: User,
    now: datetime,
) -> Task:
    """Open a task for the case manager or Idva lead of a case, or for a role at its site."""
    return open_task(
        kind=kind,
        about=case.pk,
        reference=case.reference,
        site=case.site,
        role=role,
        user=_holder(case, role),
        subjects=_subjects(case),
        due_on=due_on,
        key=key,
        by=by,
        now=now,
    )


def _holder(case: DriveCase, role: Role) -> User | None:
    held_as = _HELD_AS.get(role)
    if held_as is None:
        return None
    held = case.assignments.filter(capacity=held_as, ended_at=None).select_related("user").first()
    return held.user if held else None


def _subjects(case: DriveCase) -> Iterable[UUID]:
    yield case.perpetrator.person_id
    pairs = Dyad.objects.filter(perpetrator=case.perpetrator_id)
    yield from pairs.values_list("victim_survivor__person_id", flat=True)
