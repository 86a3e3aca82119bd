"""Read a stored design or list; a list is refused where it is not of its design."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from drive.randomisation.designs import Design
from drive.randomisation.lists import COLUMNS, AllocationList, ListError, Position
from drive.randomisation.lottery import Lottery
from drive.randomisation.opened import OpenedLists
from drive.randomisation.plans import ListPlan, RandomDesign
from drive.vocabulary.allocation import Arm


def read_design(stored: Mapping[str, Any]) -> Design | Lottery | OpenedLists:
    """The design that `to_dict` wrote, of whichever kind.

    Raises
    ------
    DesignError
        If the stored values contradict each other.
    """
    if "opened" in stored:
        return OpenedLists.from_dict(stored)
    return Lottery.from_dict(stored) if "lottery" in stored else Design.from_dict(stored)


def read_list(design: RandomDesign, rows: Iterable[Mapping[str, Any]]) -> AllocationList:
    """The list that these rows hold, such as the records of `AllocationList.frame`.

    Parameters
    ----------
    design
        The design that the list claims to be of.
    rows
        With the columns of the frame, in any order. A list may end early: it was used so far.

    Raises
    ------
    ListError
        If a stratum is missing or unknown, a position is missing or there twice, or a block does
        not hold its ratio.
    """
    positions = sorted((_position(row) for row in rows), key=lambda each: each.key)
    listed = {
        key: list(group) for key, group in groupby(positions, key=lambda p: (p.stratum, p.period))
    }
    plans = {(plan.stratum, plan.period): plan for plan in design.lists()}
    for stratum, period in listed.keys() - plans.keys():
        raise ListError(f"The design has no list of {stratum}, period {period}.")
    held = {stratum for stratum, _ in listed}
    for stratum, _ in plans:
        if stratum not in held:
            raise ListError(f"Stratum {stratum} is missing from the list.")
    problems = [words for key, of_list in listed.items() for words in _faults(plans[key], of_list)]
    if problems:
        raise ListError(" ".join(problems))
    return AllocationList(design=design, positions=tuple(positions))


def _position(row: Mapping[str, Any]) -> Position:
    missing = [name for name in COLUMNS if name not in row]
    if missing:
        raise ListError(f"A row has no {missing[0]}.")
    return Position(
        stratum=str(row["stratum"]),
        period=int(row["period"]),
        block=int(row["block"]),
        position=int(row["position"]),
        arm=Arm(row["arm"]),
        p_assignment=float(row["p_assignment"]),
        block_size=int(row["block_size"]),
    )


def _faults(plan: ListPlan, positions: list[Position]) -> Iterator[str]:
    where = f"{plan.stratum}, period {plan.period}"
    numbers = [each.position for each in positions]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"{where}: the positions do not run from 1 without gap or repeat."
    drives = {drive + control: drive for drive, control in plan.choices}
    blocks = groupby(positions, key=lambda each: each.block)
    for expected, (number, group) in enumerate(blocks, start=1):
        block = list(group)
        size = block[0].block_size
        drive = drives.get(size)
        if number != expected or {each.block_size for each in block} != {size}:
            yield f"{where}: block {number} is broken."
        elif drive is None:
            yield f"{where}: the design has no block of {size} (block {number})."
        elif not _holds(block, drive, last=block[-1] is positions[-1]):
            yield f"{where}: block {number} does not hold {drive} Drive among {size}."
    if any(each.p_assignment != plan.p_assignment for each in positions):
        yield f"{where}: a stored probability is not that of the ratio."


def _holds(block: list[Position], drive: int, *, last: bool) -> bool:
    size, found = block[0].block_size, sum(each.arm is Arm.DRIVE for each in block)
    if len(block) == size:
        return found == drive
    unused = size - len(block)
    return last and unused > 0 and found <= drive <= found + unused
