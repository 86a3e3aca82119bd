"""Candidate pairs: which mentions are compared at all."""

import duckdb

from drive.linkage.comparisons import BLOCKS


def _rule(columns: tuple[str, ...], left: str, right: str, ordered: str) -> str:
    def side(alias: str, column: str) -> str:
        if column.startswith("left("):
            return column.replace("left(", f"left({alias}.")
        return f"{alias}.{column}"

    equal = " AND ".join(f"{side('l', c)} = {side('r', c)}" for c in columns)
    return f"SELECT l.i AS l, r.i AS r FROM {left} l JOIN {right} r ON {equal} WHERE {ordered}"


# A given name in the surname's place, and the reverse.
_CROSSED = (
    "SELECT l.i AS l, r.i AS r FROM {left} l JOIN {right} r ON l.forename = r.surname_std "
    "AND l.surname_std = r.forename AND l.yob = r.yob WHERE {ordered}"
)


def block(con: duckdb.DuckDBPyConnection, mentions: str, to: str, *, first_new: int = 0) -> None:
    """Make the table `to` of candidate pairs: `l` before `r`, each pair once.

    Parameters
    ----------
    con
        The database.
    mentions
        The standardised table.
    to
        The table to make.
    first_new
        Number of the first new mention; only pairs with a new one are made.
    """
    if first_new:
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE fresh AS SELECT * FROM {mentions} WHERE i >= {first_new}"
        )
    right = "fresh" if first_new else mentions
    rules = [_rule(columns, mentions, right, "l.i < r.i") for columns in BLOCKS]
    rules.append(_CROSSED.format(left=mentions, right=right, ordered="l.i < r.i"))
    con.execute(f"CREATE OR REPLACE TABLE {to} AS {' UNION '.join(rules)}")
