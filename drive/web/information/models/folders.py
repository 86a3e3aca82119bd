"""Folders: what is known about one case, on one side of the wall, and who may open it.

A folder is about one case of an app above this one, which is known here by its key alone.
"""

from collections.abc import Iterable, Mapping

from django.db import models
from django.db.models import Q

from drive.vocabulary.facts import Side
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad, Perpetrator

SIDE_OF = {
    Role.CASE_MANAGER: Side.CASE_MANAGER,
    Role.SERVICE_MANAGER: Side.CASE_MANAGER,
    Role.PRACTICE_ADVISER: Side.CASE_MANAGER,
    Role.IDVA: Side.IDVA,
}
"""On which side of the wall a role stands."""


def sides_of(roles: Iterable[Role]) -> frozenset[Side]:
    """Return the sides of the wall on which somebody with these roles stands."""
    return frozenset(SIDE_OF[role] for role in roles if role in SIDE_OF)


def folder_access(
    folder: str,
    *,
    compartment: Compartment = Compartment.FACTS,
    narrowed: Mapping[Role, Q] | None = None,
) -> Access:
    """Say how whatever lies in a folder is reached: `folder` is the path to it.

    Each role reaches its own side and nothing of the other, whatever its reach. `narrowed` adds
    a further condition for a role.
    """
    further = narrowed or {}
    return Access(
        compartment=compartment,
        site=f"{folder}site",
        holders=(f"{folder}custodians",),
        subjects=subjects_of(folder),
        narrowed={
            role: Q(**{f"{folder}side": side}) & further.get(role, Q())
            for role, side in SIDE_OF.items()
        },
    )


def subjects_of(folder: str) -> tuple[str, ...]:
    """Return the paths to the people whom a folder is about."""
    return (
        f"{folder}perpetrator__person",
        f"{folder}perpetrator__dyads__victim_survivor__person",
    )


class Folder(Recorded):
    """What is known about one case. The Idva's is about one pair; the case manager's about him."""

    about = models.UUIDField(unique=True)
    side = models.CharField(max_length=12, choices=Side.choices(), default=Side.CASE_MANAGER)
    reference = models.CharField(max_length=20, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="+")
    dyad = models.ForeignKey(Dyad, null=True, on_delete=models.PROTECT, related_name="+")

    access = folder_access("")
    objects = VisibleQuerySet["Folder"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(side=Side.CASE_MANAGER, dyad=None)
                | Q(side=Side.IDVA, dyad__isnull=False),
                name="folder_of_the_idva_is_about_a_pair",
            )
        ]


class Custodian(Recorded):
    """Who may open a folder, from when to when. Whoever assigns the case pushes it down here."""

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="custodians")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["folder", "user"],
                condition=Q(ended_at=None),
                name="one_current_custody_a_folder_and_user",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="custodian_ended_at_and_by_together",
            ),
        ]
