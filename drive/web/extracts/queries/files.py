"""The files of a snapshot or of a run, as one archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from drive.vocabulary.jobs import RunState
from drive.web.extracts.exceptions import NotReady
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot

_ANY_TIME = (1980, 1, 1, 0, 0, 0)

REPORT = "report.html"


def archive(row: FrozenSnapshot | EvaluationRun) -> bytes:
    """Return the row's files, zipped: the same files give the same bytes.

    Raises
    ------
    NotReady
        If the work has not ended, or the files are no longer where they were written.
    """
    folder = Path(row.folder)
    if row.state != RunState.DONE:
        raise NotReady("This is not finished, so there is nothing to hand out yet.")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise NotReady("The files are no longer on this machine. Make them anew.")
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archived:
        for path in files:
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), date_time=_ANY_TIME)
            archived.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def report_page(run: EvaluationRun) -> bytes:
    """Return the report of a run as it was written.

    Raises
    ------
    NotReady
        If there is none.
    """
    path = Path(run.folder) / REPORT
    if run.state != RunState.DONE or not path.is_file():
        raise NotReady("There is no report: the run is not finished, or its files are gone.")
    return path.read_bytes()
