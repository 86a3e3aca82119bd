"""Answers and ratings of every form, in long form: current rows only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from django.db.models import QuerySet

from drive.web.assessments.models import AbuseRating, AssessmentAnswer
from drive.web.extracts import rules
from drive.web.extracts.queries.study import Row, Study, frame
from drive.web.extracts.queries.support import INTERVENTION
from drive.web.insights.models import ExperienceRating, InsightsAnswer
from drive.web.recording.rules import LEGACY
from drive.web.referrals.models import CoreAnswer

_LEGACY_FORM = f"/{LEGACY}"


def answers(study: Study) -> pd.DataFrame:
    """Return the answers from lists of words and in numbers; never what somebody wrote."""
    support = InsightsAnswer.objects.filter(insights_form__superseded_by=None).exclude(
        question__startswith=INTERVENTION
    )
    return frame(
        "answers",
        [
            *_answers_of(study, CoreAnswer.objects.all(), table="hearings", owner="hearing"),
            *_answers_of(
                study,
                AssessmentAnswer.objects.filter(assessment__superseded_by=None),
                table="assessments",
                owner="assessment",
            ),
            *_answers_of(study, support, table="insights_forms", owner="insights_form"),
        ],
    )


def _answers_of(study: Study, rows: QuerySet[Any], *, table: str, owner: str) -> Iterator[Row]:
    current = rows.filter(question__in=rules.COUNTED, superseded_by=None)
    for (
        owner_id,
        form,
        question,
        value,
        status,
        source,
        label,
        reconstructed,
    ) in current.values_list(
        f"{owner}_id",
        f"{owner}__form",
        "question",
        "value",
        "status",
        "source",
        "source_label",
        "reconstructed",
    ):
        yield (
            study.part(owner_id, question),
            table,
            study.pseudonym(owner_id),
            question,
            value,
            status,
            source,
            # What somebody typed into a list of today could name a person.
            label if form.endswith(_LEGACY_FORM) else "",
            reconstructed,
        )


def ratings(study: Study) -> pd.DataFrame:
    """Return the ratings of abuse, by case managers and by Idvas."""
    # Frequency, last day, trend and the basis of a rise wait for a later schema of the snapshot.
    standing = AbuseRating.objects.filter(assessment__superseded_by=None)
    his = standing.values_list("assessment_id", "dyad_id", *_RATED)
    hers = ExperienceRating.objects.filter(insights_form__superseded_by=None).values_list(
        "insights_form_id", "insights_form__idva_case__dyad_id", *_RATED
    )
    rows = [
        *_ratings_of(study, his, table="assessments"),
        *_ratings_of(study, hers, table="insights_forms"),
    ]
    return frame("ratings", rows)


_RATED = ("abuse_type", "used", "used_status", "severity", "severity_status", "reconstructed")


def _ratings_of(study: Study, found: QuerySet[Any, Any], *, table: str) -> Iterator[Row]:
    for owner_id, dyad_id, abuse_type, *rest in found:
        yield (
            study.part(owner_id, str(dyad_id), abuse_type),
            table,
            study.pseudonym(owner_id),
            study.pseudonym(dyad_id),
            abuse_type,
            *rest,
        )
