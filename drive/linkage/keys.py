"""A kept index of blocking keys: finds the candidates of new mentions without reading the rest."""

from dataclasses import dataclass, field

import duckdb
import numpy as np
import numpy.typing as npt

from drive.linkage.clusters import Ints
from drive.linkage.comparisons import BLOCKS
from drive.linkage.pairs import of

Keys = npt.NDArray[np.uint64]
# So many sorted pieces are searched one after another before they are made one.
PIECES = 8


@dataclass
class KeyIndex:
    """Sorted hashes of the blocking keys, each with the number of its record, in pieces."""

    pieces: list[tuple[Keys, Ints]] = field(default_factory=list)

    def add(self, con: duckdb.DuckDBPyConnection, mentions: str) -> None:
        """Take in the mentions of a standardised table."""
        self.pieces.append(_sorted(*_keys(con, mentions, side=1)))
        if len(self.pieces) > PIECES:
            # The first piece is the largest by far; it is sorted anew only when it no longer is.
            small = _joined(self.pieces[1:])
            grown = len(small[0]) * 4 > len(self.pieces[0][0])
            self.pieces = [_joined([self.pieces[0], small])] if grown else [self.pieces[0], small]

    def pairs(self, con: duckdb.DuckDBPyConnection, mentions: str) -> Ints:
        """Return the candidates of the table's mentions, all taken in before: (l, r), each once."""
        wanted, who = _keys(con, mentions, side=0)
        found = []
        for keys, rows in self.pieces:
            first = np.searchsorted(keys, wanted)
            count = np.searchsorted(keys, wanted, side="right") - first
            turn = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            found.append(np.stack([np.repeat(who, count), rows[np.repeat(first, count) + turn]]))
        both = np.sort(np.concatenate(found, axis=1), axis=0)
        result: Ints = np.unique(both[:, both[0] != both[1]], axis=1)
        return result


def _keys(con: duckdb.DuckDBPyConnection, mentions: str, *, side: int) -> tuple[Keys, Ints]:
    """Return the hash of each key and the number of its record."""
    parts = []
    for number, sides in enumerate(BLOCKS):
        columns = [of(mentions, column) for column in sides[side]]
        full = " AND ".join(f"{column} IS NOT NULL" for column in columns)
        parts.append(
            f"SELECT hash({number}, {', '.join(columns)}) AS key, i FROM {mentions} WHERE {full}"
        )
    found = con.execute(" UNION ALL ".join(parts)).fetchnumpy()
    return np.asarray(found["key"], dtype=np.uint64), np.asarray(found["i"], dtype=np.int64)


def _sorted(keys: Keys, rows: Ints) -> tuple[Keys, Ints]:
    order = np.argsort(keys, kind="stable")
    return keys[order], rows[order]


def _joined(pieces: list[tuple[Keys, Ints]]) -> tuple[Keys, Ints]:
    keys, rows = (np.concatenate([piece[side] for piece in pieces]) for side in (0, 1))
    return _sorted(keys, rows)
