"""The flow for readers outside the team: small numbers suppressed, the others rounded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drive.evaluation.disclosure import complement, shown_count
from drive.evaluation.results import Suppressed
from drive.randomisation.flow import ArmFlow, Flow
from drive.vocabulary.allocation import Arm


@dataclass(frozen=True, slots=True)
class Line:
    """One number of the flow as it may be shown."""

    words: str
    count: int | Suppressed


@dataclass(frozen=True, slots=True)
class Summary:
    """The door of the draw, and both arms with the same lines."""

    door: list[Line]
    arms: Mapping[Arm, list[Line]]


def summarised(flow: Flow) -> Summary:
    """Return the flow in lines that show no number from 1 to 7, nor let it be worked out.

    The numbers that add up to another are a set: where one of them alone is small, the next
    smallest goes with it. All others are rounded to the nearest 5.
    """
    words = ["Excluded", "Waiting for a decision on identity", "Drawn"]
    door = _set(words, [sum(flow.excluded.values()), flow.waiting, flow.drawn])
    why = [f"Excluded: {reason}" for reason in flow.excluded]
    door[1:1] = _set(why, list(flow.excluded.values()))
    allocated = _set(["Allocated"] * 2, [flow.arms[arm].allocated for arm in Arm])
    return Summary(
        door=[Line("Assessed at the door", shown_count(flow.assessed)), *door],
        arms={
            arm: [line, *_of_arm(flow.arms[arm])] for arm, line in zip(Arm, allocated, strict=True)
        },
    )


def _of_arm(arm: ArmFlow) -> Iterator[Line]:
    why = [f"Not received: {reason}" for reason in arm.not_received]
    words = ["Void: drawn before", "Received what was allocated", *why]
    yield from _set(words, [arm.void, arm.received, *arm.not_received.values()])
    yield from _set([f"Lost: {reason}" for reason in arm.lost], list(arm.lost.values()))
    why = [f"Not analysed: {reason}" for reason in arm.not_analysed]
    yield from _set(["Analysed as allocated", *why], [arm.analysed, *arm.not_analysed.values()])


def _set(words: Sequence[str], counts: Sequence[int]) -> list[Line]:
    partner = complement(counts)
    return [
        Line(each, Suppressed() if place == partner else shown_count(count))
        for place, (each, count) in enumerate(zip(words, counts, strict=True))
    ]
