"""Train the main model with Splink: how often levels agree by chance, and among true pairs."""

import logging
import math
import warnings
from collections.abc import Sequence
from typing import Any

import duckdb

from drive.linkage.comparisons import COMPARED, COMPARISONS, Comparison
from drive.linkage.model import Stratum

CHANCE_PAIRS = 2e6
EM_PAIRS = 2e6
# Two sessions: what a session blocks on, it cannot learn, so the other does. Each with what to
# block on where the records do not hold the first choice.
SESSIONS = (
    (("forename", "surname_std"), ("root", "surname_std")),
    (("dob", "area"), ("dob",)),
)
RULES = (("forename", "surname_std", "dob"), ("police_std",), ("forename", "dob", "home"))
RECALL = 0.7
# No level may be so rare that one agreement decides alone.
LEAST = 1e-7


def train(con: duckdb.DuckDBPyConnection, mentions: str, *, seed: int) -> Stratum:
    """Return the main stratum, learnt from the records themselves by expectation maximisation.

    Parameters
    ----------
    con
        The database.
    mentions
        The standardised table.
    seed
        Of the sample of pairs for chance agreement.
    """
    con.execute(
        f"CREATE OR REPLACE TABLE to_train AS SELECT i AS unique_id, {', '.join(COMPARED)} "
        f"FROM {mentions}"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = _fit(con, seed)
    con.execute("DROP TABLE to_train")
    learnt = {
        entry["output_column_name"]: entry["comparison_levels"] for entry in fitted["comparisons"]
    }
    weights, chance = {}, {}
    for comparison in COMPARISONS:
        equal = _chance_of_equal(con, mentions, comparison.column)
        m, u = _probabilities(comparison, learnt[comparison.name], equal)
        weights[comparison.name] = tuple(math.log2(a / b) for a, b in zip(m, u, strict=True))
        chance[comparison.name] = u[-1]
    prior = min(max(fitted["probability_two_random_records_match"], 1e-9), 0.5)
    return Stratum("main", math.log2(prior / (1 - prior)), weights, chance)


def _fit(con: duckdb.DuckDBPyConnection, seed: int) -> dict[str, Any]:
    # Scoring with a kept model needs nothing of Splink, which takes seconds to load.
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    # One API object to a model: two would share their tables of frequencies.
    api = DuckDBAPI(connection=con)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison.splink() for comparison in COMPARISONS],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in RULES],
        max_iterations=15,
        em_convergence=0.001,
    )
    linker = Linker(
        api.register("to_train"), settings, log_level=logging.ERROR, validate_settings=False
    )
    training = linker.training
    training.estimate_u_using_random_sampling(max_pairs=CHANCE_PAIRS, seed=seed)
    # Without a pair to learn from, Splink refuses; what is not learnt keeps a cautious default.
    if _has_pairs(con, RULES[0]):
        training.estimate_probability_two_random_records_match(
            [block_on(*rule) for rule in RULES], recall=RECALL
        )
    for choices in SESSIONS:
        columns = next((columns for columns in choices if _has_pairs(con, columns)), None)
        if columns:
            training.estimate_parameters_using_expectation_maximisation(
                block_on(*columns), max_pairs=EM_PAIRS
            )
    settings_found: dict[str, Any] = linker.misc.save_model_to_json()
    return settings_found


def _has_pairs(con: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> bool:
    full = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    found = con.execute(
        f"SELECT 1 FROM to_train WHERE {full} GROUP BY {', '.join(columns)} "
        "HAVING count(*) > 1 LIMIT 1"
    )
    return bool(found.fetchall())


def _chance_of_equal(con: duckdb.DuckDBPyConnection, mentions: str, column: str) -> float:
    found = con.execute(
        f"SELECT coalesce(sum(n * (n - 1)) / nullif(sum(n) * (sum(n) - 1), 0), 0) "
        f"FROM (SELECT count(*)::DOUBLE AS n FROM {mentions} WHERE {column} IS NOT NULL "
        f"GROUP BY {column})"
    ).fetchall()
    return float(found[0][0])


def _probabilities(
    comparison: Comparison, levels: Sequence[dict[str, Any]], equal: float
) -> tuple[list[float], list[float]]:
    """Return m and u from level 0 upwards; a level that was never seen gets a small share."""
    seen = [level for level in levels if not level.get("is_null_level")][::-1]
    m = [max(float(level.get("m_probability") or 0.0), 1e-4) for level in seen]
    if not any(level.get("m_probability") for level in seen):
        m = [0.1 / comparison.top] * comparison.top + [0.9]
    if not any(level.get("u_probability") for level in seen):
        u = [0.9] + [0.1 / comparison.top] * comparison.top
    u = [max(float(level.get("u_probability") or 0.0), LEAST) for level in seen]
    u[comparison.top] = max(equal, LEAST)
    return [p / sum(m) for p in m], [p / sum(u) for p in u]
