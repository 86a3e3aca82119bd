"""The 48 completed cases: what the report prints of them, dealt out to persons.

Which of two facts fall on the same person is printed for some (contact and needs,
behaviour-change work and abuse, contact and risk, needs and offences). Everything else is
dealt at random.
"""

from __future__ import annotations

import numpy as np

from drive.simulation.pilot.abuse_of_completed import deal_ratings
from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dealing import pick, shuffled, stream
from drive.simulation.pilot.figures import expand, number, rows
from drive.simulation.pilot.needs import NeedsOf48, deal_needs
from drive.simulation.pilot.records import StudySite
from drive.vocabulary.casework import NonContactReason, RiskChangeCm
from drive.vocabulary.people import OffenceHistory

# Behaviour-change work was in 9 of the first 30 cases, 6 of them at Site 2, ten a site
# (Year-1 report, lines 504 and 1269-1271): 11 of 48 with 6 or more at Site 2.
WORK_BY_STUDY_SITE: dict[StudySite, int] = {"site_1": 1, "site_2": 7, "site_3": 3}
CASES_BY_STUDY_SITE: dict[StudySite, int] = {"site_1": 16, "site_2": 16, "site_3": 16}

PROFILE_QUESTIONS = ("ethnicity", "employment", "victim_survivor_ethnicity", "children_involved")


def build_completed(seed: int) -> list[CompletedCase]:
    """Return the 48, the contacted first."""
    cases = _cases()
    _mark_risen(cases, stream(seed, "completed.risen"))
    _deal_study_sites(cases, stream(seed, "completed.site"))
    n_contacted = sum(case.contacted for case in cases)
    needs = deal_needs(n_contacted, len(cases) - n_contacted, stream(seed, "completed.needs"))
    _give_needs(cases, needs, stream(seed, "completed.needs.order"))
    _deal_profile(cases, stream(seed, "completed.profile"))
    _deal_offences(cases, stream(seed, "completed.offences"))
    _deal_non_contact(cases, stream(seed, "completed.non_contact"))
    _deal_risk(cases, stream(seed, "completed.risk"))
    _deal_insights(cases, stream(seed, "completed.insights"))
    deal_ratings(cases, stream(seed, "completed.ratings"))
    return cases


def _cases() -> list[CompletedCase]:
    n_work = number("completed_casework", measure="behaviour_change", value="yes")
    n_contacted = number("completed_casework", measure="contact", value="contacted")
    n_others = number("completed_casework", measure="contact", value="not_contacted")
    return [
        CompletedCase(contacted=i < n_contacted, behaviour_change=i < n_work)
        for i in range(n_contacted + n_others)
    ]


