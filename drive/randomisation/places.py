"""From the places that workers have to the ratio that the next period could have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import gcd

from drive.randomisation.designs import DesignError, Ratio, in_words

LARGEST_DRIVE_SHARE = 3
WELL_USED = 0.9


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cases a worker may hold.

    Attributes
    ----------
    target
        A full caseload: places are free below it, and above it there is a warning.
    authorised
        From here on somebody has to authorise the caseload.
    """

    target: int = 20
    authorised: int = 25


@dataclass(frozen=True, slots=True)
class Caseload:
    """A worker's cases: open now, and those of them expected to close within the horizon."""

    worker: str
    open_cases: int
    closing: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What the next period's ratio would be.

    Attributes
    ----------
    places
        New cases that the workers can take within the horizon.
    expected
        Draw units expected within the horizon.
    ratio
        Drive to control; None where there is nothing to draw.
    warnings
        Caseloads above the target, in words.
    in_words
        The result as a sentence.
    """

    places: int
    expected: int
    ratio: Ratio | None
    warnings: tuple[str, ...]
    in_words: str

    @property
    def p_assignment(self) -> float | None:
        """Probability of Drive under the ratio; None where there is nothing to draw."""
        return None if self.ratio is None else self.ratio[0] / sum(self.ratio)


def preview(
    case_managers: Sequence[Caseload],
    expected: int,
    *,
    idvas: Sequence[Caseload] = (),
    limits: Limits | None = None,
    months: int = 1,
) -> Preview:
    """Say which ratio the places allow: with these places, the next months' ratio would be this.

    The ratio follows the free places of case managers and, where Idvas are given, is held to
    theirs if they have fewer. It is rounded towards control, so that the places are enough if as
    many hearings come as expected. Blocks are multiples of the ratio's sum and should not be long,
    so the Drive part is the smallest of 1, 2 and 3 that uses nine tenths of the places, or the one
    that uses most.

    Parameters
    ----------
    case_managers, idvas
        Everybody who takes new cases at the site, with the same limits. An empty `idvas` means
        that their places do not count.
    expected
        Draw units expected at the site within the horizon.
    limits
        Target 20 and authorisation from 25 unless given.
    months
        The horizon that `closing` and `expected` were counted over; it is for the sentence.

    Raises
    ------
    DesignError
        If a number is below zero, more cases close than are open, or the limits are crossed.

    References
    ----------
    Year-1 report, line 472: 198 Drive to 1,574 control, as the case managers had places.

    Examples
    --------
    >>> team = [Caseload("A", 18, closing=2), Caseload("B", 17)]
    >>> preview(team, expected=63).ratio
    (1, 8)
    """
    held = limits or Limits()
    _check([*case_managers, *idvas], held)
    places = _free(case_managers, held)
    if idvas:
        places = min(places, _free(idvas, held))
    found = preview_of(places, expected, months=months)
    return replace(found, warnings=tuple(_warnings([*case_managers, *idvas], held)))


def preview_of(places: int, expected: int, *, months: int = 1) -> Preview:
    """Say which ratio a number of places allows that somebody has counted.

    Raises
    ------
    DesignError
        If a number is below zero.
    """
    if places < 0:
        raise DesignError(f"{places} places cannot be free.")
    if expected < 0:
        raise DesignError(f"{expected} draw units cannot be expected.")
    if months < 1:
        raise DesignError("The horizon is a month at least.")
    ratio = _ratio(places, expected)
    words = _sentence(places, expected, ratio, months)
    return Preview(places=places, expected=expected, ratio=ratio, warnings=(), in_words=words)


def _free(caseloads: Iterable[Caseload], limits: Limits) -> int:
    return sum(max(0, limits.target - each.open_cases + each.closing) for each in caseloads)


def _ratio(places: int, expected: int) -> Ratio | None:
    if not 0 < places < expected:
        return None
    best = (0, 1)
    for drive in range(1, LARGEST_DRIVE_SHARE + 1):
        control = -(-drive * (expected - places) // places)
        if drive * sum(best) > best[0] * (drive + control):
            best = (drive, control)
        if best[0] * expected >= WELL_USED * places * sum(best):
            break
    common = gcd(*best)
    return best[0] // common, best[1] // common


def _warnings(caseloads: Iterable[Caseload], limits: Limits) -> Iterable[str]:
    for each in caseloads:
        cases = in_words(each.open_cases, "case")
        if each.open_cases >= limits.authorised:
            yield (
                f"{each.worker} has {cases}: from {limits.authorised} on a caseload needs "
                "authorisation."
            )
        elif each.open_cases > limits.target:
            yield f"{each.worker} has {cases}, above the target of {limits.target}."


def _sentence(places: int, expected: int, ratio: Ratio | None, months: int) -> str:
    when = "the next month" if months == 1 else f"the next {months} months"
    if expected == 0:
        return f"Nobody is expected to be drawn in {when}."
    waiting = in_words(expected, "draw")
    if places == 0:
        return f"No place is free for the {waiting} expected in {when}."
    if ratio is None:
        return (
            f"There are {in_words(places, 'place')} for {waiting} expected in {when}: everybody "
            "could have one, and a draw would leave places empty."
        )
    return (
        f"With {in_words(places, 'place')} for {waiting} expected, the ratio of {when} would be "
        f"{ratio[0]} Drive to {ratio[1]} control."
    )


def _check(caseloads: Sequence[Caseload], limits: Limits) -> None:
    if not 0 < limits.target <= limits.authorised:
        raise DesignError("The target is above 0 and not above the caseload to be authorised.")
    for each in caseloads:
        if each.open_cases < 0 or each.closing < 0:
            raise DesignError(f"{each.worker} has a number of cases below 0.")
        if each.closing > each.open_cases:
            raise DesignError(
                f"{each.worker} has {in_words(each.open_cases, 'open case')}; "
                f"{each.closing} cannot close."
            )
