"""Proof, once the seed is known, that a list and every draw are what the seed determines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drive.randomisation.commitment import opens
from drive.randomisation.lists import AllocationList, ListKey, Position, generate
from drive.randomisation.plans import RandomDesign
from drive.vocabulary.allocation import Arm


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether everything was found as it should be, and each place where it was not, in words."""

    agrees: bool
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw as the log has it: which unit took which position, and what it got.

    Attributes
    ----------
    void
        The unit turned out to be somebody drawn before. It keeps its place here.
    """

    unit: str
    stratum: str
    period: int
    position: int
    arm: Arm
    p_assignment: float
    void: bool = False


def verify(allocations: AllocationList, seed: int | bytes) -> Verification:
    """Derive a list again from its design and seed and compare position by position.

    An altered, missing, added or reordered position is named by its place in the list.
    """
    wanted = generate(allocations.design, seed).positions
    given = allocations.positions
    pairs = enumerate(zip(given, wanted, strict=False), start=1)
    problems = [_problem(row, *pair) for row, pair in pairs if pair[0] != pair[1]]
    problems += [f"Missing at the end: {_place(each)}." for each in wanted[len(given) :]]
    problems += [f"Should not be there: {_place(each)}." for each in given[len(wanted) :]]
    return Verification(agrees=not problems, problems=tuple(problems))


def verify_draws(
    draws: Iterable[Draw], design: RandomDesign, seed: int | bytes, *, commitment: str
) -> Verification:
    """Derive every draw of a trial again from the revealed seed.

    Parameters
    ----------
    draws
        The rows of the log, in the order in which they were written.
    design
        The design in force at the end; what it was before is part of it.
    seed
        The revealed seed.
    commitment
        What was published of the seed at activation.

    Returns
    -------
    Verification
        Agrees if the seed is the one committed to, each list was used from its first position
        without gap or repeat, each unit was drawn once, and each arm and probability is the
        seed's.
    """
    given = list(draws)
    problems = [] if opens(commitment, seed) else ["The seed is not the one committed to."]
    wanted: dict[ListKey, list[Position]] = {}
    for each in generate(design, seed).positions:
        wanted.setdefault((each.stratum, each.period), []).append(each)
    problems += _wrong_arms(given, wanted)
    problems += [
        f"Unit {unit} was drawn {times} times."
        for unit, times in Counter(each.unit for each in given if not each.void).items()
        if times > 1
    ]
    return Verification(agrees=not problems, problems=tuple(problems))


def _wrong_arms(draws: Sequence[Draw], wanted: dict[ListKey, list[Position]]) -> Iterator[str]:
    reached: dict[ListKey, int] = {}
    for number, draw in enumerate(draws, start=1):
        key = (draw.stratum, draw.period)
        where = f"Draw {number}, position {draw.position} of {draw.stratum}, period {draw.period}"
        expected = reached.get(key, 0) + 1
        if draw.position != expected:
            yield f"{where}: position {expected} was next."
        reached[key] = draw.position
        listed = wanted.get(key, [])
        if not 1 <= draw.position <= len(listed):
            yield f"{where}: the design has no such position."
            continue
        seeds = listed[draw.position - 1]
        if (draw.arm, draw.p_assignment) != (seeds.arm, seeds.p_assignment):
            yield f"{where}: the seed gives {seeds.arm.label} with p = {seeds.p_assignment:.4f}."


def _problem(number: int, found: Position, wanted: Position) -> str:
    if _place(found) != _place(wanted):
        return f"Row {number} is {_place(found)}; {_place(wanted)} belongs there."
    return f"Row {number}, {_place(found)}, does not hold what the seed gives."


def _place(position: Position) -> str:
    return f"position {position.position} of {position.stratum}, period {position.period}"