def _mark_risen(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Mark the three whose abuse rose: none had behaviour-change work (lines 3286-3289)."""
    for case in pick([case for case in cases if not case.contacted], 3, rng):
        case.has_risen = True


def _deal_study_sites(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    worked = [case for case in cases if case.behaviour_change]
    others = [case for case in cases if not case.behaviour_change and not case.has_risen]
    n_risen = sum(case.has_risen for case in cases)
    places = [site for site, n in WORK_BY_STUDY_SITE.items() for _ in range(n)]
    for case, site in zip(worked, shuffled(places, rng), strict=True):
        case.study_site = site
    left = {site: n - WORK_BY_STUDY_SITE[site] for site, n in CASES_BY_STUDY_SITE.items()}
    left["site_1"] -= n_risen
    places = [site for site, n in left.items() for _ in range(n)]
    for case, site in zip(others, shuffled(places, rng), strict=True):
        case.study_site = site


def _give_needs(cases: list[CompletedCase], needs: NeedsOf48, rng: np.random.Generator) -> None:
    for contacted, dealt in ((True, needs.contacted), (False, needs.not_contacted)):
        group = [case for case in cases if case.contacted is contacted]
        for case, each in zip(group, shuffled(dealt, rng), strict=True):
            case.needs = each


def _deal_profile(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Deal ethnicity, employment and children (Year-1 report, lines 2462-2618)."""
    for question in PROFILE_QUESTIONS:
        printed = [
            (row["value"], row["source_label"]) if row["value"] else None
            for row in rows("completed_profile", question=question)
            for _ in range(int(row["n"]))
        ]
        for case, told in zip(cases, shuffled(printed, rng), strict=True):
            case.profile[question] = told


def _deal_offences(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Deal offences so that domestic abuse and needs give the printed Fisher p of .057.

    It is reached with 15 of 30 against 0 of 5, four with needs being unknown.
    """
    with_needs = shuffled([case for case in cases if case.has_needs is True], rng)
    without = shuffled([case for case in cases if case.has_needs is False], rng)
    untold = shuffled([case for case in cases if case.has_needs is None], rng)
    printed = expand(rows("completed_profile", question="previous_offences"), "value")
    domestic = shuffled([o for o in printed if o in {"dva_only", "both"}], rng)
    other = [o for o in printed if o == "other_only"]
    unknown = [o for o in printed if o == ""]
    n_with = len(domestic) - 5
    for case, offence in zip(with_needs, domestic[:n_with], strict=False):
        case.offences = OffenceHistory(offence)
    for case, offence in zip(untold, domestic[n_with:], strict=False):
        case.offences = OffenceHistory(offence)
    for case in with_needs[n_with : len(with_needs) - len(unknown)] + without + untold[5:]:
        case.offences = OffenceHistory.NONE
    candidates = with_needs[n_with : len(with_needs) - len(unknown)] + untold[5:]
    # One of the five without needs: equally likely to have other offences (line 715).
    for case in pick(candidates, len(other) - 1, rng) + pick(without, 1, rng):
        case.offences = OffenceHistory.OTHER_ONLY


def _deal_non_contact(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Deal the reasons at 3, 6, 9 months and closure (Year-1 report, lines 1289-1295)."""
    planned, hold = NonContactReason.PLANNED_OR_PENDING, NonContactReason.CJS_PENDING_HOLD
    unsafe = NonContactReason.NOT_SAFE
    unchanged = expand(rows("completed_casework", measure="non_contact_unchanged"), "value")
    paths: list[tuple[NonContactReason, ...]] = [(NonContactReason(r),) * 4 for r in unchanged]
    paths += [(planned, planned, unsafe, unsafe), (planned, unsafe, unsafe, unsafe)]
    paths += [(hold, hold, unsafe, unsafe), (hold, hold, hold, unsafe)]
    paths += [(hold, hold, planned, planned), (hold, planned, planned, planned)]
    group = [case for case in cases if not case.contacted]
    for case, path in zip(group, shuffled(paths, rng), strict=True):
        case.non_contact = path


def _deal_risk(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Deal the case managers' view of the risk; the two increases to men whose abuse rose."""
    for contacted, measure in ((True, "risk_contacted"), (False, "risk_not_contacted")):
        views = expand(rows("completed_casework", measure=measure), "value")
        group = [case for case in cases if case.contacted is contacted]
        risen = [case for case in group if case.has_risen]
        increased = [view for view in views if view == RiskChangeCm.INCREASED]
        for case, view in zip(risen, increased, strict=False):
            case.risk = RiskChangeCm(view)
        others = [case for case in group if not case.has_risen]
        rest = [view for view in views if view != RiskChangeCm.INCREASED]
        for case, view in zip(pick(others, len(rest), rng), rest, strict=True):
            case.risk = RiskChangeCm(view)


def _deal_insights(cases: list[CompletedCase], rng: np.random.Generator) -> None:
    """Choose whose victim-survivor has Insights forms; none where abuse rose (line 2885)."""
    n_intake = number("completed_casework", measure="insights", value="intake")
    n_exit = number("completed_casework", measure="insights", value="exit")
    chosen = pick([case for case in cases if not case.has_risen], n_intake, rng)
    for i, case in enumerate(chosen):
        case.insights_intake, case.insights_exit = True, i < n_exit
