from collections.abc import Callable
from dataclasses import replace

import pytest

from drive.randomisation import AllocationList, Design, Position, generate, verify
from drive.vocabulary.allocation import Arm

DESIGN = Design(strata={"Essex": 40, "Kent": 30})
DRAWN = generate(DESIGN, seed=99)

Rows = tuple[Position, ...]


def turned(arm: Arm) -> Arm:
    return Arm.CONTROL if arm is Arm.DRIVE else Arm.DRIVE


def test_an_honest_list_is_derived_again() -> None:
    assert verify(DRAWN, seed=99).agrees
    assert verify(DRAWN, seed=99).problems == ()


def test_another_seed_is_not_its_seed() -> None:
    assert not verify(DRAWN, seed=98).agrees


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (
            lambda rows: (replace(rows[0], arm=turned(rows[0].arm)), *rows[1:]),
            "Row 1, position 1 of Essex, period 1, does not hold what the seed gives.",
        ),
        (lambda rows: rows[:4] + rows[5:], "Row 5 is position 6 of Essex, period 1; position 5"),
        (lambda rows: (*rows, rows[-1]), "Should not be there: position 30 of Kent"),
        (lambda rows: rows[:-1], "Missing at the end: position 30 of Kent"),
        (lambda rows: (rows[1], rows[0], *rows[2:]), "Row 1 is position 2 of Essex"),
        (lambda rows: (replace(rows[0], p_assignment=0.5), *rows[1:]), "Row 1, position 1"),
    ],
    ids=["altered", "deleted", "added", "cut", "reordered", "probability"],
)
def test_tampering_is_found(tamper: Callable[[Rows], Rows], words: str) -> None:
    found = verify(AllocationList(DESIGN, tamper(DRAWN.positions)), seed=99)
    assert not found.agrees
    assert words in "\n".join(found.problems)
