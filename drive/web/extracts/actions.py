"""Freezing snapshots, running the evaluation on them, and handing their files out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

import drive
from drive.evaluation.errors import EvaluationError
from drive.evaluation.snapshot import Snapshot, SnapshotHeader, write
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import standing_key
from drive.web.extracts import rules
from drive.web.extracts.exceptions import NoStudyKey, NotEvaluated, NotFrozen, NotReady
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot, RunState
from drive.web.extracts.queries.tables import read_all, rebuilds_published_figures
from drive.web.outbound.actions import release
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.recording.actions import claim, complete

Progress = Callable[[str], None]

STUDY = "study"
"""The folder of the study key within the key folder."""

SEED = 2017
"""The seed of a run where none is given."""


def _silent(_words: str) -> None:
    return None


def study_key() -> bytes:
    """Return the key of the pseudonyms: the one that is kept, or the demonstration's own."""
    key = standing_key(STUDY)
    if key is None and settings.DRIVE_MODE != "demonstration":
        raise NoStudyKey("There is no study key, so nothing can be given a pseudonym.")
    return key or rules.DEMONSTRATION_KEY


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


def freeze(*, snapshot: FrozenSnapshot, now: datetime, progress: Progress = _silent) -> None:
    """Freeze what is recorded at this moment; a snapshot that is frozen already stays as it is."""
    if snapshot.state == RunState.DONE:
        return
    _set_state(snapshot, RunState.RUNNING)
    tables = read_all(study_key(), progress=progress)
    header = SnapshotHeader(
        frozen_on=snapshot.frozen_on,
        code_version=snapshot.code_version,
        published_figures=rebuilds_published_figures(),
    )
    try:
        written = write(tables, Path(snapshot.folder), header=header)
    except EvaluationError as problem:
        raise NotFrozen(str(problem)) from problem
    _note_frozen(snapshot, written, now=now)


@transaction.atomic
def _note_frozen(snapshot: FrozenSnapshot, written: Snapshot, *, now: datetime) -> None:
    snapshot.release = release(
        kind=ReleaseKind.SNAPSHOT,
        recipient=snapshot.recorded_by.name,
        purpose="Frozen for the evaluation",
        objects=[snapshot.pk],
        digest=written.content_hash,
        by=snapshot.recorded_by,
        now=now,
    )
    snapshot.content_hash = written.content_hash
    snapshot.row_counts = written.row_counts
    snapshot.published_figures = written.header.published_figures
    snapshot.state, snapshot.message = RunState.DONE, ""
    snapshot.save()


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


def run_evaluation(*, run: EvaluationRun, today: date) -> None:
    """Evaluate the run's snapshot and note how many results agree with print."""
    if run.state == RunState.DONE:
        return
    # Imported here since pages, which import this module too, need none of its libraries.
    from drive.evaluation import evaluate

    _set_state(run, RunState.RUNNING)
    try:
        evaluate(
            Path(run.snapshot.folder),
            Path(run.folder),
            code_version=drive.__version__,
            seed=run.seed,
            today=today,
        )
    except EvaluationError as problem:
        raise NotEvaluated(str(problem)) from problem
    _note_results(run)


@transaction.atomic
def _note_results(run: EvaluationRun) -> None:
    text = (Path(run.folder) / "results.json").read_text(encoding="utf-8")
    results = json.loads(text)["results"]
    compared = [each for each in results if each["agrees"] is not None]
    run.results, run.compared = len(results), len(compared)
    run.agreeing = sum(each["agrees"] is True for each in compared)
    run.state, run.message = RunState.DONE, ""
    run.save()


@transaction.atomic
def give_up(*, row: FrozenSnapshot | EvaluationRun, words: str) -> None:
    """Note that a snapshot or a run will not be finished, and why."""
    row.message = words
    _set_state(row, RunState.FAILED)


def _set_state(row: FrozenSnapshot | EvaluationRun, state: RunState) -> None:
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
