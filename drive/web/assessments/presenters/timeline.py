"""What assessments add to the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment, AssessmentDecision
from drive.web.assessments.presenters.rises import basis_in_words, rise_in_words
from drive.web.assessments.queries import rises_on
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.timeline import Entry
from drive.web.design_system.presenters import label


def timeline_items(case: DriveCase, actor: User) -> Iterable[Entry]:
    """Yield each version of each assessment, what was decided about it, and every rise."""
    yield from _versions(case, actor)
    yield from _decisions(case, actor)
    yield from _rises(case, actor)


def _versions(case: DriveCase, actor: User) -> Iterable[Entry]:
    made = Assessment.objects.visible_to(actor).filter(drive_case=case)
    for assessment in made.select_related("recorded_by"):
        point = AssessmentPoint(assessment.point)
        is_first = assessment.version == 1
        words = gettext("Assessment: %s") if is_first else gettext("Assessment corrected: %s")
        yield Entry(
            what=words % label(point),
            kind=TimelineKind.ASSESSMENT,
            on=assessment.assessed_on if is_first else localtime(assessment.recorded_at).date(),
            at=assessment.recorded_at,
            by=assessment.recorded_by,
            key=assessment.pk,
            major=is_first,
            href=reverse("assessments:version", args=[case.pk, point, assessment.version]),
        )


def _decisions(case: DriveCase, actor: User) -> Iterable[Entry]:
    made = AssessmentDecision.objects.visible_to(actor).filter(assessment__drive_case=case)
    for decision in made.select_related("recorded_by", "assessment"):
        words = (
            gettext("Assessment accepted: %s")
            if decision.accepted
            else gettext("Assessment returned: %s")
        )
        yield Entry(
            what=words % label(AssessmentPoint(decision.assessment.point)),
            kind=TimelineKind.ASSESSMENT,
            on=localtime(decision.recorded_at).date(),
            at=decision.recorded_at,
            by=decision.recorded_by,
            key=decision.pk,
        )


def _rises(case: DriveCase, actor: User) -> Iterable[Entry]:
    for rise in rises_on(case, actor):
        yield Entry(
            what=gettext("Rise. %s") % rise_in_words(rise),
            kind=TimelineKind.ASSESSMENT,
            on=rise.assessment.assessed_on,
            at=rise.recorded_at,
            by=rise.recorded_by,
            key=rise.pk,
            text=lambda rise=rise: basis_in_words(rise),  # type: ignore[misc]
            major=True,
            # It may rest on what she told, as assessments do: left out of prints.
            victim_side=True,
            href=reverse("assessments:rises", args=[case.pk]),
        )
