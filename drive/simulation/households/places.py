"""Postcodes of areas that do not exist, and telephone numbers that nobody has.

No British postcode begins with Q, V or X. The telephone numbers are those that Ofcom keeps
for drama: about 18,000 in all, so in a large file unrelated people share one. A real number
is a stronger sign of identity than these.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from drive.simulation.households.names import Ints, Texts

SITES = ("essex", "south_wales", "west_sussex")
_AREAS = ("QA", "QE", "QJ", "VB", "VK", "VT", "XC", "XL", "XR")
AREAS = len(_AREAS)
_DISTRICTS, _SECTORS = 30, 10
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_UNITS = _SECTORS * len(_LETTERS) ** 2
PER_AREA = _DISTRICTS * _UNITS
_PREFIXES = (
    "07700 900",
    "020 7946 0",
    "01632 960",
    "0113 496 0",
    "0114 496 0",
    "0115 496 0",
    "0116 496 0",
    "0117 496 0",
    "0118 496 0",
    "0121 496 0",
    "0131 496 0",
    "0141 496 0",
    "0151 496 0",
    "0161 496 0",
    "0191 498 0",
    "028 9649 6",
    "029 2018 0",
    "03069 990",
)
PHONES = len(_PREFIXES) * 1000

REFUGES = ("QE31 0RF", "VK31 0RF", "XL31 0RF")
POLICE_STATIONS = ("QA31 1PS", "VB31 1PS", "XC31 1PS")
PLACEHOLDER_POSTCODES = REFUGES + POLICE_STATIONS
"""Written for many unrelated people: where she fled to, where he was booked in."""


def site_of(area: Ints) -> Ints:
    """Return the place in ``SITES`` of an area: three areas to a site."""
    return area // (AREAS // len(SITES))


def draw_postcodes(area: Ints, rng: np.random.Generator) -> Ints:
    """Return one postcode code in each given area."""
    return area * PER_AREA + rng.integers(PER_AREA, size=len(area))


def postcode_texts(codes: Ints) -> Texts:
    """Return the codes as postcodes; a negative code is None."""
    found, places = np.unique(codes, return_inverse=True)
    return np.array([_postcode(int(code)) for code in found], dtype=object)[places]


def phone_texts(codes: Ints) -> Texts:
    """Return the codes as telephone numbers; a negative code is None."""
    words: NDArray[np.object_] = np.array(
        [f"{prefix}{n:03d}" for prefix in _PREFIXES for n in range(1000)] + [None], dtype=object
    )
    return words[codes]


def _postcode(code: int) -> str | None:
    if code < 0:
        return None
    area, rest = divmod(code, PER_AREA)
    district, rest = divmod(rest, _UNITS)
    sector, rest = divmod(rest, len(_LETTERS) ** 2)
    first, second = divmod(rest, len(_LETTERS))
    return f"{_AREAS[area]}{district + 1} {sector}{_LETTERS[first]}{_LETTERS[second]}"
