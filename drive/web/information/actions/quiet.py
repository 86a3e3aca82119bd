"""Both have gone quiet: the Idva and the service manager are told first.

That she is out of contact is hers. Whoever works with him learns of it when it is released, so
the tasks are opened in the name of the system: the record of whoever opens a task is shown to
him as waiting for others.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.facts import ChronologyKind, Side
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.core.working_days import add_working_days
from drive.web.information.exceptions import NotRecordable
from drive.web.information.models import ChronologyEvent, EventRelease, Folder, QuietNote
from drive.web.information.queries.crossing import folders_opposite
from drive.web.information.queries.words import close
from drive.web.information.rules.quiet import Happened, went_quiet
from drive.web.tasks.actions import open_task, settle, settle_all
from drive.web.tasks.models import Task

_WORKING_DAYS = 1


def look_for_quiet(folder: Folder, *, now: datetime) -> None:
    """Open the tasks where both are out of contact, and settle them where one is back."""
    for his, hers in _pairs(folder):
        found = went_quiet(_happened(his), _happened(hers), within_days=his.site.quiet_days)
        if found is None:
            for about in (his.about, hers.about):
                _back_in_contact(about, hers, now=now)
        else:
            he, she = found
            key = key_of(he.key, she.key)
            _tell(his, Role.SERVICE_MANAGER, None, key=key, now=now)
            _tell(hers, Role.IDVA, _keeper(hers), key=key, now=now)


def key_of(his_event: UUID, her_event: UUID) -> str:
    """Return by which key the tasks about two silences are told apart from those about others."""
    return f"{her_event.hex}-{his_event.hex[:27]}"


def _pairs(folder: Folder) -> Iterator[tuple[Folder, Folder]]:
    for other in folders_opposite(folder):
        yield (folder, other) if folder.side == Side.CASE_MANAGER else (other, folder)


def _happened(folder: Folder) -> list[Happened]:
    rows = folder.events.filter(withdrawn_at=None).values_list("pk", "kind", "happened_on")
    return [Happened(key=key, kind=ChronologyKind(kind), day=day) for key, kind, day in rows]


def _keeper(folder: Folder) -> User | None:
    held = folder.custodians.filter(ended_at=None).select_related("user").first()
    return held.user if held else None


def _tell(folder: Folder, role: Role, user: User | None, *, key: str, now: datetime) -> None:
    kind, about = TaskKind.GONE_QUIET, folder.about
    if Task.objects.filter(kind=kind, about=about, key=key, role=role).exists():
        return
    people = [folder.perpetrator.person_id]
    people += [dyad.victim_survivor.person_id for dyad in folder.perpetrator.dyads.all()]
    open_task(
        kind=kind,
        about=about,
        reference=folder.reference,
        site=folder.site,
        role=role,
        user=user,
        subjects=people,
        due_on=add_working_days(now.astimezone(LONDON).date(), _WORKING_DAYS),
        key=key,
        by=system_user(),
        now=now,
    )


def _back_in_contact(about: UUID, hers: Folder, *, now: datetime) -> None:
    """Settle what is open about her silence: a case manager may have other pairs that are quiet."""
    keys = {pk.hex for pk in hers.events.values_list("pk", flat=True)}
    waiting = Task.objects.filter(kind=TaskKind.GONE_QUIET, about=about, settled_at=None)
    for task in waiting:
        if task.key.partition("-")[0] in keys:
            settle(task=task, outcome="In contact again", by=system_user(), now=now)


@transaction.atomic
def settle_quiet(
    *, task: Task, text: str, tell_case_manager: bool, by: User, now: datetime
) -> QuietNote:
    """Note what was done about it, and let the case manager see that she is out of contact or not.

    Each of the two settles the task of her own role.
    """
    if not text.strip():
        raise NotRecordable("Write what was done.", field="text")
    folder = Folder.objects.get(about=task.about)
    his, hers = silences_of(task)
    note = QuietNote(
        folder=folder,
        his_event=his,
        her_event=hers,
        told_case_manager=tell_case_manager,
        recorded_at=now,
        recorded_by=by,
    )
    close(note, "sealed_text", text)
    note.save(force_insert=True)
    if tell_case_manager:
        EventRelease.objects.get_or_create(
            event=hers,
            receiver=his.folder,
            withdrawn_at=None,
            defaults={"recorded_at": now, "recorded_by": by},
        )
    settle_all(
        kind=TaskKind.GONE_QUIET,
        about=task.about,
        key=task.key,
        outcome="Looked at",
        by=by,
        now=now,
    )
    record_change("information.settle_quiet", folder.about, note, by=by, now=now)
    return note


def silences_of(task: Task) -> tuple[ChronologyEvent, ChronologyEvent]:
    """Return the two silences that a task is about, his first."""
    her_key, _, his_key = task.key.partition("-")
    hers = ChronologyEvent.objects.select_related("folder").get(pk=UUID(her_key))
    events = ChronologyEvent.objects.filter(
        folder__perpetrator=hers.folder.perpetrator_id, folder__side=Side.CASE_MANAGER
    ).select_related("folder")
    his = next(event for event in events if event.pk.hex.startswith(his_key))
    return his, hers
