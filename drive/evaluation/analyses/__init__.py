"""The analyses of the first year, in the order of the report: the contrasts come first."""

from __future__ import annotations

from typing import Protocol

from drive.evaluation.analyses import (
    baseline,
    case_manager_risk,
    case_profile,
    cohort,
    contact,
    contacted_age,
    flow,
    idva_outcomes,
    interventions,
    missing_data,
    needs,
    needs_by_contact,
    non_contact,
    offences,
    relationship,
    rises_by_site,
    su_severity,
    su_use,
    support,
    two_sources,
    vs_severity,
    vs_use,
    work_severity,
    work_use,
)
from drive.evaluation.measures import Measures
from drive.evaluation.sheet import Sheet


class Analyse(Protocol):
    """An analysis: the frames in, a sheet with results, tables and figures out."""

    def __call__(self, measures: Measures, *, compare: bool) -> Sheet:
        """Run the analysis; ``compare`` says whether its numbers can be set beside print."""
        ...


CONTRASTS: tuple[Analyse, ...] = (
    vs_use.analyse,
    vs_severity.analyse,
    idva_outcomes.analyse,
    interventions.analyse,
    support.analyse_length,
    support.analyse_contacts,
)
"""The contrasts between the arms: all of them in what victim-survivors say."""

ANALYSES: tuple[Analyse, ...] = (
    flow.analyse,
    *CONTRASTS,
    su_use.analyse,
    su_severity.analyse,
    work_use.analyse,
    work_severity.analyse,
    rises_by_site.analyse,
    case_manager_risk.analyse,
    two_sources.analyse,
    cohort.analyse,
    baseline.analyse,
    case_profile.analyse,
    relationship.analyse,
    needs.analyse_prevalence,
    needs.analyse_combination,
    needs_by_contact.analyse,
    offences.analyse_offences,
    offences.analyse_link,
    contact.analyse,
    non_contact.analyse,
    contacted_age.analyse,
    missing_data.analyse,
)
