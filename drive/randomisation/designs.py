"""A design: plain data that says how chance is used, and that can be printed, stored and hashed."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from drive.randomisation.plans import ListPlan

Ratio = tuple[int, int]  # Drive to control

DEFAULT_BLOCK_MULTIPLES = (3, 5, 8)


class DesignError(ValueError):
    """The design contradicts itself; the text says where."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a date on, this ratio: it follows the places that the workers have.

    `starts_on` is None where a design has one period without a date.
    """

    starts_on: date | None
    ratio: Ratio


@dataclass(frozen=True, init=False)
class Design:
    """Permuted blocks of random size with an unequal ratio, per stratum and period.

    Parameters
    ----------
    strata
        Positions wanted in the list of each stratum (in each period, since how many hearings a
        period will bring is not known beforehand).
    ratio
        Drive to control, such as (1, 8), where `periods` gives none.
    block_multiples
        A block holds this many times the ratio's sum; each block's multiple is drawn at random.
        At 1:8 the multiples (3, 5, 8) keep 98% of draws uncertain to somebody who knows the
        design and every past arm; (1, 2, 3) would not.
    periods
        (start, ratio) pairs in order of date, where the ratio changes over time.

    Raises
    ------
    DesignError
        If a number is not positive, nothing is left to chance, or the periods are out of order.

    References
    ----------
    Year-1 report, lines 362-363 and 472 (block randomisation at the Marac stage, about 1:8).
    """

    strata: Mapping[str, int]
    ratio: Ratio
    block_multiples: tuple[int, ...]
    periods: tuple[Period, ...] = field(default=())

    def __init__(
        self,
        strata: Mapping[str, int],
        ratio: Ratio = (1, 8),
        block_multiples: Iterable[int] = DEFAULT_BLOCK_MULTIPLES,
        periods: Iterable[Period | tuple[date | str, Ratio]] = (),
    ) -> None:
        object.__setattr__(self, "strata", MappingProxyType(dict(strata)))
        object.__setattr__(self, "ratio", tuple(ratio))
        object.__setattr__(self, "block_multiples", tuple(sorted(block_multiples)))
        object.__setattr__(self, "periods", tuple(_period(given) for given in periods))
        _check(self)

    @classmethod
    def of_block_sizes(
        cls, strata: Mapping[str, int], ratio: Ratio, block_sizes: Iterable[int]
    ) -> "Design":
        """A design given by the sizes of its blocks rather than by multiples of the ratio.

        Raises
        ------
        DesignError
            If the ratio does not divide a block, or the design contradicts itself.
        """
        check_ratio(ratio)
        sizes = tuple(block_sizes)
        for size in sizes:
            if not _whole(size) or size % sum(ratio):
                raise DesignError(
                    f"A block of {size} cannot hold {ratio[0]} Drive to {ratio[1]} control: "
                    f"{sum(ratio)} does not divide it."
                )
        return cls(strata, ratio, [size // sum(ratio) for size in sizes])

    def __hash__(self) -> int:
        return hash(self.hash())

    def __str__(self) -> str:
        *others, last = [str(multiple) for multiple in self.block_multiples]
        times = f"{', '.join(others)} or {last}" if others else last
        wanted = ", ".join(f"{name} {number}" for name, number in sorted(self.strata.items()))
        ratios = "; ".join(_ratio_in_words(period) for _, period in self.numbered_periods())
        return (
            f"Permuted blocks of random size: {ratios}. "
            f"A block holds {times} times the ratio. Positions wanted: {wanted}."
        )

    def lists(self) -> Iterator[ListPlan]:
        """The list of each stratum in each period, in that order."""
        for stratum in sorted(self.strata):
            for number, period in self.numbered_periods():
                drive, control = period.ratio
                yield ListPlan(
                    stratum=stratum,
                    period=number,
                    key=(stratum, number, drive, control),
                    positions=self.strata[stratum],
                    choices=tuple((drive * m, control * m) for m in self.block_multiples),
                )

    def wanted(self, stratum: str) -> int:
        """Positions wanted for a stratum in each period.

        Raises
        ------
        DesignError
            If the design has no such stratum.
        """
        if stratum not in self.strata:
            raise DesignError(
                f"The design has no stratum {stratum}; it has {', '.join(sorted(self.strata))}."
            )
        return self.strata[stratum]

    def __reduce__(self) -> tuple[Any, ...]:
        return Design.from_dict, (self.to_dict(),)

    def numbered_periods(self) -> tuple[tuple[int, Period], ...]:
        """The periods with their numbers from 1; a design without periods has one."""
        return tuple(enumerate(self.periods or (Period(None, self.ratio),), start=1))

    def period_on(self, day: date) -> tuple[int, Period]:
        """The number and the period in force on a day.

        Raises
        ------
        DesignError
            If the day lies before the first period.
        """
        running = [
            (number, period)
            for number, period in self.numbered_periods()
            if period.starts_on is None or period.starts_on <= day
        ]
        if not running:
            raise DesignError(f"No period of the design had begun on {day.day} {day:%B %Y}.")
        return running[-1]

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {
            "strata": dict(sorted(self.strata.items())),
            "ratio": list(self.ratio),
            "block_multiples": list(self.block_multiples),
            "periods": [
                [period.starts_on.isoformat(), list(period.ratio)]
                for period in self.periods
                if period.starts_on
            ],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Design":
        """The design that `to_dict` wrote."""
        return cls(
            strata=stored["strata"],
            ratio=_ratio(stored["ratio"]),
            block_multiples=stored["block_multiples"],
            periods=[(start, _ratio(ratio)) for start, ratio in stored["periods"]],
        )

    def hash(self) -> str:
        """SHA-256 of the design as canonical JSON (sorted keys, no spaces), in hexadecimal."""
        return canonical_hash(self.to_dict())


def canonical_hash(value: object) -> str:
    """SHA-256 of a value as canonical JSON, in hexadecimal."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def in_words(number: int, noun: str) -> str:
    """A count with its noun: 1 place, 3 places."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def check_ratio(ratio: Ratio) -> None:
    """Refuse a ratio that is not two whole numbers above 0.

    Raises
    ------
    DesignError
        If it is not.
    """
    if len(ratio) != 2 or not all(_whole(part) and part > 0 for part in ratio):
        raise DesignError(f"A ratio is two whole numbers above 0, Drive to control; not {ratio}.")


def check_multiples(multiples: tuple[int, ...]) -> None:
    """Refuse block multiples that are not different whole numbers above 0.

    Raises
    ------
    DesignError
        If they are not.
    """
    if not multiples or not all(_whole(multiple) and multiple > 0 for multiple in multiples):
        raise DesignError(f"Block multiples are whole numbers above 0; not {multiples}.")
    if len(set(multiples)) < len(multiples):
        raise DesignError(f"A block multiple stands twice in {multiples}.")


def _check(design: Design) -> None:
    if not design.strata:
        raise DesignError("A design needs a stratum.")
    for name, wanted in design.strata.items():
        if not name.strip():
            raise DesignError("A stratum has no name.")
        if not _whole(wanted) or wanted < 1:
            raise DesignError(f"Stratum {name} wants {wanted} positions; it needs one at least.")
    check_multiples(design.block_multiples)
    for _, period in design.numbered_periods():
        check_ratio(period.ratio)
    starts = [period.starts_on for period in design.periods if period.starts_on]
    if len(starts) < len(design.periods) or any(
        later <= earlier for earlier, later in pairwise(starts)
    ):
        raise DesignError("Each period needs a start date, later than that of the one before.")


def _ratio_in_words(period: Period) -> str:
    words = f"{period.ratio[0]} Drive to {period.ratio[1]} control"
    return f"{words} from {period.starts_on.isoformat()}" if period.starts_on else words


def _period(given: Period | tuple[date | str, Ratio]) -> Period:
    if isinstance(given, Period):
        return given
    start, ratio = given
    return Period(date.fromisoformat(start) if isinstance(start, str) else start, _ratio(ratio))


def _ratio(given: Iterable[int]) -> Ratio:
    drive, control = given
    return drive, control


def _whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)
