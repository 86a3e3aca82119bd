"""Accepting an assessment or returning it, and taking it up again to correct it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.assessments.exceptions import NotToDecide, WordsMissing
from drive.web.assessments.models import Assessment, AssessmentDecision
from drive.web.assessments.queries.drafts import START, place_of
from drive.web.audit.actions import record_change
from drive.web.casework.actions.tasks import open_case_task
from drive.web.core.dates import LONDON
from drive.web.core.sealing import seal_field
from drive.web.core.working_days import add_working_days
from drive.web.recording.actions import Typed, save_draft
from drive.web.recording.rules import Definition
from drive.web.tasks.actions import settle_all

DAYS_TO_CORRECT = 5
"""Working days in which the case manager puts a returned assessment right."""


@transaction.atomic
def decide(
    *, assessment: Assessment, accepted: bool, words: str = "", by: User, now: datetime
) -> AssessmentDecision:
    """Accept a version, which locks it, or return it with words; never one's own."""
    assessment = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    _check(assessment, accepted=accepted, words=words, by=by)
    decision = AssessmentDecision(
        assessment=assessment, accepted=accepted, recorded_at=now, recorded_by=by
    )
    if words.strip():
        seal_field(decision, "sealed_words", words.strip())
    decision.save(force_insert=True)
    case, key = assessment.drive_case, str(assessment.pk)
    settle_all(kind=TaskKind.ACCEPT_ASSESSMENT, about=case.pk, key=key, by=by, now=now)
    if not accepted:
        open_case_task(
            case=case,
            kind=TaskKind.CORRECT_ASSESSMENT,
            role=Role.CASE_MANAGER,
            due_on=add_working_days(now.astimezone(LONDON).date(), DAYS_TO_CORRECT),
            key=key,
            by=by,
            now=now,
        )
    action = "assessments.accept" if accepted else "assessments.return"
    record_change(action, case, assessment, by=by, now=now, fields=assessment.point)
    return decision


def _check(assessment: Assessment, *, accepted: bool, words: str, by: User) -> None:
    if assessment.recorded_by_id == by.pk:
        raise NotToDecide("You submitted this assessment: somebody else has to look at it.")
    if Assessment.objects.filter(supersedes=assessment).exists():
        raise NotToDecide("A later version has taken its place: decide about that one.")
    if AssessmentDecision.objects.filter(assessment=assessment).exists():
        raise NotToDecide("Somebody has decided about this version already.")
    if not accepted and not words.strip():
        raise WordsMissing("Say what has to be put right.", field="words")


@transaction.atomic
def take_up_again(
    *,
    assessment: Assessment,
    definition: Definition,
    parts: Mapping[str, Typed],
    path: str,
    by: User,
    now: datetime,
) -> Assessment:
    """Begin a correction: what the version says becomes the person's own draft, part by part.

    Nothing of the version is changed. From which version it began is kept, so that nobody writes
    over a later one unseen.
    """
    case = assessment.drive_case
    for name, typed in {**parts, START: {"seen": [str(assessment.pk)]}}.items():
        place = place_of(definition, case, assessment.point, name)
        save_draft(form=place.form, subject=place.subject, path=path, typed=typed, by=by, now=now)
    record_change("assessments.take_up_again", case, assessment, by=by, now=now)
    return assessment
