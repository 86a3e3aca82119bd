"""Finding tasks, each only by whoever may see it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import RoleHolding, User
from drive.web.tasks.models import Task


def open_tasks(actor: User) -> QuerySet[Task]:
    """Return every open task in reach, what is due first in front."""
    return Task.objects.visible_to(actor).filter(settled_at=None).select_related("user", "site")


def tasks_of(actor: User) -> QuerySet[Task]:
    """Return the open tasks that the actor has to do."""
    roles = [role.value for role in actor.roles]
    return open_tasks(actor).filter(Q(user=actor) | Q(user=None, role__in=roles))


def waiting_for_others(actor: User) -> QuerySet[Task]:
    """Return the open tasks that the actor opened and others have to do."""
    mine = tasks_of(actor).values("pk")
    return open_tasks(actor).filter(recorded_by=actor).exclude(pk__in=mine)


def tasks_about(about: UUID, actor: User) -> QuerySet[Task]:
    """Return the open tasks about one record that the actor may see."""
    return open_tasks(actor).filter(about=about)


def last_asked(kinds: Iterable[TaskKind]) -> dict[UUID, datetime]:
    """Return who is asked by an open task of some kinds, by name or role, and when the last was.

    Whether each may see what she or he is asked is for `tasks_of` to say.
    """
    asked: dict[UUID, datetime] = {}
    for holders, at in _holders_and_moment(kinds):
        for user in holders:
            asked[user] = max(at, asked.get(user, at))
    return asked


def _holders_and_moment(kinds: Iterable[TaskKind]) -> list[tuple[list[UUID], datetime]]:
    found = Task.objects.filter(kind__in=list(kinds), settled_at=None).order_by()
    rows = list(found.values_list("user", "role", "site").annotate(Max("recorded_at")))
    asked = {(role, site) for user, role, site, _at in rows if user is None}
    held = RoleHolding.objects.filter(
        role__in={role for role, _site in asked}, site__in={site for _role, site in asked}
    )
    holding: dict[tuple[str, UUID], list[UUID]] = defaultdict(list)
    for user, role, site in held.filter(ended_at=None).values_list("user", "role", "site"):
        holding[role, site].append(user)
    return [([user] if user else holding[role, site], at) for user, role, site, at in rows]
