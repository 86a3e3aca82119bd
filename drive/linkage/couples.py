"""Pairs whose counterparts in their cases are one person."""

import duckdb
import numpy as np
import pandas as pd

from drive.linkage import strata
from drive.linkage.clusters import Ints
from drive.linkage.model import Model, Stratum
from drive.linkage.scoring import FLAGS, MAIN, VECTOR, compare, weight_sql

# The two parties of a case. Children of one case are siblings as often as not, so that knowing a
# parent says little of which child is meant.
PARTIES = ("perpetrator", "victim_survivor")

# In two steps: the planner does not see how few cases share a person.
_KNOWN = """
CREATE OR REPLACE TEMP TABLE known AS
SELECT x.case_number AS one, y.case_number AS other, x.role
FROM party x JOIN party y ON x.label = y.label AND x.case_number < y.case_number
WHERE x.role = y.role
"""
_PAIRS = """
CREATE OR REPLACE TABLE couple_pairs AS
SELECT DISTINCT least(a.i, b.i) AS l, greatest(a.i, b.i) AS r
FROM (SELECT a.i, known.other, a.role
      FROM known JOIN party a ON a.case_number = known.one AND a.role != known.role) a
JOIN party b ON b.case_number = a.other AND b.role = a.role
"""


def parties(mentions: pd.DataFrame, labels: Ints) -> pd.DataFrame:
    """Return the parties of cases with the persons found so far: `i, case_number, role, label`.

    Parameters
    ----------
    mentions
        `i`, `case_id`, `role` of records.
    labels
        Person of each, shape (records,).
    """
    chosen = mentions["role"].isin(PARTIES).to_numpy()
    frame = mentions[chosen]
    return pd.DataFrame(
        {
            "i": frame["i"].to_numpy(dtype=np.int64),
            "case_number": pd.factorize(frame["case_id"])[0],
            "role": (frame["role"] == PARTIES[0]).to_numpy(),
            "label": labels[chosen],
        }
    )


def pairs(con: duckdb.DuckDBPyConnection, party: pd.DataFrame) -> None:
    """Make the table `couple_pairs`, the other parties of cases that share a person."""
    con.register("party_frame", party)
    con.execute("CREATE OR REPLACE TEMP TABLE party AS SELECT * FROM party_frame")
    con.unregister("party_frame")
    con.execute(_KNOWN)
    con.execute(_PAIRS)


def compare_pairs(con: duckdb.DuckDBPyConnection, mentions: str) -> None:
    """Make the table `couple_compared` from `couple_pairs`, each pair with its role."""
    compare(con, mentions, "couple_pairs", "couple_compared_all")
    con.execute(
        "CREATE OR REPLACE TABLE couple_compared AS SELECT c.*, role "
        f"FROM couple_compared_all c JOIN {mentions} ON i = l"
    )


def learn(con: duckdb.DuckDBPyConnection, main: Stratum) -> dict[str, Stratum]:
    """Return the stratum of each role, from the table `couple_compared`."""
    found = (strata.couple(con, "couple_compared", main, role) for role in PARTIES)
    return {stratum.name: stratum for stratum in found}


def weighed(con: duckdb.DuckDBPyConnection, model: Model) -> pd.DataFrame:
    """Return the pairs of `couple_compared` that reach the reviewer's band of their role."""
    parts = []
    for role in PARTIES:
        stratum = model.strata[f"couple_{role}"]
        review = model.bands.get(stratum.name, model.bands[MAIN]).review
        parts.append(
            f"SELECT l, r, {', '.join(FLAGS)}, '{stratum.name}' AS stratum, "
            f"{weight_sql(stratum)} AS weight, {', '.join(VECTOR)} "
            f"FROM couple_compared WHERE role = '{role}' AND weight >= {review!r}"
        )
    return con.execute(" UNION ALL ".join(parts)).df()
