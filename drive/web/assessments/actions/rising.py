"""Noting a rise in abuse or risk, and what a service manager found when looking at it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.assessments import rules
from drive.web.assessments.actions.checking import Submitted
from drive.web.assessments.exceptions import WordsMissing
from drive.web.assessments.models import Assessment, Rise, RiseReview
from drive.web.audit.actions import record_change
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.models import DriveCase, WhoseRisk
from drive.web.core.dates import LONDON
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.core.working_days import add_working_days
from drive.web.recording.rules import check_seen
from drive.web.tasks.actions import settle_all


def record_rises(
    assessment: Assessment, given: Submitted, *, by: User, now: datetime
) -> list[Rise]:
    """Note each rise of an assessment, and open the tasks of those who must look at it.

    Part of the submitting action. A rise that an earlier version of the same assessment showed
    already is not noted again.
    """
    known = set(
        Rise.objects.filter(drive_case=given.case, assessment__point=given.point).values_list(
            "of", "abuse_type", "dyad", "before", "after"
        )
    )
    new = [each for each in given.risen if _mark(each) not in known]
    made = Rise.objects.bulk_create(
        Rise(
            drive_case=given.case,
            assessment=assessment,
            of=each.of,
            abuse_type=each.abuse_type or "",
            dyad=given.pairs[each.towards] if each.towards else None,
            before=each.before,
            after=each.after,
            basis=each.basis or "",
            recorded_at=now,
            recorded_by=by,
        )
        for each in new
    )
    if made:
        _open_tasks(given.case, assessment, by=by, now=now)
    return made


def _mark(risen: rules.Risen) -> tuple[str, str, UUID | None, str, str]:
    towards = UUID(risen.towards) if risen.towards else None
    return risen.of, risen.abuse_type or "", towards, risen.before, risen.after


def _open_tasks(case: DriveCase, assessment: Assessment, *, by: User, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    for kind, role, days in (
        (TaskKind.REVIEW_RISE, Role.SERVICE_MANAGER, rules.DAYS_TO_REVIEW),
        (TaskKind.READ_RISE, Role.IDVA, rules.DAYS_TO_READ),
    ):
        open_case_task(
            case=case,
            kind=kind,
            role=role,
            due_on=add_working_days(today, days),
            key=str(assessment.pk),
            by=by,
            now=now,
        )


@transaction.atomic
def review_rise(
    *,
    rise: Rise,
    found: str,
    done: str,
    whose_risk: Sequence[WhoseRisk],
    seen: UUID | None = None,
    by: User,
    now: datetime,
) -> RiseReview:
    """Say what was found and is done about a rise; a later review takes the place of `seen`."""
    Rise.objects.select_for_update(of=("self",), no_key=True).get(pk=rise.pk)
    standing = rise.reviews.filter(superseded_by=None).select_related("recorded_by").first()
    check_seen(seen, standing, _opened)
    for words, field in ((found, "found"), (done, "done")):
        if not words.strip():
            raise WordsMissing("Say what was found and what is done about it.", field=field)
    review = RiseReview(
        rise=rise,
        whose_risk=",".join(whose_risk),
        supersedes=standing,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(review, "sealed_found", found)
    seal_field(review, "sealed_done", done)
    review.save(force_insert=True)
    if not rise.assessment.rises.filter(reviews=None).exists():
        _settle(rise, TaskKind.REVIEW_RISE, by=by, now=now)
    record_change("assessments.review_rise", rise.drive_case, rise, review, by=by, now=now)
    return review


def _opened(review: RiseReview) -> dict[str, object]:
    return {
        "found": unseal_field(review, "sealed_found"),
        "done": unseal_field(review, "sealed_done"),
        "whose_risk": [WhoseRisk(each) for each in review.whose_risk.split(",") if each],
    }


@transaction.atomic
def note_rises_read(*, assessment: Assessment, by: User, now: datetime) -> Assessment:
    """Note that the Idva lead has read of the rises that one assessment shows."""
    case = assessment.drive_case
    settle_all(kind=TaskKind.READ_RISE, about=case.pk, key=str(assessment.pk), by=by, now=now)
    record_change("assessments.note_rises_read", case, assessment, by=by, now=now)
    return assessment


def _settle(rise: Rise, kind: TaskKind, *, by: User, now: datetime) -> None:
    settle_all(kind=kind, about=rise.drive_case_id, key=str(rise.assessment_id), by=by, now=now)
