"""`drive freeze`, `drive evaluate` and `drive report`."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import drive
from drive.cli.application import day_that_is_set, start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say, tell, working

if TYPE_CHECKING:
    from drive.web.extracts.models import FrozenSnapshot

SEED = 2017


def add_to(commands: Any) -> None:
    """Add the three commands."""
    _add_freeze(commands)
    _add_evaluate(commands)
    _add_report(commands)


def _add_freeze(commands: Any) -> None:
    about = "Freeze a pseudonymised snapshot of what is recorded, with its data dictionary."
    freeze = commands.add_parser("freeze", help=about, description=about)
    freeze.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write")
    freeze.set_defaults(run=run_freeze)


def _add_evaluate(commands: Any) -> None:
    about = (
        "Evaluate a snapshot: results.json, tables, figures and report.html. It needs no database."
    )
    evaluate = commands.add_parser("evaluate", help=about, description=about)
    evaluate.add_argument("snapshot", metavar="DIR", type=Path, help="folder of the snapshot")
    evaluate.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write")
    evaluate.add_argument(
        "--internal", action="store_true", help="print small numbers too, with a watermark"
    )
    evaluate.add_argument(
        "--seed", metavar="N", type=int, default=SEED, help=f"where chance enters ({SEED})"
    )
    evaluate.set_defaults(run=run_evaluate)


def _add_report(commands: Any) -> None:
    about = "Freeze a snapshot and evaluate it, in one go."
    report = commands.add_parser("report", help=about, description=about)
    report.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="folder for snapshot and report"
    )
    report.add_argument(
        "--internal", action="store_true", help="print small numbers too, with a watermark"
    )
    report.set_defaults(run=run_report)


def run_freeze(given: argparse.Namespace) -> None:
    """Freeze into a folder that is empty, or holds an earlier snapshot."""
    start_with_database()
    _check_folder(given.out, marks=("datapackage.json",))
    snapshot = _freeze(given.out)
    say(f"Snapshot {snapshot.content_hash}")
    say(f"{sum(snapshot.row_counts.values()):,} rows in {given.out}")


def _freeze(out: Path) -> FrozenSnapshot:
    from drive.web.accounts.actions import system_user
    from drive.web.core.clock import now, today
    from drive.web.core.exceptions import Refusal
    from drive.web.extracts.actions.freezing import freeze
    from drive.web.extracts.actions.requests import begin_snapshot, give_up
    from drive.web.extracts.exceptions import NotFrozen

    moment = now()
    snapshot = begin_snapshot(by=system_user(), now=moment, today=today(), folder=out.resolve())
    tell("Freezing a snapshot")
    try:
        freeze(snapshot=snapshot, now=moment, progress=lambda line: tell(f"  {line}"))
    except Refusal as refusal:
        give_up(row=snapshot, words=refusal.message)
        if isinstance(refusal, NotFrozen):
            raise Stop(refusal.message, ExitCode.SNAPSHOT) from refusal
        raise
    return snapshot


def run_evaluate(given: argparse.Namespace) -> None:
    """Evaluate a snapshot folder, without any database."""
    if given.seed < 0:
        raise Stop("The seed must not be negative.", ExitCode.MISREAD)
    _check_folder(given.out, marks=("results.json",))
    _evaluate(given.snapshot, given.out, seed=given.seed, internal=given.internal)


def _evaluate(snapshot: Path, out: Path, *, seed: int, internal: bool) -> None:
    if not snapshot.is_dir():
        raise Stop(f"There is no snapshot folder at {snapshot}.", ExitCode.SNAPSHOT)
    today = _today()
    with working("Evaluating the snapshot"):
        from drive.evaluation import evaluate

        summary = evaluate(
            snapshot,
            out,
            code_version=drive.__version__,
            seed=seed,
            today=today,
            internal=internal,
        )
    say(
        f"{summary.results:,} results; {summary.compared:,} printed numbers compared, "
        f"{summary.agree:,} agree, {summary.differ:,} differ"
    )
    say(f"The report is at {summary.report}")


def _today() -> date:
    # The application's clock needs its settings, and this command runs without the application.
    return day_that_is_set() or datetime.now(ZoneInfo("Europe/London")).date()  # noqa: TID251


def run_report(given: argparse.Namespace) -> None:
    """Freeze into one folder and evaluate into another, side by side."""
    start_with_database()
    snapshot, report = given.out / "snapshot", given.out / "report"
    _check_folder(snapshot, marks=("datapackage.json",))
    _check_folder(report, marks=("results.json",))
    frozen = _freeze(snapshot)
    say(f"Snapshot {frozen.content_hash}")
    _evaluate(snapshot, report, seed=SEED, internal=given.internal)


def _check_folder(folder: Path, *, marks: tuple[str, ...]) -> None:
    """Refuse a folder that holds something else: what stands there would be mixed with ours."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Stop(f"{folder} is not a folder.", ExitCode.PLACE)
    holds = {path.name for path in folder.iterdir()}
    if holds and not holds & set(marks):
        raise Stop(f"The folder {folder} holds other files. Name an empty one.", ExitCode.PLACE)
