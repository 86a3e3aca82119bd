"""Allocations of the past that came without the sequence they were drawn from."""

from dataclasses import dataclass

from drive.randomisation.lists import AllocationList


class NoSequence(ValueError):
    """There is no design to draw again, so no inference can rest on it; the text says why."""


@dataclass(frozen=True, slots=True)
class HistoricArms:
    """Arms as they were imported: how many, and from where.

    Attributes
    ----------
    source
        Where they come from, as it would stand in a sentence.
    drive, control
        How many were allocated to each arm.
    """

    source: str
    drive: int
    control: int

    def refusal(self) -> str:
        """Why design-based inference is refused for these arms, in words."""
        total = self.drive + self.control
        return (
            f"The {total:,} allocations of {self.source} ({self.drive:,} Drive, "
            f"{self.control:,} control) were imported without the sequence they were drawn from. "
            "Blocks, sizes and seed are not known, so what else could have been drawn is not "
            "known either: p values and intervals that rest on the design are refused."
        )


def require_sequence(allocations: AllocationList | HistoricArms) -> AllocationList:
    """The list, where there is one.

    Raises
    ------
    NoSequence
        If the arms were imported without a sequence.
    """
    if isinstance(allocations, HistoricArms):
        raise NoSequence(allocations.refusal())
    return allocations
