"""Puts the records of the pilot together."""

from __future__ import annotations

import numpy as np

from drive.simulation.pilot.ages import deal_ages
from drive.simulation.pilot.case_notes import with_case_notes
from drive.simulation.pilot.cohort import build_cohort
from drive.simulation.pilot.completed import build_completed
from drive.simulation.pilot.core_data import CoreData, build_core_data
from drive.simulation.pilot.dates import deal_dates, deal_keys
from drive.simulation.pilot.dealing import stream
from drive.simulation.pilot.drive_cases import drive_case
from drive.simulation.pilot.idva_cases import build_idva_cases
from drive.simulation.pilot.insights_facts import build_insights
from drive.simulation.pilot.people import PersonMaker
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.records import (
    SITE_CODES,
    STUDY_SITES,
    HearingRecord,
    IdvaCaseRecord,
    PerpetratorRecord,
    PilotRecords,
    SiteCode,
    StudySite,
    VictimSurvivorRecord,
)
from drive.vocabulary.allocation import Arm

_MARAC_NAMES: dict[SiteCode, str] = {
    "essex": "Essex Marac",
    "south_wales": "South Wales Marac",
    "west_sussex": "West Sussex Marac",
}


def build(*, seed: int) -> PilotRecords:
    """Return the first year's records.

    Parameters
    ----------
    seed : int
        Not negative. The same seed gives the same records; another seed deals what no
        table prints in another way, with the same printed counts.

    Returns
    -------
    PilotRecords
        1,772 perpetrators with all that hangs on them.
    """
    study_sites = _permute_sites(seed)
    named = {study: site for site, study in study_sites.items()}
    drafts = build_cohort(seed, completed=build_completed(seed), sites=named)
    deal_ages(drafts, seed)
    deal_dates(drafts, seed)
    drafts = deal_keys(drafts, seed)
    facts = build_insights(drafts, seed, study_sites=study_sites)
    idva_cases = build_idva_cases(facts, seed)
    core_data = build_core_data(drafts, seed)
    people = PersonMaker(stream(seed, "people"))
    cases = stream(seed, "drive_cases")
    perpetrators = [
        _perpetrator(
            draft,
            answers,
            people=people,
            rng=cases,
            study_site=study_sites[draft.site],
            idva_case=idva_cases.get(draft.key),
        )
        for draft, answers in zip(drafts, core_data, strict=True)
    ]
    return PilotRecords(seed=seed, perpetrators=with_case_notes(perpetrators, seed))


def _permute_sites(seed: int) -> dict[SiteCode, StudySite]:
    """Return which study site each named site is: the authors withheld it, so chance says."""
    order = stream(seed, "study_sites").permutation(len(STUDY_SITES))
    return {site: STUDY_SITES[int(i)] for site, i in zip(SITE_CODES, order, strict=True)}


def _hearing(draft: Draft, core_data: CoreData) -> HearingRecord:
    label = draft.victim_gender_label
    return HearingRecord(
        key=f"{draft.key}-hearing",
        marac_name=_MARAC_NAMES[draft.site],
        heard_on=draft.heard_on,
        core_data=core_data,
        source_labels={"victim_survivor_gender": label} if label else {},
    )


def _perpetrator(
    draft: Draft,
    core_data: CoreData,
    *,
    people: PersonMaker,
    rng: np.random.Generator,
    study_site: StudySite,
    idva_case: IdvaCaseRecord | None,
) -> PerpetratorRecord:
    key, on = draft.key, draft.heard_on
    return PerpetratorRecord(
        key=key,
        site=draft.site,
        study_site=study_site,
        arm=draft.arm,
        person=people.make(key, gender=draft.gender, age=draft.age, on=on),
        victim_survivor=VictimSurvivorRecord(
            person=people.make(
                f"{key}-vs", gender=draft.victim_gender, age=draft.victim_age, on=on
            ),
            idva_case=idva_case,
        ),
        dyad_key=f"{key}-dyad",
        hearing=_hearing(draft, core_data),
        allocation_key=f"{key}-allocation",
        allocated_on=draft.allocated_on,
        drive_case=drive_case(draft, rng) if draft.arm is Arm.DRIVE else None,
    )
