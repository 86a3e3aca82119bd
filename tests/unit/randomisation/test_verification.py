from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import (
    AllocationList,
    Design,
    Draw,
    Position,
    commit,
    generate,
    verify,
    verify_draws,
)
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


def drawn_rows() -> list[Draw]:
    used = DRAWN.used({("Essex", 1): 12, ("Kent", 1): 9})
    return [
        Draw(
            f"unit {number}", each.stratum, each.period, each.position, each.arm, each.p_assignment
        )
        for number, each in enumerate(used.positions)
    ]


def derived(rows: list[Draw], seed: int = 99) -> str:
    return "\n".join(verify_draws(rows, DESIGN, seed, commitment=commit(99)).problems)


def test_honest_draws_are_derived_again() -> None:
    assert verify_draws(drawn_rows(), DESIGN, 99, commitment=commit(99)).agrees


def test_the_lists_may_have_been_used_in_turn() -> None:
    rows = drawn_rows()
    assert derived([*rows[12:15], *rows[:12], *rows[15:]]) == ""


def test_a_seed_that_was_not_committed_to() -> None:
    assert "The seed is not the one committed to." in derived(drawn_rows(), seed=98)


def test_a_void_draw_keeps_its_place() -> None:
    rows = drawn_rows()
    again = replace(rows[4], unit="unit 0", void=True)
    assert derived([*rows[:4], again, *rows[5:]]) == ""
    assert "Unit unit 0 was drawn 2 times." in derived(
        [*rows[:4], replace(again, void=False), *rows[5:]]
    )


@given(data=st.data())
def test_no_tampering_with_a_draw_goes_unseen(data: st.DataObject) -> None:
    rows = drawn_rows()
    at = data.draw(st.integers(0, len(rows) - 2).filter(lambda at: at != 11))
    row = rows[at]
    tampered = data.draw(
        st.sampled_from(
            [
                [*rows[:at], replace(row, arm=turned(row.arm)), *rows[at + 1 :]],
                [*rows[:at], replace(row, p_assignment=0.5), *rows[at + 1 :]],
                [*rows[:at], *rows[at + 1 :]],
                [*rows[:at], row, *rows[at:]],
                [*rows[:at], rows[at + 1], row, *rows[at + 2 :]],
                [*rows[:at], replace(row, stratum="Surrey"), *rows[at + 1 :]],
                [*rows, replace(rows[-1], unit="mine", position=31)],
            ]
        )
    )
    assert derived(tampered)
