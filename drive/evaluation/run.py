"""One evaluation: read a snapshot, analyse it, write results, tables, figures and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drive.evaluation import programme
from drive.evaluation.analyses import ANALYSES
from drive.evaluation.blocks import Section
from drive.evaluation.disclosure import redact
from drive.evaluation.errors import EvaluationError
from drive.evaluation.files import write_outputs
from drive.evaluation.header import Header, Tally, header_of
from drive.evaluation.measures import measures
from drive.evaluation.measures.rows import has_published_year, only_origin, plain_tables
from drive.evaluation.report import render
from drive.evaluation.sensitivity import without_both_arms
from drive.evaluation.snapshot import Snapshot, read
from drive.vocabulary.allocation import AllocationOrigin


@dataclass(frozen=True, kw_only=True)
class EvaluationSummary:
    """What an evaluation came to, and where it stands.

    Parameters
    ----------
    compared, agree, differ, not_rebuilt : int
        Printed numbers recomputed and compared, how many of them agree and differ, and how many
        printed numbers are not compared because the records do not hold them yet.
    results : int
        All results, printed or not.
    report, results_file : pathlib.Path
        The report to read, and the results for a program.
    snapshot_hash : str
        The content hash of the snapshot.
    """

    compared: int
    agree: int
    differ: int
    not_rebuilt: int
    results: int
    report: Path
    results_file: Path
    snapshot_hash: str


def evaluate(
    snapshot_dir: Path,
    out_dir: Path,
    *,
    code_version: str,
    seed: int,
    today: date,
    internal: bool = False,
) -> EvaluationSummary:
    """Evaluate a snapshot and write everything into a folder.

    The comparison with print is made for the rows of the published year, that is for historic
    allocations of a snapshot whose figures are published; those rows are printed as they are.
    All other rows are suppressed where numbers are small, unless ``internal`` is set.

    Parameters
    ----------
    snapshot_dir, out_dir : pathlib.Path
        The snapshot's folder, and the folder for the outputs (made if it is not there).
    code_version : str
        Printed with every number.
    seed : int
        Printed with every number; no analysis of this part uses chance.
    today : datetime.date
        The day printed on the report.
    internal : bool
        Print small numbers too, with a watermark on every page.

    Returns
    -------
    EvaluationSummary
        The counts of the first page, and the paths.

    Raises
    ------
    EvaluationError
        In one line: the snapshot cannot be read, holds no allocation, or the folder cannot be
        written.
    """
    snapshot = read(snapshot_dir)
    if snapshot["allocations"].empty:
        raise EvaluationError(f"The snapshot in {snapshot_dir} holds no allocation to evaluate.")
    sections = analyse(snapshot, internal=internal)
    header = header_of(
        snapshot, sections, code_version=code_version, seed=seed, today=today, internal=internal
    )
    try:
        report = write_outputs(out_dir, header, sections, html=render(header, sections))
    except OSError as problem:
        raise EvaluationError(
            f"The results cannot be written to {out_dir}: {problem}."
        ) from problem
    return _summary(header, sections, out_dir=out_dir, report=report)


def analyse(snapshot: Snapshot, *, internal: bool = False) -> list[Section]:
    """Return every section of the report: the programme so far, then the analyses."""
    tables = plain_tables(snapshot)
    published = has_published_year(snapshot)
    so_far = programme.analyse(measures(tables), exempt=published, internal=internal)
    if published:
        tables = only_origin(tables, AllocationOrigin.HISTORIC)
    frames = measures(tables)
    sections = [each(frames, compare=published).section() for each in ANALYSES]
    exact = published or internal
    if not exact:
        sections = [redact(section) for section in sections]
    return [so_far.section(), *sections, *without_both_arms(tables, frames, exact=exact)]


def _summary(
    header: Header, sections: list[Section], *, out_dir: Path, report: Path
) -> EvaluationSummary:
    tally: Tally = header.tally
    return EvaluationSummary(
        compared=tally.compared,
        agree=tally.agree,
        differ=tally.differ,
        not_rebuilt=tally.not_rebuilt,
        results=sum(len(section.results) for section in sections),
        report=report,
        results_file=out_dir / "results.json",
        snapshot_hash=header.snapshot_hash,
    )
