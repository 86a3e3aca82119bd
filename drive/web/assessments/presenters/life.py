"""Words of an assessment's life: where it stands, its versions, who else is at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.models import Assessment, AssessmentDecision
from drive.web.assessments.presenters.points import state_tag
from drive.web.assessments.queries import Colleague, assessment_state
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import unseal_field
from drive.web.design_system.presenters import date_in_words, label, summary_row, time_in_words
from drive.web.recording.rules import Definition


def standing_rows(
    assessment: Assessment, definition: Definition, completeness: str
) -> list[dict[str, Any]]:
    """Return the rows that say where a version stands and under which form it was made."""
    rows = [
        summary_row(gettext("Where it stands"), _state_in_words(assessment)),
        summary_row(gettext("Speaks of"), assessment.assessed_on),
        summary_row(
            gettext("Submitted"),
            gettext("%(time)s by %(name)s")
            % {
                "time": time_in_words(assessment.recorded_at),
                "name": assessment.recorded_by.name,
            },
        ),
        summary_row(gettext("Version"), str(assessment.version)),
        summary_row(gettext("Form"), _form_in_words(definition)),
        summary_row(gettext("Completeness"), completeness),
    ]
    if assessment.without_intake:
        rows.append(summary_row(gettext("Why there is no intake"), assessment.without_intake))
    decision = getattr(assessment, "decision", None)
    if decision and decision.sealed_words:
        rows.append(summary_row(gettext("What was said to it"), _words_of(decision)))
    return rows


def _state_in_words(assessment: Assessment) -> str:
    decision: AssessmentDecision | None = getattr(assessment, "decision", None)
    state = label(assessment_state(assessment))
    if decision is None:
        return state
    return gettext("%(state)s. %(decided)s on %(day)s by %(name)s.") % {
        "state": state,
        "decided": label(
            AssessmentState.ACCEPTED if decision.accepted else AssessmentState.RETURNED
        ),
        "day": date_in_words(decision.recorded_at),
        "name": decision.recorded_by.name,
    }


def _words_of(decision: AssessmentDecision) -> str:
    return unseal_field(decision, "sealed_words")


def _form_in_words(definition: Definition) -> str:
    if definition.since is None:
        return gettext("As the first year had it")
    return gettext("Version %(version)s, in force since %(day)s") % {
        "version": definition.version,
        "day": date_in_words(definition.since),
    }


def version_rows(
    case: DriveCase, point: AssessmentPoint, versions: Sequence[Assessment]
) -> list[dict[str, Any]]:
    """Return one line for each version, the latest first; none where there is only one."""
    if len(versions) < 2:
        return []
    return [
        {
            "text": gettext("Version %s") % each.version,
            "href": reverse("assessments:version", args=[case.pk, point, each.version]),
            "hint": gettext("%(time)s by %(name)s")
            % {"time": time_in_words(each.recorded_at), "name": each.recorded_by.name},
            "tag": state_tag(assessment_state(each)),
        }
        for each in versions
    ]


def colleagues_in_words(colleagues: Iterable[Colleague]) -> list[str]:
    """Return who else has begun the same assessment; what was typed stays private."""
    return [
        gettext("%(name)s has begun this assessment too, last saved %(time)s.")
        % {"name": each.name, "time": time_in_words(each.saved_at)}
        for each in colleagues
    ]
