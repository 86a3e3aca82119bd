"""Keep a register: new records and decisions join it without linking all again.

What a new record costs goes with the records that it meets: the rest are found by an index of
their blocking keys, and only the connected records that something touches are worked out anew.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from drive.linkage import couples
from drive.linkage.bands import banded
from drive.linkage.clusters import Ints, Partition, again
from drive.linkage.decisions import Decided, appended, read
from drive.linkage.identities import Event, carry
from drive.linkage.keys import KeyIndex
from drive.linkage.linkage import Linkage
from drive.linkage.mentions import Mentions
from drive.linkage.model import Model
from drive.linkage.records import RecordError, load
from drive.linkage.scoring import add_frequencies, compare, keep_frequencies, weigh
from drive.linkage.standardise import standardise
from drive.linkage.weighed import Weighed, linked_ends


@dataclass
class Register:
    """A linkage that new records and decisions join.

    Attributes
    ----------
    mentions, con, keys
        The records: as arrays, in a database, and by their blocking keys.
    scored, coupled, first, partition, decided, model, decisions
        As a `Linkage` has them.
    events
        What the last change did to the persons who stood before.
    taken
        Every id that was ever given to a person.
    """

    mentions: Mentions
    con: duckdb.DuckDBPyConnection
    keys: KeyIndex
    scored: Weighed
    coupled: Weighed
    first: Partition
    partition: Partition
    decided: Decided
    model: Model
    decisions: pd.DataFrame | None
    taken: set[str]
    events: tuple[Event, ...] = ()

    @classmethod
    def of(cls, linkage: Linkage, persons: pd.DataFrame | None = None) -> "Register":
        """Open a register of a finished linkage, with the ids its persons already have."""
        con = duckdb.connect()
        con.execute("SET enable_progress_bar = false")
        con.register("frame", linkage.mentions.astype({"yob": "Int16", "day_month": "Int16"}))
        con.execute("CREATE TABLE mention AS SELECT * REPLACE (dob::DATE AS dob) FROM frame")
        con.unregister("frame")
        keep_frequencies(con, linkage.model.frequencies)
        keys = KeyIndex()
        keys.add(con, "mention")
        mentions = Mentions.of(linkage.mentions, linkage.persons if persons is None else persons)
        return cls(
            mentions=mentions,
            con=con,
            keys=keys,
            scored=Weighed.of(linkage.scored),
            coupled=Weighed.of(linkage.coupled),
            first=linkage.first,
            partition=linkage.partition,
            decided=linkage.decided,
            model=linkage.model,
            decisions=linkage.decisions,
            taken=set(mentions.person.tolist()),
        )

    @cached_property
    def persons(self) -> pd.DataFrame:
        """`record_id`, `person_id`; the ids stay when others are merged into a person."""
        return pd.DataFrame(
            {"record_id": self.mentions.record_id, "person_id": self.mentions.person}
        )

    @cached_property
    def linkage(self) -> Linkage:
        """The linkage as it stands, as a full run gives it (with ids of its own)."""
        return Linkage(
            mentions=self.con.execute("SELECT * FROM mention ORDER BY i").df(),
            scored=self.scored.frame(),
            coupled=self.coupled.frame(),
            first=self.first,
            partition=self.partition,
            decided=self.decided,
            model=self.model,
            decisions=self.decisions,
        )


def link_new(
    register: Register | Linkage,
    records: pd.DataFrame | str | Path | None = None,
    *,
    decisions: pd.DataFrame | None = None,
) -> Register:
    """Add records and decisions to a register; the persons are those that a full run would find.

    The register is used up: go on with the one returned.

    Parameters
    ----------
    register
        The register, or a linkage to begin one from.
    records
        As for `link`; none if there are only decisions.
    decisions
        As for `link`; they come after those given before, which stay.

    Raises
    ------
    RecordError
        If a record stands in the register already, or as `link` raises it.
    DecisionError
        If the decisions cannot be read.
    """
    old = Register.of(register) if isinstance(register, Linkage) else register
    said = appended(old.decisions, decisions)
    n = len(old.mentions)
    fresh = _enter(old, records) if records is not None else old.scored.none()
    now = replace(old, decided=_read(old.con, said), decisions=said)
    moved = sorted(now.decided.changed_since(old.decided))
    seeds = np.concatenate([np.arange(n, len(now.mentions)), moved]).astype(np.int64)
    now.first, _ = again(
        old.first,
        now.mentions.frame,
        lambda marked: now.scored.links(marked, now.decided),
        now.decided,
        seeds=np.concatenate([seeds, linked_ends(fresh)]),
        n=len(now.mentions),
    )
    changed = _couples(now, old.first)
    now.partition, rows = again(
        old.partition,
        now.mentions.frame,
        lambda marked: pd.concat(
            [now.scored.links(marked, now.decided), now.coupled.links(marked, now.decided)]
        ),
        now.decided,
        seeds=np.concatenate([seeds, linked_ends(fresh), linked_ends(changed)]),
        n=len(now.mentions),
    )
    now.events = _carry(now, rows)
    return now


def _enter(register: Register, records: pd.DataFrame | str | Path) -> pd.DataFrame:
    """Take records in; return the pairs that they make."""
    con, model, n = register.con, register.model, len(register.mentions)
    load(con, records, "raw")
    twice = con.execute("SELECT count(*) FROM raw SEMI JOIN mention USING (record_id)").fetchall()
    if twice[0][0]:
        raise RecordError(f"{twice[0][0]} of these records stand in the register already.")
    con.execute(f"UPDATE raw SET i = i + {n}")
    standardise(con, "raw", "entering", not_homes=model.not_homes)
    add_frequencies(con, "entering")
    con.execute("INSERT INTO mention BY NAME SELECT * FROM entering")
    entering = con.execute("SELECT record_id, case_id, role FROM entering ORDER BY i").df()
    register.mentions.add(entering)
    register.keys.add(con, "entering")
    _pairs_table(con, "pairs", register.keys.pairs(con, "entering"))
    _near(con, "pairs")
    compare(con, "near", "pairs", "compared")
    weigh(con, "compared", "weighed", model)
    fresh = banded(con.execute("SELECT * FROM weighed").df(), model)
    register.scored.add(fresh)
    return fresh


def _pairs_table(con: duckdb.DuckDBPyConnection, to: str, pairs: Ints) -> None:
    con.register("found", pd.DataFrame({"l": pairs[0], "r": pairs[1]}))
    con.execute(
        f"CREATE OR REPLACE TABLE {to} AS SELECT l::INTEGER AS l, r::INTEGER AS r FROM found"
    )
    con.unregister("found")


def _near(con: duckdb.DuckDBPyConnection, pairs: str) -> None:
    """Make the table `near` of the mentions that stand in pairs."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE near AS SELECT * FROM mention SEMI JOIN "
        f"(SELECT l AS i FROM {pairs} UNION SELECT r FROM {pairs}) USING (i)"
    )


