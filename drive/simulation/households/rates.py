"""How often which error is made: the shares of mentions that it touches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ErrorRates:
    """Shares of mentions, before a source's own carefulness (``SOURCE_FACTORS``).

    They are set, not measured: no published table says how often each is made. Together they
    are set so that equal name and birth date finds about 29% of the victim-survivors heard
    more than once where the truth is about 42%.
    """

    forename_typo: float = 0.018
    forename_as_heard: float = 0.01
    nickname: float = 0.05
    two_forenames: float = 0.01
    initial_only: float = 0.004
    surname_typo: float = 0.02
    surname_as_heard: float = 0.013
    other_surname: float = 0.035
    swapped_names: float = 0.006
    unknown_name: float = 0.003
    untidy_case: float = 0.04
    day_month_swapped: float = 0.008
    digit_of_birth_date: float = 0.013
    first_january: float = 0.01
    no_birth_date: float = 0.03
    old_postcode: float = 0.10
    postcode_typo: float = 0.02
    placeholder_postcode: float = 0.015
    no_postcode: float = 0.06
    no_sex: float = 0.03
    wrong_sex: float = 0.003
    other_phone: float = 0.08
    no_phone: float = 0.35
    other_partys_police_id: float = 0.002

    def scaled(self, factor: float) -> ErrorRates:
        """Return all rates multiplied, none above one."""
        return ErrorRates(**{name: min(1.0, rate * factor) for name, rate in vars(self).items()})


NO_ERRORS = ErrorRates().scaled(0.0)
SOURCE_FACTORS = (1.0, 0.7, 1.3, 1.0)
"""Marac lists, police, Insights, casework: a factor on each rate."""
POLICE_ID_PRESENT = ((0.45, 0.20, 0.02), (0.95, 0.70, 0.15), (0.05, 0.02, 0.0), (0.40, 0.10, 0.0))
"""By source (rows) and role: how often a nominal number is given."""
