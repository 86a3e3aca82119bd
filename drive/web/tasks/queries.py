"""Finding tasks, each only by whoever may see it."""

from uuid import UUID

from django.db.models import Q, QuerySet

from drive.web.accounts.models import User
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
