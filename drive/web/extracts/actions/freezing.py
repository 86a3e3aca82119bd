"""Freezing: reading every table at one moment, and writing the snapshot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from drive.evaluation.errors import EvaluationError
from drive.evaluation.snapshot import Snapshot, SnapshotHeader, write
from drive.vocabulary.jobs import RunState
from drive.web.core.sealing import standing_key
from drive.web.extracts import rules
from drive.web.extracts.actions.requests import set_state
from drive.web.extracts.exceptions import NoStudyKey, NotFrozen
from drive.web.extracts.models import FrozenSnapshot
from drive.web.extracts.queries.tables import read_all, rebuilds_published_figures
from drive.web.outbound.actions import release
from drive.web.outbound.models import ReleaseKind

Progress = Callable[[str], None]

STUDY = "study"
"""The folder of the study key within the key folder."""


def _silent(_words: str) -> None:
    return None


def study_key() -> bytes:
    """Return the key of the pseudonyms: the one that is kept, or the demonstration's own."""
    key = standing_key(STUDY)
    if key is None and settings.DRIVE_MODE != "demonstration":
        raise NoStudyKey("There is no study key, so nothing can be given a pseudonym.")
    return key or rules.DEMONSTRATION_KEY


def freeze(*, snapshot: FrozenSnapshot, now: datetime, progress: Progress = _silent) -> None:
    """Freeze what is recorded at this moment; a snapshot that is frozen already stays as it is."""
    if snapshot.state == RunState.DONE:
        return
    set_state(snapshot, RunState.RUNNING)
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
