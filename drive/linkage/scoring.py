"""Compare candidate pairs and weigh their agreement."""

from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd

from drive.linkage.comparisons import BY_NAME, COMPARED, COMPARISONS, ELSEWHERE
from drive.linkage.model import Model, Stratum

# A name rarer than this counts as no rarer: it may be a misspelling.
RAREST = 5e-6
VECTOR = tuple(f"g_{comparison.name}" for comparison in COMPARISONS)
# Whether two mentions are of one role, of one case, and whether either names several people.
FLAGS = ("same_role", "same_case", "several")
# Comparisons for which agreement on a rare value counts for more.
NAMED = tuple(name for name in BY_NAME if BY_NAME[name].frequencies)
HOUSEHOLD = "household"
MAIN = "main"
# One postcode, and one surname but for a slip of the pen or a name in the other's place.
SAME_HOME = (
    "coalesce(home_l = home_r, false) AND (g_surname >= 2 OR g_surname < 0 AND g_forename IN "
    f"({', '.join(str(level) for level in ELSEWHERE)}))"
)


def frequencies(con: duckdb.DuckDBPyConnection, mentions: str) -> dict[str, dict[str, float]]:
    """Return for each compared name column the share of each value."""
    found = {}
    for comparison in COMPARISONS:
        if comparison.frequencies:
            column = comparison.column
            rows = con.execute(
                f"SELECT {column}, count(*) / sum(count(*)) OVER () FROM {mentions} "
                f"WHERE {column} IS NOT NULL GROUP BY {column} ORDER BY {column}"
            ).fetchall()
            found[comparison.name] = {str(value): float(share) for value, share in rows}
    return found


def keep_frequencies(
    con: duckdb.DuckDBPyConnection, shares: Mapping[str, Mapping[str, float]]
) -> None:
    """Make a table of the shares of each name, which `add_frequencies` reads."""
    for name, values in shares.items():
        con.register("named", pd.DataFrame({"value": list(values), "share": list(values.values())}))
        con.execute(f"CREATE OR REPLACE TABLE share_{name} AS SELECT * FROM named")
        con.unregister("named")


def add_frequencies(con: duckdb.DuckDBPyConnection, mentions: str) -> None:
    """Give the standardised table a column of the share of each name; a new name is rarest."""
    joins, columns = [], []
    for name in NAMED:
        table = f"share_{name}"
        joins.append(f"LEFT JOIN {table} ON {table}.value = {BY_NAME[name].column}")
        columns.append(f"greatest(coalesce({table}.share, 0), {RAREST})::FLOAT AS tf_{name}")
    con.execute(
        f"CREATE OR REPLACE TABLE {mentions} AS SELECT {mentions}.*, {', '.join(columns)} "
        f"FROM {mentions} {' '.join(joins)} ORDER BY i"
    )


def compare(con: duckdb.DuckDBPyConnection, mentions: str, pairs: str, to: str) -> None:
    """Make the table `to`: each pair of `pairs` with its agreement vector and name shares."""
    columns = (*COMPARED, *(f"tf_{name}" for name in NAMED))
    both = ", ".join(f"a.{c} AS {c}_l, b.{c} AS {c}_r" for c in columns)
    levels = ", ".join(f"{comparison.sql()} AS g_{comparison.name}" for comparison in COMPARISONS)
    shares = ", ".join(f"greatest(tf_{name}_l, tf_{name}_r) AS tf_{name}" for name in NAMED)
    con.execute(
        f"CREATE OR REPLACE TABLE {to} AS SELECT l, r, {', '.join(FLAGS)}, {levels}, {shares}, "
        f"{SAME_HOME} AS same_home "
        "FROM (SELECT p.l, p.r, a.role = b.role AS same_role, a.case_id = b.case_id AS same_case, "
        f"a.several OR b.several AS several, {both} FROM {pairs} p "
        f"JOIN {mentions} a ON a.i = p.l JOIN {mentions} b ON b.i = p.r)"
    )


def compare_two(con: duckdb.DuckDBPyConnection, mentions: pd.DataFrame) -> pd.Series:
    """Return the agreement vector of two standardised mentions."""
    con.register("two", mentions.astype({"yob": "Int16", "day_month": "Int16"}))
    con.execute("CREATE TABLE both_mentions AS SELECT * REPLACE (dob::DATE AS dob) FROM two")
    con.execute("CREATE TABLE one_pair AS SELECT min(i) AS l, max(i) AS r FROM both_mentions")
    compare(con, "both_mentions", "one_pair", "compared_two")
    return con.execute(f"SELECT {', '.join(VECTOR)} FROM compared_two").df().iloc[0]


def weight_sql(stratum: Stratum) -> str:
    """Return the SQL of a pair's weight in a stratum: log2 odds that it is one person."""
    terms = [repr(stratum.prior)]
    for name, weights in stratum.weights.items():
        cases = " ".join(f"WHEN {level} THEN {w:.6f}" for level, w in enumerate(weights))
        terms.append(f"(CASE g_{name} {cases} ELSE 0 END)")
        comparison = BY_NAME[name]
        if comparison.frequencies and name in stratum.chance:
            chance = stratum.chance[name]
            terms.append(
                f"(CASE WHEN g_{name} = {comparison.top} THEN log2({chance!r} / tf_{name}) "
                "ELSE 0 END)"
            )
    return f"({' + '.join(terms)})::DOUBLE"


def weigh(con: duckdb.DuckDBPyConnection, compared: str, to: str, model: Model) -> None:
    """Make the table `to` of the pairs worth a look, weighed by the main or household stratum."""
    main, household = model.strata[MAIN], model.strata[HOUSEHOLD]
    con.execute(
        f"CREATE OR REPLACE TABLE {to} AS SELECT l, r, {', '.join(FLAGS)}, "
        f"CASE WHEN same_home THEN '{HOUSEHOLD}' ELSE '{MAIN}' END AS stratum, "
        f"CASE WHEN same_home THEN {weight_sql(household)} ELSE {weight_sql(main)} END AS weight, "
        f"{', '.join(VECTOR)} FROM {compared} WHERE weight >= "
        f"CASE WHEN same_home THEN {model.bands[HOUSEHOLD].review!r} "
        f"ELSE {model.bands[MAIN].review!r} END"
    )


def patterns(
    con: duckdb.DuckDBPyConnection, compared: str, names: Sequence[str], where: str
) -> pd.DataFrame:
    """Return the distinct agreement vectors and how many pairs have each, in column `n`."""
    columns = ", ".join(f"g_{name}" for name in names)
    return con.execute(
        f"SELECT {columns}, count(*)::DOUBLE AS n FROM {compared} WHERE {where} "
        f"GROUP BY ALL ORDER BY ALL"
    ).df()
