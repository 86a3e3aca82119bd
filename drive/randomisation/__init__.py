"""Randomisation: who may be drawn, the design of the draw, and its proof afterwards.

Seeded and pure: chance comes in as a seed or as entropy from outside, never from here.
"""

from drive.randomisation.blocks import Block, next_block
from drive.randomisation.designs import Design, DesignError, Period
from drive.randomisation.lists import AllocationList, Position, generate
from drive.randomisation.rerandomisation import rerandomise
from drive.randomisation.verification import Verification, verify

__all__ = [
    "AllocationList",
    "Block",
    "Design",
    "DesignError",
    "Period",
    "Position",
    "Verification",
    "generate",
    "next_block",
    "rerandomise",
    "verify",
]
