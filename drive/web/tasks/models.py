"""Tasks. They name a kind, a reference and a day, and nothing that somebody said."""

from datetime import date

from django.db import models
from django.db.models import Q

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import BaseModel, Recorded
from drive.web.organisations.models import Site


class Task(Recorded):
    """Something that a person, or whoever holds a role at a site, has to do by a day.

    `about` is the key of the record, such as a Drive case; `key` tells apart several tasks of
    one kind about one record.
    """

    kind = models.CharField(max_length=24, choices=TaskKind.choices())
    about = models.UUIDField()
    reference = models.CharField(max_length=20)
    key = models.CharField(max_length=60, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices())
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=200, blank=True)

    access = Access(
        compartment=Compartment.TASKS,
        site="site",
        # Whoever opened a task sees that others have not done it yet.
        holders=("user", "recorder"),
        subjects=("subjects__person",),
        narrowed={Role.PRACTICE_ADVISER: Q(role=Role.PRACTICE_ADVISER)},
    )
    objects = VisibleQuerySet["Task"].as_manager()

    class Meta:
        ordering = ["due_on", "recorded_at"]
        indexes = [models.Index(fields=["about", "kind"])]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about", "key", "role"],
                condition=Q(settled_at=None),
                name="one_open_task_a_kind_and_record",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="task_settled_at_and_by_together",
            ),
        ]

    def is_overdue(self, today: date) -> bool:
        """Return whether the day has passed and nobody has done it."""
        return self.settled_at is None and self.due_on < today


class TaskSubject(BaseModel):
    """A person whom the record of a task is about: whoever is kept out of her sees no task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="subjects")
    person = models.UUIDField()
