"""How long agencies take to answer: who has not answered yet counts as long as one has waited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from drive.statistics.survival import KaplanMeier, kaplan_meier
from drive.vocabulary.requests import RefusalReason

FEWEST = 5
"""With fewer requests, or fewer answers, no median is given: one of them would make it."""


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One request that left, and how it went.

    Parameters
    ----------
    agency : hashable
        Which agency was asked; `name` is what it is called.
    days : int
        Working days from the day on which it left to the first answer; where none came, to the
        day on which nobody waited any more, or to today.
    answered : bool
        Whether an answer came: in part or whole, agreed, done or refused.
    refusals : tuple of RefusalReason
        Why it was refused, each time that it was.
    """

    agency: Hashable
    name: str
    site: str
    days: int
    answered: bool
    chasers: int = 0
    refusals: tuple[RefusalReason, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What some requests say of the time to answer.

    Parameters
    ----------
    curve : KaplanMeier or None
        The product-limit curve; None where there are too few.
    chasers_per_answer : float or None
        Chasers of all requests together, those without an answer too, for each answer.
    """

    name: str
    site: str
    requests: int
    answered: int
    chasers: int
    curve: KaplanMeier | None
    refusals: Counter[RefusalReason]

    @property
    def chasers_per_answer(self) -> float | None:
        """Return it; None where nobody answered."""
        return self.chasers / self.answered if self.answered else None


def measure(waits: Sequence[Wait], *, name: str = "", site: str = "") -> Measured:
    """Return what some requests say."""
    answered = sum(wait.answered for wait in waits)
    enough = len(waits) >= FEWEST and answered >= FEWEST
    return Measured(
        name=name,
        site=site,
        requests=len(waits),
        answered=answered,
        chasers=sum(wait.chasers for wait in waits),
        curve=kaplan_meier([w.days for w in waits], [w.answered for w in waits])
        if enough
        else None,
        refusals=Counter(reason for wait in waits for reason in wait.refusals),
    )


def measure_each(waits: Iterable[Wait]) -> list[Measured]:
    """Return the same of each agency, in the order of sites and names."""
    of: dict[tuple[str, str, Hashable], list[Wait]] = {}
    for wait in waits:
        of.setdefault((wait.site, wait.name, wait.agency), []).append(wait)
    order = sorted(of, key=lambda each: each[:2])
    return [measure(of[key], name=key[1], site=key[0]) for key in order]
