"""Say in words what speaks for and against two records being one person."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from drive.linkage.comparisons import COMPARISONS


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a reviewer reads of a pair.

    Attributes
    ----------
    agreements, disagreements, unknown
        One phrase for each thing compared.
    outcome
        What became of the pair, in a sentence.
    weight
        Log2 odds, hidden from a blind reviewer; None if the pair was no candidate.
    stratum
        Which weights were used.
    """

    agreements: tuple[str, ...]
    disagreements: tuple[str, ...]
    unknown: tuple[str, ...]
    outcome: str
    weight: float | None
    stratum: str | None

    def __str__(self) -> str:
        """Return it as a paragraph, without the score."""
        parts = [
            f"Agrees: {_joined(self.agreements)}.",
            f"Disagrees: {_joined(self.disagreements)}.",
            f"Not known for both: {_joined(self.unknown)}.",
            self.outcome,
        ]
        return " ".join(parts)


def _joined(phrases: Sequence[str]) -> str:
    return ", ".join(phrases) or "nothing"


THINGS = {
    "forename": "first name",
    "surname": "surname",
    "birth": "date of birth",
    "postcode": "postcode",
    "sex": "sex",
    "phone": "telephone number",
    "police": "police number",
}


def in_words(
    vector: pd.Series, outcome: str, *, weight: float | None, stratum: str | None
) -> Explanation:
    """Return the explanation of an agreement vector, columns `g_` and the comparison's name."""
    agreements, disagreements, unknown = [], [], []
    for comparison in COMPARISONS:
        number = int(vector[f"g_{comparison.name}"])
        if number < 0:
            unknown.append(THINGS[comparison.name])
        elif comparison.level(number).agrees:
            agreements.append(comparison.level(number).words)
        else:
            disagreements.append(comparison.level(number).words)
    return Explanation(
        tuple(agreements), tuple(disagreements), tuple(unknown), outcome, weight, stratum
    )
