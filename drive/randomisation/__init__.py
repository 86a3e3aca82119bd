"""Randomisation: who may be drawn, the design of the draw, its proof, and what it allows to infer.

Seeded and pure: chance comes in as a seed or as entropy from outside, never from here.
`inference`, `predictor`, `places`, `chain` and `flow` are imported by their own names.
"""

from drive.randomisation.blocks import Block, next_block
from drive.randomisation.commitment import check_seed, commit, opens
from drive.randomisation.designs import Design, DesignError, Period
from drive.randomisation.historic import HistoricArms, NoSequence
from drive.randomisation.lists import AllocationList, ListError, Position, generate
from drive.randomisation.lottery import Batch, Lottery
from drive.randomisation.opened import BlockList, LotteryList, OpenedLists
from drive.randomisation.order import in_chance_order
from drive.randomisation.plans import ListPlan, RandomDesign
from drive.randomisation.reading import read_design, read_list
from drive.randomisation.rerandomisation import redraws, rerandomise
from drive.randomisation.verification import Draw, Verification, verify, verify_draws

__all__ = [
    "AllocationList",
    "Batch",
    "Block",
    "BlockList",
    "Design",
    "DesignError",
    "Draw",
    "HistoricArms",
    "ListError",
    "ListPlan",
    "Lottery",
    "LotteryList",
    "NoSequence",
    "OpenedLists",
    "Period",
    "Position",
    "RandomDesign",
    "Verification",
    "check_seed",
    "commit",
    "generate",
    "in_chance_order",
    "next_block",
    "opens",
    "read_design",
    "read_list",
    "redraws",
    "rerandomise",
    "verify",
    "verify_draws",
]
