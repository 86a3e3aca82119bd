"""Loading the pilot and freezing it, as several test files do."""

from datetime import date
from pathlib import Path

from drive.evaluation.snapshot import Snapshot, read
from drive.simulation.pilot import PILOT_SEED
from drive.web.accounts.actions import system_user
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_snapshot
from drive.web.pilot.actions import Loaded, load
from tests.cast import NOW


def load_it() -> Loaded:
    """Load the pilot into the database at hand."""
    return load(seed=PILOT_SEED, now=NOW, progress=lambda _line: None)


def frozen(folder: Path) -> Snapshot:
    """Freeze what is loaded into a folder."""
    row = begin_snapshot(by=system_user(), now=NOW, today=date(2017, 6, 30), folder=folder)
    freeze(snapshot=row, now=NOW)
    return read(folder)
