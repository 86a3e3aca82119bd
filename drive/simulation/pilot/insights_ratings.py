"""Abuse as the Idvas rated it (Year-1 report, appendix 3, Tables 13-20 and lines 3459-3551)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from drive.simulation.pilot.dealing import Scores, choose, deal, pick, shuffled
from drive.simulation.pilot.figures import number
from drive.simulation.pilot.rated import UNKNOWN_RATING, PairedRating, Ratings, printed_ratings
from drive.simulation.pilot.records import StudySite
from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.allocation import Arm

# The seven control victim-survivors for whom abuse rose (lines 3550-3551).
_RISEN: dict[Arm, dict[StudySite, int]] = {
    Arm.CONTROL: {"site_2": 4, "site_1": 2, "site_3": 1},
    Arm.DRIVE: {},
}
# Near the printed intake margins: none, standard, moderate, high.
_AT_INTAKE: dict[AbuseType, tuple[float, float, float, float]] = {
    AbuseType.PHYSICAL: (22, 4, 7, 67),
    AbuseType.SEXUAL: (77, 8, 5, 10),
    AbuseType.HARASSMENT_STALKING: (36, 4, 13, 47),
    AbuseType.JEALOUS_CONTROLLING: (16, 5, 18, 61),
}


class Rateable(Protocol):
    """An Idva case that ratings are dealt to."""

    study_site: StudySite
    is_dated: bool
    ratings: Ratings


def deal_exit_ratings(
    exits: Sequence[Rateable], arm: Arm, better: Scores, rng: np.random.Generator
) -> None:
    """Deal the paired ratings of one arm.

    Parameters
    ----------
    exits : Sequence of Rateable
        The cases with an exit form; some are left unrated where fewer are printed.
    arm : Arm
        Drive or control.
    better : ndarray of float, shape (n,)
        Lower where things went better: the more improved ratings lean that way.
    rng : numpy.random.Generator
        Chance.
    """
    n_rated, n_dated = len(exits), len(exits)
    if arm is Arm.CONTROL:
        n_rated = number("insights_coverage", measure="exit_rated", arm=arm)
        n_dated = number("insights_coverage", measure="exit_dated", arm=arm)
    order = shuffled(range(len(exits)), rng)
    for i in order[n_dated:]:
        exits[i].is_dated = False
    rated = [exits[i] for i in order[:n_rated]]
    risen = _choose_risen(rated, arm, rng)
    scores = {id(exits[i]): float(better[i]) for i in order}
    for abuse_type in AbuseType:
        ratings = printed_ratings(arm, abuse_type)
        _deal_rises(risen, abuse_type, ratings, rng)
        left = [each for each in rated if abuse_type not in each.ratings]
        # Those who rose in one type are known in every other: they are not left unrated.
        known_first = sorted(left, key=lambda each: each not in risen)
        rest = shuffled([each for each in ratings if not each.rises], rng)
        group = known_first[: len(rest)]
        noisy = np.array([scores[id(each)] for each in group]) + rng.normal(size=len(group))
        most_improved_first = sorted(rest, key=lambda each: each.change)
        for facts, rating in zip(group, deal(most_improved_first, noisy), strict=True):
            facts.ratings[abuse_type] = rating


def _choose_risen(rated: list[Rateable], arm: Arm, rng: np.random.Generator) -> list[Rateable]:
    if arm is Arm.DRIVE:
        return pick(rated, 1, rng)
    risen: list[Rateable] = []
    for site, n in _RISEN[arm].items():
        risen += pick([each for each in rated if each.study_site == site], n, rng)
    return shuffled(risen, rng)


def _deal_rises(
    risen: list[Rateable],
    abuse_type: AbuseType,
    ratings: list[PairedRating],
    rng: np.random.Generator,
) -> None:
    """Deal the rises of one type to the marked cases, first to those that have none yet."""
    rises = shuffled([each for each in ratings if each.rises], rng)
    without = [each for each in risen if not any(r.rises for r in each.ratings.values())]
    others = [each for each in risen if each not in without]
    for facts, rating in zip(without + shuffled(others, rng), rises, strict=False):
        facts.ratings[abuse_type] = rating


def deal_intake_ratings(cases: Sequence[Rateable], rng: np.random.Generator) -> None:
    """Fill the intake forms of which nothing is printed, since only pairs are.

    The odds are near the printed intake margins; each such answer is marked reconstructed,
    and the exit stays unknown, so that no printed table counts it.
    """
    for case in cases:
        for abuse_type in AbuseType:
            if abuse_type in case.ratings:
                continue
            odds = dict(zip(Severity, _AT_INTAKE[abuse_type], strict=True))
            severity = choose(odds, rng)
            case.ratings[abuse_type] = PairedRating(
                used=(severity is not Severity.NONE, UNKNOWN_RATING.used[1]),
                severity=(severity, UNKNOWN_RATING.severity[1]),
                intake_reconstructed=True,
            )
