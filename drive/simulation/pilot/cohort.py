"""The 1,772 of the Marac cohort: site, arm, genders and relationship.

Gender is printed by site, arm and role (Year-1 report, lines 2294-2367); relationship by
arm, and for Essex by site too (lines 2233-2285 and 2369-2407). South Wales and West Sussex
share what Essex leaves of each arm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dealing import deal, shuffled, stream
from drive.simulation.pilot.figures import expand, rows
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.records import SITE_CODES, SiteCode, StudySite
from drive.vocabulary.allocation import Arm
from drive.vocabulary.people import Gender, RelationshipType

T = TypeVar("T")
Relationship = RelationshipType | None


def build_cohort(
    seed: int, *, completed: Sequence[CompletedCase], sites: dict[StudySite, SiteCode]
) -> list[Draft]:
    """Return a draft of each perpetrator, the 48 completed cases among them.

    Parameters
    ----------
    seed : int
        Of the whole build.
    completed : Sequence of CompletedCase
        The 48.
    sites : dict
        The named site that stands behind each study site.
    """
    drafts = [
        Draft(site=sites[case.study_site], arm=Arm.DRIVE, completed=case) for case in completed
    ]
    _deal_completed(drafts, stream(seed, "cohort.completed"))
    for site in SITE_CODES:
        for arm in Arm:
            n = sum(1 for _ in _genders(site, arm, "perpetrator"))
            n -= sum(draft.site == site and draft.arm is arm for draft in drafts)
            drafts.extend(Draft(site=site, arm=arm) for _ in range(n))
    rest = [draft for draft in drafts if draft.completed is None]
    _deal_genders(drafts, rest, stream(seed, "cohort.genders"))
    _deal_relationships(drafts, stream(seed, "cohort.relationships"))
    _deal_victim_genders(drafts, rest, stream(seed, "cohort.victims"))
    return drafts


def _deal_completed(drafts: list[Draft], rng: np.random.Generator) -> None:
    """Deal gender and relationship to the 48 (Year-1 report, lines 599-629 and 2447-2460)."""
    printed = expand(rows("completed_profile", question="relationship"), "value")
    relationships: list[Relationship] = [_relationship(text) for text in printed]
    while True:
        dealt = shuffled(relationships, rng)
        # In Essex's Drive arm there is no intermittent partner (line 2393).
        if not any(
            draft.site == "essex" and relationship is RelationshipType.INTERMITTENT_PARTNER
            for draft, relationship in zip(drafts, dealt, strict=True)
        ):
            break
    for draft, relationship in zip(drafts, dealt, strict=True):
        draft.relationship = relationship
        draft.victim_gender = Gender.WOMAN
    genders = expand(rows("completed_profile", question="perpetrator_gender"), "value")
    women_last = sorted(genders, key=lambda word: word == Gender.WOMAN)
    scores = rng.random(len(drafts)) + np.array([draft.is_family for draft in drafts])
    for draft, gender in zip(drafts, deal(women_last, scores), strict=True):
        draft.gender = Gender(gender)


def _genders(site: SiteCode, arm: Arm, role: str) -> list[tuple[str, str]]:
    return [
        (row["gender"], row["source_label"])
        for row in rows("cohort_gender", site=site, arm=arm, role=role)
        for _ in range(int(row["n"]))
    ]


def _relationship(text: str) -> Relationship:
    return RelationshipType(text) if text else None


def _less(pool: list[T], taken: list[T]) -> list[T]:
    """Return the pool without what has been dealt from it already."""
    left = Counter(pool)
    left.subtract(Counter(taken))
    if any(n < 0 for n in left.values()):
        raise ValueError(f"more dealt than printed: {left}")
    return list(left.elements())


def _deal_genders(drafts: list[Draft], rest: list[Draft], rng: np.random.Generator) -> None:
    for site in SITE_CODES:
        for arm in Arm:
            printed = [Gender(g) if g else None for g, _ in _genders(site, arm, "perpetrator")]
            taken = [d.gender for d in drafts if d.completed and (d.site, d.arm) == (site, arm)]
            cell = [draft for draft in rest if (draft.site, draft.arm) == (site, arm)]
            for draft, gender in zip(cell, shuffled(_less(printed, taken), rng), strict=True):
                draft.gender = gender


def _printed_relationships(area: str, arm: Arm) -> list[Relationship]:
    found = rows("cohort_relationship", site=area, arm=arm)
    return [_relationship(text) for text in expand(found, "relationship")]


def _deal_relationships(drafts: list[Draft], rng: np.random.Generator) -> None:
    for arm in Arm:
        essex = _printed_relationships("essex", arm)
        elsewhere = _less(_printed_relationships("all", arm), essex)
        for in_essex, printed in ((True, essex), (False, elsewhere)):
            group = [d for d in drafts if d.arm is arm and (d.site == "essex") is in_essex]
            taken = [draft.relationship for draft in group if draft.completed]
            cell = [draft for draft in group if draft.completed is None]
            for draft, each in zip(cell, shuffled(_less(printed, taken), rng), strict=True):
                draft.relationship = each


def _deal_victim_genders(drafts: list[Draft], rest: list[Draft], rng: np.random.Generator) -> None:
    """Deal the victim-survivors' genders; men lean towards women's partners and to families."""
    for site in SITE_CODES:
        for arm in Arm:
            taken = [d for d in drafts if d.completed and (d.site, d.arm) == (site, arm)]
            printed = _less(
                _genders(site, arm, "victim_survivor"), [(Gender.WOMAN.value, "")] * len(taken)
            )
            cell = [draft for draft in rest if (draft.site, draft.arm) == (site, arm)]
            leaning = [
                1.5 * (draft.gender is Gender.WOMAN and draft.is_intimate) + 0.7 * draft.is_family
                for draft in cell
            ]
            men_last = sorted(printed, key=lambda pair: pair[0] == Gender.MAN)
            scores = rng.random(len(cell)) + np.array(leaning)
            others = shuffled([pair for pair in men_last if pair[0] != Gender.MAN], rng)
            men = men_last[len(others) :]
            for draft, (gender, label) in zip(cell, deal(others + men, scores), strict=True):
                draft.victim_gender = Gender(gender) if gender else None
                draft.victim_gender_label = label
