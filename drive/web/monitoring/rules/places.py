"""The places of a site: who has how many open cases, and what ratio that allows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from drive.randomisation.places import Caseload, Limits, Preview, preview, preview_of

MONTHS_LOOKED_BACK = 3
"""From so many months the draws to be expected in the next one are averaged."""


@dataclass(frozen=True, kw_only=True)
class Team:
    """Who takes new cases at a site, with the target and the limit of the site."""

    case_managers: Sequence[Caseload]
    idvas: Sequence[Caseload]
    limits: Limits

    @property
    def at_limit(self) -> list[str]:
        """Case managers who take another case only if somebody authorises it."""
        limit = self.limits.authorised
        return [each.worker for each in self.case_managers if each.open_cases >= limit]


@dataclass(frozen=True, kw_only=True)
class Assumed:
    """What somebody assumes of the next month.

    Parameters
    ----------
    expected : int
        Draws expected.
    places : int or None
        Places counted otherwise than from the caseloads.
    with_idvas : bool
        Whether the places of Idvas count too.
    """

    expected: int
    places: int | None = None
    with_idvas: bool = False


def expected_a_month(draws: int) -> int:
    """Return the draws to expect in a month, from those of the months looked back on."""
    return ceil(draws / MONTHS_LOOKED_BACK)


def preview_for(team: Team, assumed: Assumed) -> Preview:
    """Return what the next month's ratio would be.

    Raises
    ------
    drive.randomisation.DesignError
        If a number is below zero.
    """
    found = preview(
        team.case_managers,
        assumed.expected,
        idvas=team.idvas if assumed.with_idvas else (),
        limits=team.limits,
    )
    if assumed.places is None:
        return found
    typed = preview_of(assumed.places, assumed.expected)
    return replace(typed, warnings=found.warnings)


def numbered(caseloads: Sequence[Caseload], what: str) -> list[Caseload]:
    """Return the caseloads with numbers in the place of names."""
    return [
        replace(each, worker=f"{what} {number}") for number, each in enumerate(caseloads, start=1)
    ]
