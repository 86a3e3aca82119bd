"""Choosing rows of a snapshot: those of the published year, or all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from drive.evaluation.snapshot import Snapshot
from drive.vocabulary.allocation import AllocationOrigin

Tables = Mapping[str, pd.DataFrame]
NO_ROW = "no_row"


def plain_tables(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    """Return the tables with None in every empty cell, so that a comparison is true or false."""
    return {
        name: frame.astype(object).where(frame.notna(), other=None)  # type: ignore[call-overload]
        for name, frame in snapshot.tables.items()
    }


def has_published_year(snapshot: Snapshot) -> bool:
    """Whether the snapshot holds the published year: historic rows of published figures."""
    historic = snapshot["allocations"]["origin"] == AllocationOrigin.HISTORIC
    return snapshot.header.published_figures and bool(historic.any())


def only_origin(tables: Tables, origin: AllocationOrigin) -> dict[str, pd.DataFrame]:
    """Return the tables with only what hangs on perpetrators allocated in one way."""
    allocations = tables["allocations"]
    kept = dict(tables)
    kept["allocations"] = allocations[allocations["origin"] == origin]
    for table, key, owner in _CASCADE:
        kept[table] = within(kept[table], key, kept[owner][key])
    for table in ("ratings", "answers"):
        kept[table] = _owned(kept[table], kept)
    return kept


def within(frame: pd.DataFrame, column: str, values: pd.Series[Any]) -> pd.DataFrame:
    """Return the rows whose column is one of the values."""
    return frame[frame[column].isin(set(values))]


_CASCADE = (
    ("perpetrators", "perpetrator_id", "allocations"),
    ("dyads", "perpetrator_id", "allocations"),
    ("victim_survivors", "victim_survivor_id", "dyads"),
    ("hearings", "dyad_id", "dyads"),
    ("drive_cases", "perpetrator_id", "allocations"),
    ("assessments", "drive_case_id", "drive_cases"),
    ("contacts", "drive_case_id", "drive_cases"),
    ("non_contacts", "drive_case_id", "drive_cases"),
    ("work", "drive_case_id", "drive_cases"),
    ("idva_cases", "dyad_id", "dyads"),
    ("insights_forms", "idva_case_id", "idva_cases"),
    ("interventions", "insights_form_id", "insights_forms"),
)
_OWNERS = (
    ("hearings", "hearing_id"),
    ("assessments", "assessment_id"),
    ("insights_forms", "insights_form_id"),
)


def _owned(frame: pd.DataFrame, kept: Tables) -> pd.DataFrame:
    parts = [
        within(frame[frame["owner_table"] == table], "owner_id", kept[table][key])
        for table, key in _OWNERS
    ]
    return pd.concat(parts)
