"""What a record is: one mention of one person in one case, as some agency wrote it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

REQUIRED = ("record_id", "source", "case_id", "role")
OPTIONAL = ("first_name", "surname", "date_of_birth", "postcode", "sex", "phone", "police_id")
COLUMNS = REQUIRED + OPTIONAL
ROLES = ("perpetrator", "victim_survivor", "child")


class RecordError(ValueError):
    """Records that cannot be linked as they stand; the text says what to mend."""


@contextmanager
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a database in memory, closed afterwards."""
    con = duckdb.connect()
    try:
        con.execute("SET enable_progress_bar = false")
        yield con
    finally:
        con.close()


def load(con: duckdb.DuckDBPyConnection, records: pd.DataFrame | str | Path, table: str) -> None:
    """Put records into a table `table`, all columns as text, in their order.

    Parameters
    ----------
    con
        The database.
    records
        A frame or the path of a Parquet file. Optional columns may be missing.
    table
        The table to make; its column `i` numbers the records from 0.

    Raises
    ------
    RecordError
        If a needed column is missing or empty, a record_id stands twice, or a role is unknown.
    """
    if isinstance(records, pd.DataFrame):
        con.register("incoming", records)
        read = "incoming"
    else:
        read = "read_parquet('" + str(records).replace("'", "''") + "')"
    present = {str(row[0]) for row in con.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()}
    missing = [column for column in REQUIRED if column not in present]
    if missing:
        raise RecordError(f"The records have no column {', '.join(missing)}.")
    chosen = ", ".join(
        f"CAST({column} AS VARCHAR) AS {column}" if column in present else f"NULL::VARCHAR {column}"
        for column in COLUMNS
    )
    con.execute(
        f"CREATE OR REPLACE TABLE {table} AS "
        f"SELECT (row_number() OVER ())::INTEGER - 1 AS i, {chosen} FROM {read}"
    )
    if isinstance(records, pd.DataFrame):
        con.unregister("incoming")
    _check(con, table)


def _check(con: duckdb.DuckDBPyConnection, table: str) -> None:
    empty = " OR ".join(f"{column} IS NULL OR trim({column}) = ''" for column in REQUIRED)
    roles = ", ".join(f"'{role}'" for role in ROLES)
    counts = con.execute(
        f"SELECT count(*) FILTER (WHERE {empty}), count(*) - count(DISTINCT record_id), "
        f"count(*) FILTER (WHERE role NOT IN ({roles})) FROM {table}"
    ).fetchall()[0]
    if counts[0]:
        raise RecordError(f"{counts[0]} records lack one of {', '.join(REQUIRED)}.")
    if counts[1]:
        raise RecordError(f"{counts[1]} record_ids stand more than once.")
    if counts[2]:
        raise RecordError(f"{counts[2]} records have a role other than {', '.join(ROLES)}.")
