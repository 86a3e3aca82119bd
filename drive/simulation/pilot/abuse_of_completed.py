"""Abuse used by the 48 at intake and closure (Year-1 report, appendix 3, Tables 1-12)."""

from __future__ import annotations

import numpy as np

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dealing import deal, shuffled
from drive.simulation.pilot.rated import UNKNOWN_RATING, PairedRating, printed_ratings
from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.casework import RiskChangeCm

_RISK_ORDER = {RiskChangeCm.REDUCED: -1.0, None: 0.0, RiskChangeCm.NO_CHANGE: 0.5}


def deal_ratings(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Deal the paired ratings to those with and those without behaviour-change work.

    The seven rises fall on the three marked cases (lines 2884-2886). Which other rating
    falls on whom is open: the more improved lean towards cases whose risk was reduced.
    """
    for group in ("behaviour_change", "no_behaviour_change"):
        members = [c for c in cases if c.behaviour_change is (group == "behaviour_change")]
        risen = shuffled([c for c in members if c.has_risen], rng)
        for turn, abuse_type in enumerate(AbuseType):
            ratings = printed_ratings(group, abuse_type)
            rises = [each for each in ratings if each.rises]
            # The single rises of two types fall on two different men.
            first = risen[turn % 2 :] + risen[: turn % 2] if risen else []
            for case, rating in zip(first, rises, strict=False):
                case.ratings[abuse_type] = rating
            rest = [each for each in ratings if not each.rises]
            _deal_rest([c for c in members if abuse_type not in c.ratings], abuse_type, rest, rng)


def _deal_rest(
    cases: list[CompletedCase],
    abuse_type: AbuseType,
    ratings: list[PairedRating],
    rng: np.random.Generator,
) -> None:
    unknown = [UNKNOWN_RATING] * (len(cases) - len(ratings))
    # Shuffled first: ties in the sort then fall at random, and the unknown anywhere.
    ordered = sorted(shuffled(ratings + unknown, rng), key=lambda each: each.change)
    leaning = np.array([_RISK_ORDER.get(case.risk, 1.0) for case in cases])
    scores = leaning + rng.normal(scale=1.0, size=len(cases))
    for case, rating in zip(cases, deal(ordered, scores), strict=True):
        case.ratings[abuse_type] = rating
