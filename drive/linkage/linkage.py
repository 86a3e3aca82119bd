"""What a run of linking gives back."""

import uuid
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from drive.linkage.bands import APART, as_decided, strongest
from drive.linkage.clusters import Partition
from drive.linkage.decisions import Decided
from drive.linkage.explain import Explanation, in_words
from drive.linkage.model import Model
from drive.linkage.records import database
from drive.linkage.scoring import VECTOR, compare_two

_PERSONS = uuid.UUID("6f0f4c1e-2a43-5d0b-9c55-0a8c9f6f2b11")


def person_id(record_id: str) -> str:
    """Return the id of the person who is named after a record."""
    return str(uuid.uuid5(_PERSONS, record_id))


@dataclass(frozen=True)
class Linkage:
    """Persons, pairs and the model that weighed them.

    Attributes
    ----------
    mentions
        The records, standardised, by number.
    scored, coupled
        Pairs of record numbers as the main and household strata weigh them, and as the couple
        stratum does; their bands are the machine's, whatever people decided.
    first, partition
        The persons before and after the couple stratum.
    decided
        The decisions that were honoured.
    model
        Save it to score again without training.
    decisions
        All decisions as they were given, also those on records that are not here (yet).
    """

    mentions: pd.DataFrame
    scored: pd.DataFrame
    coupled: pd.DataFrame
    first: Partition
    partition: Partition
    decided: Decided
    model: Model
    decisions: pd.DataFrame | None = None

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Each pair once, by record numbers, as the stratum that speaks most for it has it."""
        return strongest(
            as_decided(self.scored, self.decided), as_decided(self.coupled, self.decided)
        )

    @cached_property
    def persons(self) -> pd.DataFrame:
        """Every record with its person: `record_id`, `person_id`."""
        record = self.mentions["record_id"].to_numpy()
        heads, place = np.unique(self.partition.labels, return_inverse=True)
        ids = np.array([person_id(record[head]) for head in heads], dtype=object)
        return pd.DataFrame({"record_id": record, "person_id": ids[place]})

    @cached_property
    def edges(self) -> pd.DataFrame:
        """The pairs worth a look: records, stratum, weight, band and agreement vector."""
        record = self.mentions["record_id"].to_numpy()
        left, right = self.pairs["l"].to_numpy(), self.pairs["r"].to_numpy()
        labels = self.partition.labels
        shown = self.pairs[["stratum", "weight", "band", *VECTOR]]
        ends = pd.DataFrame({"record_id_l": record[left], "record_id_r": record[right]})
        return pd.concat([ends, shown], axis=1).assign(
            probability=1 / (1 + np.exp2(-self.pairs["weight"].to_numpy())),
            together=labels[left] == labels[right],
            model_id=self.model.id,
        )

    @cached_property
    def reviews(self) -> pd.DataFrame:
        """The pairs that wait for a person: those of `edges` not linked, apart or together already.

        Pairs of a cluster above 20 records and links that were refused are among them.
        """
        waiting = (self.edges["band"] != APART) & ~self.edges["together"]
        return self.edges[waiting].reset_index(drop=True)

    @property
    def large(self) -> tuple[tuple[str, ...], ...]:
        """Records of each cluster that is too large to be joined without a person."""
        record = self.mentions["record_id"].to_numpy()
        return tuple(tuple(record[list(held)]) for held in self.partition.large)

    def explain(self, a: str, b: str) -> Explanation:
        """Say in words what speaks for and against two records being one person.

        Raises
        ------
        KeyError
            If a record is not among those linked.
        """
        places = [self._number(a), self._number(b)]
        left, right = min(places), max(places)
        pair = self.pairs[(self.pairs["l"] == left) & (self.pairs["r"] == right)]
        vector = pair.iloc[0] if len(pair) else self._vector(left, right)
        weight = float(pair["weight"].iloc[0]) if len(pair) else None
        stratum = str(pair["stratum"].iloc[0]) if len(pair) else None
        outcome = self._outcome(left, right, pair)
        return in_words(vector, outcome, weight=weight, stratum=stratum)

    def _vector(self, left: int, right: int) -> pd.Series:
        with database() as con:
            return compare_two(con, self.mentions.iloc[[left, right]])

    def _number(self, record_id: str) -> int:
        found = np.flatnonzero(self.mentions["record_id"].to_numpy() == record_id)
        if not len(found):
            raise KeyError(f"There is no record {record_id}.")
        return int(found[0])

    def _outcome(self, left: int, right: int, pair: pd.DataFrame) -> str:
        labels = self.partition.labels
        if (left, right) in self.decided.different:
            return "A reviewer decided that these are different people."
        if (left, right) in self.decided.same and labels[left] == labels[right]:
            return "A reviewer decided that these are one person."
        one, other = self.mentions.iloc[left], self.mentions.iloc[right]
        if one["case_id"] == other["case_id"] and one["role"] != other["role"]:
            return "These are two parties of one case, who are never joined."
        if labels[left] == labels[right]:
            return "They stand as one person."
        return (
            "A person has to decide." if len(pair) else "Too little speaks for it to ask anybody."
        )
