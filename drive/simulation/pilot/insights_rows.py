"""The 652 rows of the Insights database before cleaning, as workers would have typed them.

Printed: 652 rows, of which 80 early, 83 copies and 8 Marac repeats, 6 control and 2 Drive
(Year-1 report, lines 4150-4160), and 441 analysed. The 40 that are left over are read as rows
that are linked to no allocated perpetrator and are marked as reconstructed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drive.linkage.cleaning import InsightsRow
from drive.simulation.pilot.dealing import stream
from drive.simulation.pilot.insights_rows_further import early_rows, repeat_rows, unlinked_rows
from drive.simulation.pilot.insights_rows_slips import copy_rows
from drive.simulation.pilot.insights_rows_typed import RowKind, TypedRow, typed_row
from drive.simulation.pilot.records import PilotRecords
from drive.vocabulary.allocation import Arm

EARLY, COPIES, UNLINKED = 80, 83, 40
REPEATS = {Arm.CONTROL: 6, Arm.DRIVE: 2}


@dataclass(frozen=True, kw_only=True)
class RowTruth:
    """What a row is.

    Parameters
    ----------
    number : int
        Of the row.
    kind : str
        analysed, not_linked, early, copy or repeat.
    perpetrator_key : str or None
        The allocated perpetrator of the pilot, None if the row is linked to none.
    arm : Arm or None
        His arm. It stands on no row: Insights does not know it.
    original : int or None
        The row of which this one is a copy, or whose perpetrator is heard again.
    reconstructed : bool
        True for the 40 rows that no printed number counts.
    """

    number: int
    kind: RowKind
    perpetrator_key: str | None
    arm: Arm | None
    original: int | None
    reconstructed: bool


@dataclass(frozen=True)
class InsightsRows:
    """The rows in the order of their numbers, and what each is."""

    rows: tuple[InsightsRow, ...]
    truth: tuple[RowTruth, ...]


def insights_rows(pilot: PilotRecords) -> InsightsRows:
    """Return the uncleaned rows of a pilot.

    Parameters
    ----------
    pilot : PilotRecords
        As ``build`` gives them; its seed is used here too.
    """
    rng = stream(pilot.seed, "insights_rows")
    analysed = [typed_row(each, rng) for each in pilot.with_idva_case]
    unlinked = unlinked_rows(pilot, analysed, UNLINKED, rng)
    repeats = repeat_rows(pilot, analysed, REPEATS, rng)
    early = early_rows(pilot, analysed, EARLY, rng)
    copies = copy_rows([*analysed, *unlinked, *repeats], COPIES, rng)
    arms = {each.key: each.arm for each in pilot.perpetrators}
    return _numbered([*analysed, *unlinked, *repeats, *early, *copies], arms)


def _numbered(typed: Sequence[TypedRow], arms: dict[str, Arm]) -> InsightsRows:
    """Number the rows in the order in which they were entered; a copy is entered later."""
    order = sorted(range(len(typed)), key=lambda place: typed[place].entered)
    number = {id(typed[place]): turn for turn, place in enumerate(order, start=1)}
    rows, truth = [], []
    for place in order:
        each = typed[place]
        rows.append(replace(each.row, number=number[id(each)]))
        key = each.perpetrator_key
        truth.append(
            RowTruth(
                number=number[id(each)],
                kind=each.kind,
                perpetrator_key=key,
                arm=arms[key] if key else None,
                original=number[id(each.original)] if each.original else None,
                reconstructed=each.kind == "not_linked",
            )
        )
    return InsightsRows(tuple(rows), tuple(truth))
