"""Running the evaluation on a snapshot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import drive
from drive.evaluation import EvaluationError, evaluate
from drive.vocabulary.jobs import RunState
from drive.web.extracts.actions.requests import set_state
from drive.web.extracts.exceptions import NotEvaluated
from drive.web.extracts.models import EvaluationRun


def run_evaluation(*, run: EvaluationRun, today: date) -> None:
    """Evaluate the run's snapshot and note how many results agree with print."""
    if run.state == RunState.DONE:
        return
    set_state(run, RunState.RUNNING)
    try:
        summary = evaluate(
            Path(run.snapshot.folder),
            Path(run.folder),
            code_version=drive.__version__,
            seed=run.seed,
            today=today,
        )
    except EvaluationError as problem:
        raise NotEvaluated(str(problem)) from problem
    run.results, run.compared, run.agreeing = summary.results, summary.compared, summary.agree
    run.state, run.message = RunState.DONE, ""
    run.save()
