"""Link records: who is who."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd

from drive.linkage import couples, strata
from drive.linkage.bands import BANDS, LINKED, as_decided, banded, strongest
from drive.linkage.clusters import Partition, partition
from drive.linkage.decisions import Decided, read
from drive.linkage.linkage import Linkage
from drive.linkage.model import Model
from drive.linkage.pairs import block
from drive.linkage.records import database, load
from drive.linkage.scoring import (
    HOUSEHOLD,
    MAIN,
    add_frequencies,
    compare,
    frequencies,
    keep_frequencies,
    weigh,
)
from drive.linkage.standardise import crowded, standardise
from drive.linkage.training import train

SEED = 20170630


def link(
    records: pd.DataFrame | str | Path,
    *,
    model: Model | None = None,
    decisions: pd.DataFrame | None = None,
    seed: int = SEED,
    not_homes: Collection[str] = (),
) -> Linkage:
    """Give every record its person.

    Parameters
    ----------
    records
        A frame or the path of a Parquet file: `record_id, source, case_id, role` and, where they
        are known, `first_name, surname, date_of_birth, postcode, sex, phone, police_id`.
    model
        A trained model; without one, one is learnt from these records.
    decisions
        Clerical decisions, see `decisions.read`. They stand over every score.
    seed
        Of the sample that training draws.
    not_homes
        Postcodes of refuges, police stations and the like, for training; a given model has its own.

    Returns
    -------
    Linkage
        The persons, the weighed pairs and the model.

    Raises
    ------
    RecordError
        If the records lack a needed column or a record_id stands twice.
    DecisionError
        If the decisions cannot be read.
    """
    with database() as con:
        load(con, records, "raw")
        ready = prepare(con, model, seed=seed, not_homes=not_homes)
        block(con, "mention", "pairs")
        compare(con, "mention", "pairs", "compared")
        if model is None:
            learnt = strata.household(con, "compared", ready.strata[MAIN])
            ready = replace(ready, strata={**ready.strata, HOUSEHOLD: learnt})
        weigh(con, "compared", "weighed", ready)
        edges = con.execute("SELECT * FROM weighed ORDER BY l, r").df()
        return _resolve(con, edges, ready, decisions)


def prepare(
    con: duckdb.DuckDBPyConnection,
    model: Model | None,
    *,
    seed: int,
    not_homes: Collection[str] = (),
) -> Model:
    """Standardise the table `raw` into `mention`; return the model, learning its main stratum."""
    if model is None:
        standardise(con, "raw", "mention", not_homes=not_homes)
        busy = crowded(con, "mention")
        homes = tuple(sorted({*not_homes, *busy}))
        if busy:
            standardise(con, "raw", "mention", not_homes=homes)
        model = Model(
            seed=seed,
            records=int(con.execute("SELECT count(*) FROM mention").fetchall()[0][0]),
            strata={MAIN: train(con, "mention", seed=seed)},
            frequencies=frequencies(con, "mention"),
            not_homes=homes,
            bands=BANDS,
        )
    else:
        standardise(con, "raw", "mention", not_homes=model.not_homes)
    keep_frequencies(con, model.frequencies)
    add_frequencies(con, "mention")
    return model


def _resolve(
    con: duckdb.DuckDBPyConnection,
    edges: pd.DataFrame,
    model: Model,
    decisions: pd.DataFrame | None,
) -> Linkage:
    mentions = con.execute("SELECT * FROM mention ORDER BY i").df()
    decided = read(decisions, pd.Series(mentions["i"].to_numpy(), index=mentions["record_id"]))
    edges = banded(edges, model)
    first = persons(mentions, as_decided(edges, decided), decided)
    couples.pairs(con, couples.parties(mentions, first.labels))
    couples.compare_pairs(con, "mention")
    if not any(name.startswith("couple") for name in model.strata):
        model = replace(model, strata={**model.strata, **couples.learn(con, model.strata[MAIN])})
    also = banded(couples.weighed(con, model), model)
    both = strongest(as_decided(edges, decided), as_decided(also, decided))
    final = persons(mentions, both, decided)
    return Linkage(mentions, edges, also, first, final, decided, model, decisions)


def persons(mentions: pd.DataFrame, edges: pd.DataFrame, decided: Decided) -> Partition:
    """Return the persons that the linked ones of the pairs make."""
    links = edges.loc[edges["band"] == LINKED, ["l", "r", "weight"]]
    return partition(mentions[["case_id", "role"]], links, decided)
