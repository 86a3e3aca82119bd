"""Beginning and closing a trial."""

import os
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.randomisation import commit
from drive.randomisation.chain import SHORTEST_KEY
from drive.randomisation.commitment import SEED_BYTES
from drive.web.accounts.models import User
from drive.web.allocation.actions.log import append
from drive.web.allocation.exceptions import NoTrial, TrialHasBatches, TrialRuns
from drive.web.allocation.models import Batch, Trial
from drive.web.allocation.queries.sealed import seal_trial, seed_of
from drive.web.audit.actions import record_change


@transaction.atomic
def activate(*, by: User, now: datetime, key: UUID | None = None) -> Trial:
    """Make the seed of a trial from the system's entropy, seal it, and commit to it in public.

    Raises
    ------
    TrialRuns
        If a trial runs already.
    """
    if Trial.objects.filter(closed_at=None).exists():
        raise TrialRuns("A trial runs already. Close it before another is activated.")
    seed = os.urandom(SEED_BYTES)
    trial = Trial(commitment=commit(seed), recorded_at=now, recorded_by=by)
    if key:
        trial.id = key
    seal_trial(trial, seed=seed, log_key=os.urandom(SHORTEST_KEY))
    trial.save(force_insert=True)
    row = {"kind": "activated", "commitment": trial.commitment, "at": now.isoformat()}
    append(trial, [row])
    record_change("allocation.activate", trial, by=by, now=now)
    return trial


def running_trial() -> Trial:
    """Return the trial that runs.

    Raises
    ------
    NoTrial
        If none does.
    """
    trial = Trial.objects.filter(closed_at=None).first()
    if trial is None:
        raise NoTrial(
            "No trial runs. Activate it first: its seed is then sealed, and what was published of "
            "it proves later that nobody changed it."
        )
    return trial


@transaction.atomic
def close(*, by: User, now: datetime) -> Trial:
    """End the trial and reveal its seed: from now on anybody can derive every draw again.

    Raises
    ------
    NoTrial
        If none runs.
    TrialHasBatches
        If a batch still waits for its draw.
    """
    trial = Trial.objects.select_for_update().get(pk=running_trial().pk)
    if Batch.objects.filter(trial=trial, drawn_at=None, released_at=None).exists():
        raise TrialHasBatches(
            "A batch is locked and not drawn yet. Draw or release it before the trial is closed."
        )
    seed = seed_of(trial).hex()
    append(trial, [{"kind": "closed", "seed": seed, "at": now.isoformat()}])
    trial.closed_at, trial.closed_by, trial.revealed_seed = now, by, seed
    trial.save(update_fields=["closed_at", "closed_by", "revealed_seed"])
    record_change("allocation.close", trial, by=by, now=now)
    return trial
