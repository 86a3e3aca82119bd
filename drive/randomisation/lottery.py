"""A lottery: as many places as are free, drawn among those who wait in a locked batch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drive.randomisation.designs import DesignError, canonical_hash, in_words
from drive.randomisation.plans import ListPlan


@dataclass(frozen=True, slots=True)
class Batch:
    """`places` for Drive among `units` who wait together, at one stratum (a site)."""

    stratum: str
    places: int
    units: int

    @property
    def p_assignment(self) -> float:
        """Probability of Drive for each unit: places / units."""
        return self.places / self.units

    def check(self) -> None:
        """Refuse a batch that leaves nothing to chance.

        Raises
        ------
        DesignError
            If a number is not whole, or there are no places, or as many as units.
        """
        _check(self)


@dataclass(frozen=True, init=False)
class Lottery:
    """k places among n units of each locked batch; p = k / n is stored with each draw.

    A batch is to its stratum what a period is to permuted blocks: numbered from 1, a list of its
    own, and the stratum of an analysis. A later batch alters nothing that was drawn before.

    Parameters
    ----------
    batches
        In the order in which they were locked: `Batch`, or (stratum, places, units).

    Raises
    ------
    DesignError
        If there is no batch, or one of them leaves nothing to chance.

    Examples
    --------
    >>> print(Lottery([("Essex", 3, 20)]))
    Lottery. Essex, batch 1: 3 places among 20 (p = 0.150).
    """

    batches: tuple[Batch, ...]

    def __init__(self, batches: Iterable[Batch | tuple[str, int, int]]) -> None:
        made = tuple(each if isinstance(each, Batch) else Batch(*each) for each in batches)
        object.__setattr__(self, "batches", made)
        if not made:
            raise DesignError("A lottery needs a batch.")
        for each in made:
            each.check()

    def __str__(self) -> str:
        return "Lottery. " + " ".join(
            f"{each.stratum}, batch {number}: {in_words(each.places, 'place')} among "
            f"{each.units} (p = {each.p_assignment:.3f})."
            for number, each in self._numbered()
        )

    def lists(self) -> Iterator[ListPlan]:
        """One list for each batch; its one block holds them all."""
        for number, each in sorted(self._numbered(), key=lambda pair: (pair[1].stratum, pair[0])):
            yield ListPlan(
                stratum=each.stratum,
                period=number,
                key=("lottery", each.stratum, number, each.places, each.units),
                positions=each.units,
                choices=((each.places, each.units - each.places),),
            )

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {"lottery": [[each.stratum, each.places, each.units] for each in self.batches]}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Lottery":
        """The lottery that `to_dict` wrote."""
        return cls([(stratum, places, units) for stratum, places, units in stored["lottery"]])

    def hash(self) -> str:
        """SHA-256 of the lottery as canonical JSON, in hexadecimal."""
        return canonical_hash(self.to_dict())

    def _numbered(self) -> Iterator[tuple[int, Batch]]:
        reached: dict[str, int] = {}
        for each in self.batches:
            reached[each.stratum] = reached.get(each.stratum, 0) + 1
            yield reached[each.stratum], each


def _check(batch: Batch) -> None:
    if not batch.stratum.strip():
        raise DesignError("A batch has no stratum.")
    for number in (batch.places, batch.units):
        if not isinstance(number, int) or isinstance(number, bool):
            raise DesignError(f"Places and units are whole numbers; {number} is not.")
    if batch.places < 0:
        raise DesignError(f"{batch.stratum} has {batch.places} places; there are none below 0.")
    if batch.places == 0:
        raise DesignError(f"{batch.stratum} has no free place, so there is nothing to draw.")
    if batch.places >= batch.units:
        raise DesignError(
            f"{batch.stratum} has {in_words(batch.places, 'place')} for "
            f"{in_words(batch.units, 'unit')}: nothing is left to chance."
        )