def _read(con: duckdb.DuckDBPyConnection, decisions: pd.DataFrame | None) -> Decided:
    if decisions is None:
        return Decided()
    ends = pd.concat([decisions["record_id_l"], decisions["record_id_r"]]).astype(str).unique()
    con.register("told", pd.DataFrame({"record_id": ends}))
    found = con.execute("SELECT record_id, i FROM mention SEMI JOIN told USING (record_id)").df()
    con.unregister("told")
    return read(decisions, pd.Series(found["i"].to_numpy(), index=found["record_id"]))


def _couples(register: Register, before: Partition) -> pd.DataFrame:
    """Work out anew the couple pairs of the cases in which a person changed.

    Whether two records are a couple pair depends on who stands in their two cases, so that pairs
    with neither case changed stay as they are. Returns the pairs crossed out and those found.
    """
    con, mentions, labels = register.con, register.mentions, register.first.labels
    n = len(before.labels)
    changed = np.concatenate(
        [np.flatnonzero(labels[:n] != before.labels), np.arange(n, len(labels))]
    )
    near = np.zeros(len(mentions.cases), dtype=bool)
    near[mentions.case[changed]] = True
    here = near[mentions.case]
    gone = register.coupled.cross_out(here)
    persons = np.zeros(len(labels), dtype=bool)
    persons[labels[here]] = True
    near[mentions.case[persons[labels]]] = True
    rows = np.flatnonzero(near[mentions.case])
    couples.pairs(con, couples.parties(mentions.frame(rows), labels[rows]))
    found = con.execute("SELECT l, r FROM couple_pairs").fetchnumpy()
    left, right = (np.asarray(found[side], dtype=np.int64) for side in ("l", "r"))
    _pairs_table(con, "couple_pairs", np.stack([left, right])[:, here[left] | here[right]])
    _near(con, "couple_pairs")
    couples.compare_pairs(con, "near")
    anew = banded(couples.weighed(con, register.model), register.model)
    register.coupled.add(anew)
    return pd.concat([gone, anew], ignore_index=True)


def _carry(register: Register, rows: Ints) -> tuple[Event, ...]:
    mentions = register.mentions
    place = np.searchsorted(rows, register.partition.labels[rows])
    ids, events = carry(
        mentions.person[rows], place, mentions.record_id[rows], taken=register.taken
    )
    mentions.person[rows] = ids
    return events
