"""Synthetic records of people in households, with the truth: to measure linkage against.

``generate`` is the entry point. No record describes a real person.
"""

from drive.simulation.households.generate import (
    COLUMNS,
    HOUSEHOLD_SEED,
    Households,
    case_file,
    generate,
    households_file,
)
from drive.simulation.households.pairs import case_pairs
from drive.simulation.households.places import PLACEHOLDER_POSTCODES
from drive.simulation.households.rates import NO_ERRORS, ErrorRates

__all__ = [
    "COLUMNS",
    "HOUSEHOLD_SEED",
    "NO_ERRORS",
    "PLACEHOLDER_POSTCODES",
    "ErrorRates",
    "Households",
    "case_file",
    "case_pairs",
    "generate",
    "households_file",
]
