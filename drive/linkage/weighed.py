"""Weighed pairs as a register keeps them: added to, crossed out, and asked for their links."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from drive.linkage.bands import LINKED, as_decided
from drive.linkage.clusters import Ints
from drive.linkage.decisions import Decided

Marks = npt.NDArray[np.bool_]
# So many pieces are kept before the small ones are made one.
PIECES = 8
_LINK = ["l", "r", "weight", "band"]


@dataclass
class Weighed:
    """Pairs in the pieces in which they came.

    Attributes
    ----------
    pieces
        The pairs, their bands the machine's.
    standing
        For each piece which of its pairs have not been crossed out.
    """

    pieces: list[pd.DataFrame]
    standing: list[Marks]

    @classmethod
    def of(cls, pairs: pd.DataFrame) -> "Weighed":
        """Begin with pairs."""
        return cls([pairs], [np.ones(len(pairs), dtype=bool)])

    def add(self, pairs: pd.DataFrame) -> None:
        """Add pairs."""
        if pairs.empty:
            return
        self.pieces.append(pairs)
        self.standing.append(np.ones(len(pairs), dtype=bool))
        if len(self.pieces) > PIECES:
            small = Weighed(self.pieces[1:], self.standing[1:]).frame()
            self.pieces = [self.pieces[0], small]
            self.standing = [self.standing[0], np.ones(len(small), dtype=bool)]

    def cross_out(self, marked: Marks) -> pd.DataFrame:
        """Cross out the pairs with a marked record; return them."""
        gone = []
        for place, piece in enumerate(self.pieces):
            out = self.standing[place] & (
                marked[piece["l"].to_numpy()] | marked[piece["r"].to_numpy()]
            )
            rows = np.flatnonzero(out)
            if len(rows):
                gone.append(piece.iloc[rows][_LINK])
                self.standing[place] = self.standing[place] & ~out
        return pd.concat(gone) if gone else self.none()

    def none(self) -> pd.DataFrame:
        """Return a table of no pairs."""
        return self.pieces[0].iloc[:0][_LINK]

    def links(self, marked: Marks, decided: Decided) -> pd.DataFrame:
        """Return the links among marked records, of which either both ends are marked or none."""
        found = []
        for piece, stands in zip(self.pieces, self.standing, strict=True):
            rows = np.flatnonzero(stands & marked[piece["l"].to_numpy()])
            found.append(as_decided(piece.iloc[rows][_LINK], decided))
        pairs = pd.concat(found, ignore_index=True)
        return pairs[pairs["band"] == LINKED]

    def frame(self) -> pd.DataFrame:
        """Return all the pairs that stand, as one table."""
        parts = [piece[stands] for piece, stands in zip(self.pieces, self.standing, strict=True)]
        return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def linked_ends(pairs: pd.DataFrame) -> Ints:
    """Return the records of the pairs that the machine links."""
    links = pairs[pairs["band"] == LINKED]
    ends: Ints = np.concatenate([links["l"].to_numpy(), links["r"].to_numpy()]).astype(np.int64)
    return ends
