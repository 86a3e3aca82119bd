"""Keep a register: new records against those already linked, without linking all again."""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from drive.linkage import couples
from drive.linkage.bands import LINKED, banded, strongest
from drive.linkage.clusters import Ints, Partition, partition
from drive.linkage.decisions import Decided
from drive.linkage.identities import Event, carry
from drive.linkage.linkage import Linkage
from drive.linkage.pairs import block
from drive.linkage.records import RecordError, load
from drive.linkage.scoring import add_frequencies, compare, weigh
from drive.linkage.standardise import standardise

Marks = npt.NDArray[np.bool_]


@dataclass
class Register:
    """A linkage that new records join.

    Attributes
    ----------
    linkage
        As it stands.
    persons
        `record_id`, `person_id`; the ids stay when others are merged into a person.
    events
        What the last records did to the persons who stood before.
    """

    linkage: Linkage
    persons: pd.DataFrame
    events: tuple[Event, ...]
    con: duckdb.DuckDBPyConnection

    @classmethod
    def of(cls, linkage: Linkage, persons: pd.DataFrame | None = None) -> "Register":
        """Open a register of a finished linkage, with the ids its persons already have."""
        con = duckdb.connect()
        con.register("frame", linkage.mentions.astype({"yob": "Int16", "day_month": "Int16"}))
        con.execute("CREATE TABLE mention AS SELECT * REPLACE (dob::DATE AS dob) FROM frame")
        con.unregister("frame")
        return cls(linkage, linkage.persons if persons is None else persons, (), con)


def link_new(register: Register | Linkage, records: pd.DataFrame | str | Path) -> Register:
    """Link new records to a register; the persons are those that a full run would find.

    The register is used up: go on with the one returned.

    Parameters
    ----------
    register
        The register, or a linkage to begin one from.
    records
        As for `link`.

    Raises
    ------
    RecordError
        If a record stands in the register already, or as `link` raises it.
    """
    before = Register.of(register) if isinstance(register, Linkage) else register
    con, old = before.con, before.linkage
    n = len(old.mentions)
    mentions = pd.concat([old.mentions, _enter(con, records, old)], ignore_index=True)
    block(con, "mention", "pairs", first_new=n)
    compare(con, "mention", "pairs", "compared")
    weigh(con, "compared", "weighed", old.model)
    fresh = banded(con.execute("SELECT * FROM weighed").df(), mentions, old.model, old.decided)
    scored = pd.concat([old.scored, fresh], ignore_index=True)
    first, touched = _again(mentions, scored, old.first, changed=fresh, decided=old.decided)
    kept, anew = _couples(con, mentions, old, first=first, touched=touched)
    coupled = pd.concat([kept, anew], ignore_index=True) if len(anew) else kept
    changed = pd.concat([fresh, anew, old.coupled[~old.coupled.index.isin(kept.index)]])
    both = pd.concat([scored, coupled])
    final, _ = _again(mentions, both, old.partition, changed=changed, decided=old.decided)
    linkage = replace(
        old, mentions=mentions, scored=scored, coupled=coupled, first=first, partition=final
    )
    persons, events = carry(
        before.persons, old.partition.labels, mentions["record_id"], final.labels
    )
    return Register(linkage, persons, events, con)


def _enter(
    con: duckdb.DuckDBPyConnection, records: pd.DataFrame | str | Path, old: Linkage
) -> pd.DataFrame:
    n = len(old.mentions)
    load(con, records, "raw")
    twice = con.execute("SELECT count(*) FROM raw SEMI JOIN mention USING (record_id)").fetchall()
    if twice[0][0]:
        raise RecordError(f"{twice[0][0]} of these records stand in the register already.")
    con.execute(f"UPDATE raw SET i = i + {n}")
    standardise(con, "raw", "entering", not_homes=old.model.not_homes)
    add_frequencies(con, "entering", old.model.frequencies)
    con.execute("INSERT INTO mention BY NAME SELECT * FROM entering")
    return con.execute("SELECT * FROM entering ORDER BY i").df()


def _again(
    mentions: pd.DataFrame,
    pairs: pd.DataFrame,
    old: Partition,
    *,
    changed: pd.DataFrame,
    decided: Decided,
) -> tuple[Partition, Ints]:
    """Work out anew the connected records that a changed pair touches; return them too."""
    n, before = len(mentions), len(old.labels)
    connected = np.concatenate([old.connected, np.arange(before, n)])
    labels = np.concatenate([old.labels, np.arange(before, n)])
    hit = np.zeros(n, dtype=bool)
    hit[connected[changed["l"].to_numpy(dtype=np.int64)]] = True
    hit[connected[changed["r"].to_numpy(dtype=np.int64)]] = True
    hit[before:] = True
    rows = np.flatnonzero(hit[connected])
    links = pairs[hit[connected[pairs["l"].to_numpy()]] & (pairs["band"] == LINKED).to_numpy()]
    links = strongest(links, links.iloc[:0])
    place = np.full(n, -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    links = links.assign(l=place[links["l"].to_numpy()], r=place[links["r"].to_numpy()])
    part = partition(
        mentions[["case_id", "role"]].iloc[rows].reset_index(drop=True),
        links,
        _within(decided, place),
    )
    labels[rows], connected[rows] = rows[part.labels], rows[part.connected]
    gone = set(rows.tolist())
    refused = [pair for pair in old.refused if pair[0] not in gone]
    refused += [(int(rows[a]), int(rows[b])) for a, b in part.refused]
    large = [held for held in old.large if held[0] not in gone]
    large += [tuple(int(rows[i]) for i in held) for held in part.large]
    return Partition(labels, connected, tuple(sorted(refused)), tuple(sorted(large))), rows


def _within(decided: Decided, place: Ints) -> Decided:
    def moved(pairs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        both = ((int(place[a]), int(place[b])) for a, b in pairs)
        return tuple(pair for pair in both if min(pair) >= 0)

    return Decided(moved(decided.same), moved(decided.different), moved(decided.cannot_tell))


def _couples(
    con: duckdb.DuckDBPyConnection,
    mentions: pd.DataFrame,
    old: Linkage,
    *,
    first: Partition,
    touched: Ints,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the couple pairs that still stand, and those between the cases touched, anew."""
    case = pd.factorize(mentions["case_id"])[0]
    near = _marked(case[touched], len(case))
    # Twice: a new record may stand in an old case, whose other party leads on to further cases.
    near = _sharing(near, case, first.labels)
    chosen = np.flatnonzero(_sharing(near, case, first.labels)[case])
    couples.pairs(con, "mention", couples.parties(mentions, first.labels, chosen=chosen))
    found = banded(couples.weighed(con, old.model), mentions, old.model, old.decided)

    def between(pairs: pd.DataFrame) -> pd.Series:
        left, right = pairs["l"].to_numpy(dtype=np.int64), pairs["r"].to_numpy(dtype=np.int64)
        return pd.Series(near[case[left]] & near[case[right]], index=pairs.index)

    return old.coupled[~between(old.coupled)], found[between(found)]


def _sharing(cases: Marks, case: Ints, labels: Ints) -> Marks:
    """Mark the cases in which a person of the marked cases stands."""
    persons = _marked(labels[cases[case]], len(case))
    return _marked(case[persons[labels]], len(case))


def _marked(numbers: Ints, n: int) -> Marks:
    marks = np.zeros(n, dtype=bool)
    marks[numbers] = True
    return marks
