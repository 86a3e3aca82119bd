"""Small tables in the snapshot's form."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from drive.evaluation.snapshot import SnapshotHeader
from drive.vocabulary.snapshot import TABLES

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def header() -> SnapshotHeader:
    """A snapshot of live rows."""
    return SnapshotHeader(frozen_on=date(2017, 6, 30), code_version="test")


@pytest.fixture
def tables() -> Tables:
    """Two perpetrators, one in each arm; all other tables empty."""
    return tables_of(
        allocations=[allocation("a", "p1", arm="drive"), allocation("b", "p2", arm="control")],
        perpetrators=[{"perpetrator_id": p, "site": "essex"} for p in ("p1", "p2")],
        victim_survivors=[{"victim_survivor_id": v, "site": "essex"} for v in ("v1", "v2")],
        dyads=[
            {
                "dyad_id": f"d{n}",
                "perpetrator_id": f"p{n}",
                "victim_survivor_id": f"v{n}",
                "is_primary": True,
            }
            for n in (1, 2)
        ],
    )


def allocation(key: str, perpetrator: str, *, arm: str, origin: str = "drawn") -> dict[str, Any]:
    """Return one allocated perpetrator."""
    return {
        "allocation_id": key,
        "perpetrator_id": perpetrator,
        "site": "essex",
        "month": "2017-05",
        "outcome": "allocated",
        "arm": arm,
        "p_assignment": 0.125,
        "origin": origin,
        "block": 1,
        "position": 2,
    }


def tables_of(**rows: list[dict[str, Any]]) -> Tables:
    """Return every table, with the given rows and no others."""
    return {
        table.name: pd.DataFrame(rows.get(table.name, []), columns=table.column_names)
        for table in TABLES
    }
