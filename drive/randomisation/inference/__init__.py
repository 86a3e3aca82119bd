"""Inference that rests on the draw alone: what else could the design have drawn?"""

from drive.randomisation.inference.permutation import (
    NotComparable,
    PermutationTest,
    permutation_test,
)
from drive.randomisation.inference.statistics import (
    DifferenceInMeans,
    Statistic,
    WeightedDifference,
)

__all__ = [
    "DifferenceInMeans",
    "NotComparable",
    "PermutationTest",
    "Statistic",
    "WeightedDifference",
    "permutation_test",
]
