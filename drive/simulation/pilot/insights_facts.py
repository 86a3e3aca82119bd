"""Who of the victim-survivors has Insights forms, and what the forms are dealt to say.

Of the control arm's 221 exit forms smaller groups have smaller bases, each within the one
before: 217 with dates and contacts, 204 rated at intake and exit, 201 rated for harassment
and stalking (Year-1 report, lines 480-489, 880-948 and 3459-3940).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from drive.simulation.pilot.dealing import Scores, deal, pick, shuffled, stream
from drive.simulation.pilot.figures import expand, number, rows, table
from drive.simulation.pilot.insights_ratings import deal_exit_ratings, deal_intake_ratings
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.rated import Ratings
from drive.simulation.pilot.records import SiteCode, StudySite
from drive.vocabulary.allocation import Arm
from drive.vocabulary.insights import RiskChangeIdva


@dataclass(eq=False)
class InsightsFacts:
    """What the forms of one Idva case say; None or absent where it is not known."""

    draft: Draft
    study_site: StudySite
    is_dated: bool = True
    ratings: Ratings = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    interventions: dict[str, bool] = field(default_factory=dict)


def build_insights(
    drafts: list[Draft], seed: int, *, study_sites: dict[SiteCode, StudySite]
) -> list[InsightsFacts]:
    """Return the facts of the 441 Idva cases, and mark their drafts."""
    found: list[InsightsFacts] = []
    for arm in Arm:
        rng = stream(seed, f"insights.{arm}")
        with_intake, with_exit = _choose(drafts, arm, rng)
        exits = [InsightsFacts(each, study_sites[each.site]) for each in with_exit]
        better = rng.normal(size=len(exits))
        deal_exit_ratings(exits, arm, better, rng)
        _deal_outcomes(exits, arm, better, rng)
        _deal_interventions(exits, arm, rng)
        others = [each for each in with_intake if not each.has_exit]
        intakes = [InsightsFacts(each, study_sites[each.site]) for each in others]
        deal_intake_ratings(exits + intakes, rng)
        found.extend(exits + intakes)
    return found


def _choose(
    drafts: list[Draft], arm: Arm, rng: np.random.Generator
) -> tuple[list[Draft], list[Draft]]:
    """Choose who has an intake form, and of those who has an exit form."""
    of_arm = [draft for draft in drafts if draft.arm is arm]
    told = [d for d in of_arm if d.completed and d.completed.insights_intake]
    told_exit = [d for d in told if d.completed and d.completed.insights_exit]
    free = [draft for draft in of_arm if draft.completed is None]
    n_intake = number("insights_coverage", measure="intake", arm=arm) - len(told)
    n_exit = number("insights_coverage", measure="exit", arm=arm) - len(told_exit)
    chosen = pick(free, n_intake, rng)
    # Support that began late could not have ended: the earlier heard have the exits.
    early = sorted(chosen, key=lambda draft: draft.heard_on)[: max(n_exit, len(chosen) * 3 // 4)]
    leavers = pick(early, n_exit, rng) + told_exit
    for draft in chosen + told:
        draft.has_intake = True
    for draft in leavers:
        draft.has_exit = True
    return chosen + told, leavers


def _deal_outcomes(
    exits: list[InsightsFacts], arm: Arm, better: Scores, rng: np.random.Generator
) -> None:
    """Deal the three scales of Table 5 so that good answers tend to go together."""
    noisy = better + rng.normal(scale=0.7, size=len(exits))
    _deal_scale(exits, "change_in_risk", arm, noisy)
    reduced = {RiskChangeIdva.SIGNIFICANT_REDUCTION, RiskChangeIdva.MODERATE_REDUCTION}
    # Asked where the risk was reduced: all 15 of Drive; 161 and two more of control's 163.
    asked = [i for i, facts in enumerate(exits) if facts.outcomes["change_in_risk"] in reduced]
    limited = [
        i
        for i, facts in enumerate(exits)
        if facts.outcomes["change_in_risk"] == RiskChangeIdva.LIMITED_OR_NONE
    ]
    n = len(expand(rows("outcomes", question="sustainability", arm=arm), "value"))
    asked += pick(limited, n - len(asked), rng)
    noisy = better[asked] + rng.normal(scale=0.7, size=n)
    _deal_scale([exits[i] for i in asked], "sustainability", arm, noisy)
    n = len(expand(rows("outcomes", question="safer", arm=arm), "value"))
    noisy = better[:n] + rng.normal(scale=0.7, size=n)
    _deal_scale(exits[:n], "safer", arm, noisy)


def _deal_scale(exits: list[InsightsFacts], question: str, arm: Arm, scores: Scores) -> None:
    words = expand(rows("outcomes", question=question, arm=arm), "value")
    for facts, word in zip(exits, deal(words, scores), strict=True):
        facts.outcomes[question] = word


def _deal_interventions(exits: list[InsightsFacts], arm: Arm, rng: np.random.Generator) -> None:
    for row in table("interventions"):
        n = int(row[arm])
        given = shuffled([i < n for i in range(len(exits))], rng)
        for facts, provided in zip(exits, given, strict=True):
            facts.interventions[row["intervention"]] = provided
