"""Proof, once the seed is known, that a list is the one which its seed determines."""

from dataclasses import dataclass

from drive.randomisation.lists import AllocationList, Position, generate


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a list was derived again, and each place where it was not, in words."""

    agrees: bool
    problems: tuple[str, ...]


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


def _problem(number: int, found: Position, wanted: Position) -> str:
    if _place(found) != _place(wanted):
        return f"Row {number} is {_place(found)}; {_place(wanted)} belongs there."
    return f"Row {number}, {_place(found)}, does not hold what the seed gives."


def _place(position: Position) -> str:
    return f"position {position.position} of {position.stratum}, period {position.period}"
