"""The Idva's ratings beside those of two adjudicators, by arm: the measured detection bias.

The reference is the mean of the two adjudicators, where both could tell. A difference is the Idva's
rating minus that reference: above nought, she rated more. What is measured as detection bias is
the difference in arm A minus the difference in arm B: that she knows more of a case than its
narrative tells moves both arms alike, that she knows the arm does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drive.statistics.agreement import weighted_kappa
from drive.statistics.means import difference_of_means, mean
from drive.statistics.proportions import share
from drive.statistics.results import Estimate, Result
from drive.vocabulary.adjudication import ArmLabel


@dataclass(frozen=True, kw_only=True)
class Rated:
    """One thing rated by three people: a level from 0 upwards, or None where it cannot be told."""

    arm: ArmLabel
    idva: int | None
    adjudicators: tuple[int | None, int | None]

    @property
    def reference(self) -> float | None:
        """The mean of the adjudicators; None unless both could tell."""
        first, second = self.adjudicators
        return None if first is None or second is None else (first + second) / 2

    @property
    def difference(self) -> float | None:
        """The Idva's rating minus the reference; None unless all three could tell."""
        reference = self.reference
        return None if self.idva is None or reference is None else self.idva - reference


@dataclass(frozen=True, slots=True, kw_only=True)
class OfArm(Result):
    """One arm.

    Attributes
    ----------
    narratives
        How many were rated.
    compared
        How many of these all three could tell.
    idva_not_known, not_told
        How many the Idva had not known, and of how many an adjudicator could not tell. One may be
        in both.
    difference
        Mean of the Idva's ratings minus the reference, in levels.
    exact, kappa
        Agreement of the two adjudicators: the share of equal ratings, and kappa with linear
        weights, over all that both could tell.
    """

    narratives: int
    compared: int
    idva_not_known: int
    not_told: int
    difference: Estimate
    exact: Estimate
    kappa: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Result):
    """Both arms, and the difference in A minus the difference in B."""

    a: OfArm
    b: OfArm
    bias: Estimate


def compare(rated: Sequence[Rated], *, levels: int) -> Comparison:
    """Compare by arm.

    Parameters
    ----------
    rated : sequence of Rated
        One for each narrative: each of another person.
    levels : int
        How many levels the scale has, two or more.

    Returns
    -------
    Comparison
        What too few narratives do not allow is undefined, with the reason.

    Raises
    ------
    ValueError
        If a level lies outside the scale.
    """
    if any(not 0 <= each < levels for row in rated for each in _known(row)):
        raise ValueError(f"A level lies outside the scale from 0 to {levels - 1}.")
    by_arm = {arm: [row for row in rated if row.arm == arm] for arm in ArmLabel}
    differences = {arm: _differences(rows) for arm, rows in by_arm.items()}
    return Comparison(
        a=_of_arm(by_arm[ArmLabel.A], levels),
        b=_of_arm(by_arm[ArmLabel.B], levels),
        bias=difference_of_means(differences[ArmLabel.A], differences[ArmLabel.B]),
    )


def _known(row: Rated) -> list[int]:
    return [each for each in (row.idva, *row.adjudicators) if each is not None]


def _differences(rows: Sequence[Rated]) -> list[float]:
    return [each for each in (row.difference for row in rows) if each is not None]


def _of_arm(rows: Sequence[Rated], levels: int) -> OfArm:
    differences = _differences(rows)
    table = [[0] * levels for _ in range(levels)]
    for row in rows:
        first, second = row.adjudicators
        if first is not None and second is not None:
            table[first][second] += 1
    both = sum(map(sum, table))
    equal = sum(table[level][level] for level in range(levels))
    return OfArm(
        narratives=len(rows),
        compared=len(differences),
        idva_not_known=sum(row.idva is None for row in rows),
        not_told=sum(row.reference is None for row in rows),
        difference=mean(differences),
        exact=share(equal, both),
        kappa=weighted_kappa(table),
    )
