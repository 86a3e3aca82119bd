"""What the paired test costs at the pilot's size and at fifty times it."""

from collections.abc import Callable

import numpy as np

from drive.statistics.paired import paired_change

PILOT = np.array([[12, 19], [2, 15]])


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Return the ways to compare; the first is the measure of the others."""
    return {
        "paired change with all its tests and intervals": {
            "48 pairs, as in the pilot": lambda: paired_change(PILOT),
            "2,400 pairs": lambda: paired_change(PILOT * 50),
        }
    }
