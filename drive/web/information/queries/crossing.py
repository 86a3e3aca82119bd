"""What crossed the wall, who stands at the other side, and the joint chronology."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.facts import Side
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.information.models import (
    ChronologyEvent,
    EventRelease,
    Folder,
    ReleasedItem,
)
from drive.web.people.models import Dyad
from drive.web.tasks.models import Task
from drive.web.tasks.queries import tasks_of


def folders_opposite(folder: Folder) -> QuerySet[Folder]:
    """Return the folders at the other side to which something of this one can cross."""
    opposite = Side.IDVA if folder.side == Side.CASE_MANAGER else Side.CASE_MANAGER
    found = Folder.objects.filter(perpetrator=folder.perpetrator_id, side=opposite)
    return found.select_related("site").order_by("recorded_at", "pk")


def names_of_hers(folders: Iterable[Folder], actor: User) -> dict[UUID, str]:
    """Return by folder the name of the victim-survivor, where somebody may know it."""
    dyads = {each.dyad_id: each.pk for each in folders if each.dyad_id}
    known = Dyad.objects.visible_to(actor).filter(pk__in=dyads)
    return {
        dyads[dyad.pk]: dyad.victim_survivor.person.name
        for dyad in known.select_related("victim_survivor__person")
    }


def given_by(folder: Folder, actor: User) -> QuerySet[ReleasedItem]:
    """Return what a folder released to the other side, the latest first."""
    return _items(actor).filter(giver=folder)


def received_by(folder: Folder, actor: User) -> QuerySet[ReleasedItem]:
    """Return what was released to a folder, the latest first."""
    return _items(actor).filter(receiver=folder)


def _items(actor: User) -> QuerySet[ReleasedItem]:
    found = ReleasedItem.objects.visible_to(actor)
    return found.select_related("giver", "receiver", "recorded_by", "withdrawn_by")


def own_events(folder: Folder, actor: User) -> QuerySet[ChronologyEvent]:
    """Return the events of a folder that stand, the latest first."""
    return ChronologyEvent.objects.visible_to(actor).filter(folder=folder, withdrawn_at=None)


def events_released(folder: Folder, actor: User) -> QuerySet[EventRelease]:
    """Return what a folder released of its events and the other side released to it, if it stands.

    An event that was taken back at its source leaves with it.
    """
    found = EventRelease.objects.visible_to(actor).filter(
        Q(receiver=folder) | Q(event__folder=folder), withdrawn_at=None, event__withdrawn_at=None
    )
    return found.select_related("event__folder", "receiver", "recorded_by")


def open_silences(folder: Folder, actor: User) -> QuerySet[Task]:
    """Return the tasks about both having gone quiet that this person has to do in a folder."""
    return tasks_of(actor).filter(kind=TaskKind.GONE_QUIET, about=folder.about)
