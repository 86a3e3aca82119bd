"""Candidate pairs: which mentions are compared at all."""

import duckdb

from drive.linkage.comparisons import BLOCKS


def of(alias: str, column: str) -> str:
    """Return the SQL of a blocking column of one table."""
    return column.replace("left(", f"left({alias}.") if "(" in column else f"{alias}.{column}"


def block(con: duckdb.DuckDBPyConnection, mentions: str, to: str) -> None:
    """Make the table `to` of candidate pairs of the standardised table: `l` before `r`, once."""
    rules = []
    for one, other in BLOCKS:
        equal = " AND ".join(
            f"{of('l', a)} = {of('r', b)}" for a, b in zip(one, other, strict=True)
        )
        rules.append(
            f"SELECT l.i AS l, r.i AS r FROM {mentions} l JOIN {mentions} r ON {equal} "
            "WHERE l.i < r.i"
        )
    con.execute(f"CREATE OR REPLACE TABLE {to} AS {' UNION '.join(rules)}")
