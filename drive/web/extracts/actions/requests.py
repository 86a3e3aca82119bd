"""Asking for a snapshot or a run, giving one up, and handing files out. Light enough for pages."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

import drive
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.extracts.exceptions import NotReady
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.outbound.actions import release
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.recording.actions import claim, complete

SEED = 2017
"""The seed of a run where none is given."""


@transaction.atomic
def begin_snapshot(
    *,
    by: User,
    now: datetime,
    today: date,
    folder: Path | None = None,
    submission: UUID | None = None,
) -> FrozenSnapshot:
    """Note that a snapshot is to be frozen, into a folder of its own or the one named."""
    claimed = claim(key=submission, form="extracts/freeze", by=by, now=now) if submission else None
    snapshot = FrozenSnapshot(
        state=RunState.WAITING,
        frozen_on=today,
        code_version=drive.__version__,
        recorded_at=now,
        recorded_by=by,
    )
    snapshot.folder = str(folder or settings.VAR_DIR / "snapshots" / str(snapshot.pk))
    snapshot.save(force_insert=True)
    if claimed:
        complete(claimed, result_id=snapshot.pk)
    record_change("extracts.freeze", snapshot, by=by, now=now)
    return snapshot


@transaction.atomic
def begin_run(
    *,
    snapshot: FrozenSnapshot,
    seed: int = SEED,
    by: User,
    now: datetime,
    submission: UUID | None = None,
) -> EvaluationRun:
    """Note that the evaluation is to be run on a snapshot."""
    if snapshot.state != RunState.DONE:
        raise NotReady("The evaluation runs on a snapshot that is frozen; this one is not yet.")
    claimed = claim(key=submission, form="extracts/run", by=by, now=now) if submission else None
    run = EvaluationRun(
        snapshot=snapshot, state=RunState.WAITING, seed=seed, recorded_at=now, recorded_by=by
    )
    run.folder = str(settings.VAR_DIR / "reports" / str(run.pk))
    run.save(force_insert=True)
    if claimed:
        complete(claimed, result_id=run.pk)
    record_change("extracts.evaluate", run, by=by, now=now)
    return run


@transaction.atomic
def give_up(*, row: FrozenSnapshot | EvaluationRun, words: str) -> None:
    """Note that a snapshot or a run will not be finished, and why."""
    row.message = words
    set_state(row, RunState.FAILED)


def set_state(row: FrozenSnapshot | EvaluationRun, state: RunState) -> None:
    """Note how far a snapshot or a run has come."""
    row.state = state
    row.save(update_fields=["state", "message"])


@transaction.atomic
def hand_out(
    *,
    row: FrozenSnapshot | EvaluationRun,
    content: bytes,
    recipient: str,
    purpose: str,
    by: User,
    now: datetime,
) -> Release:
    """Release the files of a snapshot or of a run, and write to whom and what for."""
    kind = ReleaseKind.SNAPSHOT if isinstance(row, FrozenSnapshot) else ReleaseKind.REPORT
    return release(
        kind=kind,
        recipient=recipient,
        purpose=purpose,
        objects=[row.pk],
        digest=hashlib.sha256(content).hexdigest(),
        by=by,
        now=now,
    )
