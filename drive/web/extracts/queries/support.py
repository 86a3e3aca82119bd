"""Idva cases, their forms, and the interventions that these name."""

from __future__ import annotations

import pandas as pd

from drive.web.extracts.queries.study import Study, frame
from drive.web.insights.models import IdvaCase, InsightsAnswer, InsightsForm

INTERVENTION = "intervention_"
"""How the questions on interventions begin: they are a table of their own."""


def idva_cases(study: Study) -> pd.DataFrame:
    """Return the Idva cases of both arms."""
    found = IdvaCase.objects.values_list("id", "dyad_id", "site__code", "opened_on", "closed_on")
    name, day = study.pseudonym, study.day_of_dyad
    return frame(
        "idva_cases",
        (
            (name(key), name(dyad), site, day(dyad, opened_on), day(dyad, closed_on))
            for key, dyad, site, opened_on, closed_on in found
        ),
    )


def insights_forms(study: Study) -> pd.DataFrame:
    """Return the submitted forms as they stand; drafts are no rows."""
    found = InsightsForm.objects.filter(superseded_by=None).values_list(
        "id", "idva_case_id", "idva_case__dyad_id", "stage", "happened_on", "form"
    )
    name = study.pseudonym
    return frame(
        "insights_forms",
        (
            (name(key), name(case), stage, study.day_of_dyad(dyad, happened_on), form)
            for key, case, dyad, stage, happened_on, form in found
        ),
    )


def interventions(study: Study) -> pd.DataFrame:
    """Return, for each exit form, whether each kind of support was given."""
    found = InsightsAnswer.objects.filter(
        question__startswith=INTERVENTION,
        superseded_by=None,
        insights_form__superseded_by=None,
    ).values_list("insights_form_id", "question", "value", "status", "reconstructed")
    return frame(
        "interventions",
        (
            (
                study.part(form, question),
                study.pseudonym(form),
                question.removeprefix(INTERVENTION),
                *rest,
            )
            for form, question, *rest in found
        ),
    )
