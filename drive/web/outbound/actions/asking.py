"""Asking the service manager, and each Idva who works with a pair, to look at something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad
from drive.web.people.queries import idvas_of
from drive.web.tasks.actions import open_task, settle
from drive.web.tasks.models import Task


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked about one thing: its key stands first in that of each task."""

    kind: TaskKind
    thing: UUID
    about: UUID
    reference: str
    site: Site
    pairs: Sequence[Dyad]
    due_on: date


def ask_service_manager(question: Question, *, by: User, now: datetime) -> None:
    """Ask whoever manages the service at the site."""
    _ask(question, Role.SERVICE_MANAGER, None, by=by, now=now)


def ask_idvas(question: Question, *, by: User, now: datetime) -> None:
    """Ask each Idva who works with a pair; where nobody does, the service manager."""
    idvas = idvas_of(question.pairs)
    ask_by_name(question, idvas, by=by, now=now)
    if not idvas:
        ask_service_manager(question, by=by, now=now)


def ask_by_name(question: Question, idvas: Iterable[User], *, by: User, now: datetime) -> None:
    """Ask some Idvas, each by name."""
    for user in idvas:
        _ask(question, Role.IDVA, user, by=by, now=now)


def settle_about(thing: UUID, kinds: Iterable[TaskKind], *, by: User, now: datetime) -> None:
    """Settle what the person was asked about a thing; others have still to answer."""
    for task in _open_about(thing, kinds):
        if task.user_id == by.pk or (task.user_id is None and task.role in by.roles):
            settle(task=task, by=by, now=now)


def settle_for_all(thing: UUID, kinds: Iterable[TaskKind], *, by: User, now: datetime) -> None:
    """Settle what anybody was asked about a thing: one answer is enough."""
    for task in _open_about(thing, kinds):
        settle(task=task, by=by, now=now)


def _open_about(thing: UUID, kinds: Iterable[TaskKind]) -> QuerySet[Task]:
    return Task.objects.filter(kind__in=list(kinds), key__startswith=str(thing), settled_at=None)


def _ask(question: Question, role: Role, user: User | None, *, by: User, now: datetime) -> None:
    mark = f"/{user.pk.hex[:8]}" if user else ""
    open_task(
        kind=question.kind,
        about=question.about,
        reference=question.reference,
        site=question.site,
        role=role,
        user=user,
        subjects=[
            person
            for pair in question.pairs
            for person in (pair.perpetrator.person_id, pair.victim_survivor.person_id)
        ],
        due_on=question.due_on,
        key=f"{question.thing}{mark}",
        by=by,
        now=now,
    )
