"""How the strata came out, and who is in each arm: description, and no test of either."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, quantiles, stdev

from drive.vocabulary.allocation import AllocationMethod, Arm
from drive.web.core.dates import age_on


@dataclass(frozen=True, kw_only=True)
class Stratum:
    """The draws of one period of a site, or those that were imported there.

    Parameters
    ----------
    site : str
        Its name.
    starts_on : datetime.date or None
        The first day of the period; None for imported allocations.
    method : AllocationMethod or None
        How they were drawn; None for imported allocations.
    ratio : tuple of int or None
        Drive to control as it was set; None where places decided, or where it is not known.
    drive, control : int
        How many units drew each arm.
    expected : float or None
        How many would have drawn Drive on average: the sum of the probabilities.
    """

    site: str
    starts_on: date | None
    method: AllocationMethod | None
    ratio: tuple[int, int] | None
    drive: int
    control: int
    expected: float | None

    @property
    def drawn(self) -> int:
        """How many units were drawn."""
        return self.drive + self.control

    @property
    def wanted_share(self) -> float | None:
        """The share of Drive that was wanted; None where it is not known or nobody was drawn."""
        return None if self.expected is None or not self.drawn else self.expected / self.drawn

    @property
    def found_share(self) -> float | None:
        """The share of Drive that came out; None where nobody was drawn."""
        return self.drive / self.drawn if self.drawn else None


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """One allocated perpetrator as he stood at the draw."""

    arm: Arm
    born_on: date | None
    allocated_on: date
    repeat: bool | None
    serial: bool | None

    @property
    def age(self) -> int | None:
        """Whole years at allocation; None where the birth date is not known."""
        return None if self.born_on is None else age_on(self.born_on, self.allocated_on)


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many of those of whom it is known; the others are counted apart."""

    yes: int
    known: int
    unknown: int


@dataclass(frozen=True, kw_only=True)
class Ages:
    """The ages of an arm; the figures are None where too few are known."""

    known: int
    unknown: int
    mean: float | None
    deviation: float | None
    quartiles: tuple[float, float, float] | None


@dataclass(frozen=True, kw_only=True)
class Description:
    """One arm at allocation."""

    people: int
    ages: Ages
    repeat: Share
    serial: Share


def describe(rows: Iterable[Baseline]) -> dict[Arm, Description]:
    """Describe both arms, without a test: a difference after a draw is one of chance."""
    everybody = list(rows)
    return {arm: _described([row for row in everybody if row.arm is arm]) for arm in Arm}


def _described(rows: Sequence[Baseline]) -> Description:
    return Description(
        people=len(rows),
        ages=_ages([row.age for row in rows]),
        repeat=_share([row.repeat for row in rows]),
        serial=_share([row.serial for row in rows]),
    )


def _share(answers: Sequence[bool | None]) -> Share:
    known = [answer for answer in answers if answer is not None]
    return Share(yes=sum(known), known=len(known), unknown=len(answers) - len(known))


def _ages(ages: Sequence[int | None]) -> Ages:
    known = [age for age in ages if age is not None]
    several = len(known) > 1
    low, middle, high = quantiles(known, n=4, method="inclusive") if several else (0.0, 0.0, 0.0)
    return Ages(
        known=len(known),
        unknown=len(ages) - len(known),
        mean=mean(known) if known else None,
        deviation=stdev(known) if several else None,
        quartiles=(low, middle, high) if several else None,
    )
