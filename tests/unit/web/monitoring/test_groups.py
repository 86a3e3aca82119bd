"""The six groups: each human being once, whatever links she has."""

from itertools import count
from uuid import UUID

from drive.vocabulary.allocation import Arm
from drive.web.monitoring.rules.groups import Groups, Link, count_groups

ANNA, BEATE, CLARA = UUID(int=1), UUID(int=2), UUID(int=3)
_turns = count()


def link(
    her: UUID, arm: Arm, *, on_insights: bool = False, counted: bool = True, turn: int | None = None
) -> Link:
    place = next(_turns) if turn is None else turn
    return Link(her=her, arm=arm, turn=place, counted=counted, on_insights=on_insights)


def numbers(groups: Groups) -> list[int]:
    return [number for _name, number in groups.six.rows()]


def test_the_pilots_numbers() -> None:
    """Year-1 report, line 380."""
    links = [
        link(UUID(int=number), arm, on_insights=number < supported)
        for arm, first, many, supported in (
            (Arm.DRIVE, 0, 198, 62),
            (Arm.CONTROL, 10_000, 1574, 10_379),
        )
        for number in range(first, first + many)
    ]
    arms = [Arm.DRIVE] * 198 + [Arm.CONTROL] * 1574
    assert numbers(count_groups(arms, links)) == [198, 62, 136, 1574, 379, 1195]


def test_whoever_is_heard_with_two_perpetrators_of_an_arm_is_counted_once() -> None:
    links = [link(ANNA, Arm.DRIVE), link(ANNA, Arm.DRIVE, on_insights=True)]
    assert numbers(count_groups([Arm.DRIVE, Arm.DRIVE], links)) == [2, 1, 0, 0, 0, 0]


def test_whoever_is_linked_to_both_arms_is_counted_at_the_first() -> None:
    links = [link(BEATE, Arm.DRIVE, turn=7), link(BEATE, Arm.CONTROL, turn=3)]
    groups = count_groups([Arm.DRIVE, Arm.CONTROL], links)
    assert numbers(groups) == [1, 0, 0, 1, 0, 1]
    assert groups.in_both_arms == 1


def test_an_earlier_allocation_at_another_site_decides() -> None:
    links = [
        link(CLARA, Arm.CONTROL, counted=False, turn=1),
        link(CLARA, Arm.DRIVE, turn=2, on_insights=True),
    ]
    groups = count_groups([Arm.DRIVE], links)
    assert numbers(groups) == [1, 0, 0, 0, 0, 0]
    assert groups.in_both_arms == 0
