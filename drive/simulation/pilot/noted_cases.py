"""The 30 of the 48 completed cases whose notes the report analysed, and what each has notes of.

Ten of each site were analysed, the first completed (Year-1 report, lines 504-505 and 4167-4168).
Days are reconstructed, so which ten these are is ours: those closed first, as far as the printed
numbers of cases allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from drive.simulation.pilot.dealing import pick, shuffled
from drive.simulation.pilot.figures import number
from drive.simulation.pilot.records import (
    STUDY_SITES,
    DriveCaseRecord,
    PerpetratorRecord,
    StudySite,
)
from drive.vocabulary.casework import ActivityCode

SITE_2, ELSEWHERE = "site_2", "elsewhere"

# Of the ten of a site, those contacted without behaviour-change work: at Site 2, seven with direct
# support less six with behaviour-change work. Elsewhere it is not printed.
_FURTHER_CONTACTED: dict[StudySite, int] = {"site_1": 2, "site_2": 1, "site_3": 2}
# Of the cases with institutional advocacy, how many have child safeguarding too: not printed.
_ADVOCACY_AND_CHILDREN = 8


@dataclass
class NotedCase:
    """A case whose notes are made.

    Parameters
    ----------
    weight
        How much indirect work falls on it, beside the others.
    has_direct
        Whether there is any direct work, failed attempts included.
    is_supported
        Whether there is direct support.
    has_children, has_advocacy
        Whether there is child safeguarding, and institutional advocacy.
    """

    person: PerpetratorRecord
    record: DriveCaseRecord
    weight: float
    has_direct: bool = False
    is_supported: bool = False
    has_children: bool = False
    has_advocacy: bool = False

    @property
    def place(self) -> str:
        """Whether it is at Site 2, of which direct work is printed apart."""
        return SITE_2 if self.person.study_site == SITE_2 else ELSEWHERE

    @property
    def is_contacted(self) -> bool:
        """Whether the service user was contacted."""
        return bool(self.record.contacts)

    @property
    def has_behaviour_change(self) -> bool:
        """Whether there was behaviour-change work."""
        return any(work.activity is ActivityCode.BEHAVIOUR_CHANGE for work in self.record.work)

    @property
    def involves_children(self) -> bool:
        """Whether the intake says that children are involved."""
        return self.record.assessments[0].answers["children_involved"].value == "yes"


def noted_cases(
    perpetrators: Iterable[PerpetratorRecord], rng: np.random.Generator
) -> list[NotedCase]:
    """Return the 30 cases, each with the kinds of work that its notes hold."""
    completed = [
        NotedCase(person=each, record=each.drive_case, weight=float(rng.gamma(6.0)))
        for each in perpetrators
        if each.drive_case and each.drive_case.is_completed
    ]
    completed.sort(key=lambda each: (each.record.closed_on, each.record.key))
    cases = [case for site in STUDY_SITES for case in _of_site(completed, site)]
    for place in (SITE_2, ELSEWHERE):
        _mark_direct([case for case in cases if case.place == place], place, rng)
    _mark_children(cases, rng)
    _mark_advocacy(cases, rng)
    return cases


def _of_site(completed: Sequence[NotedCase], site: StudySite) -> list[NotedCase]:
    here = [case for case in completed if case.person.study_site == site]
    changed = [case for case in here if case.has_behaviour_change]
    contacted = [c for c in here if c.is_contacted and not c.has_behaviour_change]
    others = [case for case in here if not case.is_contacted]
    n = number("notes_cases", measure="case_files", value=site)
    further = _FURTHER_CONTACTED[site]
    chosen = changed[: number("notes_cases", measure="behaviour_change", value=site)]
    chosen += contacted[:further]
    # Where chance left a site without enough of one kind, the next kind takes the places.
    return [*chosen, *others, *contacted[further:]][:n]


def _mark_direct(cases: Sequence[NotedCase], place: str, rng: np.random.Generator) -> None:
    """Mark the contacted, and as many who were only tried as make up the printed number."""
    reached = [case for case in cases if case.is_contacted]
    n = number("notes_cases", measure="direct_work", value=place)
    tried = pick([case for case in cases if not case.is_contacted], n - len(reached), rng)
    for case in (*reached, *tried):
        case.has_direct = True
    n_supported = len(reached)
    if place == SITE_2:
        # One who was only tried is offered support by letter, where chance left too few contacted.
        n_supported = number("notes_cases", measure="support", value=place)
    for case in (*reached, *tried)[:n_supported]:
        case.is_supported = True


def _mark_children(cases: Sequence[NotedCase], rng: np.random.Generator) -> None:
    known = [case for case in cases if case.involves_children]
    others = [case for case in cases if not case.involves_children]
    n = number("notes_cases", measure="child_safeguarding", value="cases")
    for case in (shuffled(known, rng) + shuffled(others, rng))[:n]:
        case.has_children = True


def _mark_advocacy(cases: Sequence[NotedCase], rng: np.random.Generator) -> None:
    n = number("notes_cases", measure="advocacy", value="cases")
    with_children = [case for case in cases if case.has_children]
    without = [case for case in cases if not case.has_children]
    chosen = pick(with_children, _ADVOCACY_AND_CHILDREN, rng)
    for case in chosen + pick(without, n - _ADVOCACY_AND_CHILDREN, rng):
        case.has_advocacy = True
