"""Freezing and evaluating as jobs, for pages.

What does the work is imported in the job only: pages import this module, and need neither
pandas nor SciPy.
"""

from drive.web.core.clock import now, today
from drive.web.core.jobs import job
from drive.web.extracts.actions.requests import give_up
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot


def _snapshot_given_up(*, words: str, snapshot_id: str) -> None:
    give_up(row=FrozenSnapshot.objects.get(pk=snapshot_id), words=words)


def _run_given_up(*, words: str, run_id: str) -> None:
    give_up(row=EvaluationRun.objects.get(pk=run_id), words=words)


@job(gives_up=_snapshot_given_up)
def freeze_snapshot(*, snapshot_id: str) -> None:
    """Freeze a snapshot that a page asked for."""
    from drive.web.extracts.actions.freezing import freeze

    freeze(snapshot=FrozenSnapshot.objects.get(pk=snapshot_id), now=now())


@job(gives_up=_run_given_up)
def evaluate_snapshot(*, run_id: str) -> None:
    """Run the evaluation that a page asked for."""
    from drive.web.extracts.actions.evaluating import run_evaluation

    run_evaluation(run=EvaluationRun.objects.get(pk=run_id), today=today())
