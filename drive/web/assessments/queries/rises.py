"""Rises in abuse and risk: what came before, and which wait to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment, Rise, RiseReview
from drive.web.assessments.queries.content import Content, content_of
from drive.web.assessments.rules import Said
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import unseal_field


@dataclass(frozen=True, kw_only=True)
class Review:
    """What a service manager wrote about a rise, opened."""

    row: RiseReview
    found: str
    done: str


def said_before(case: DriveCase, point: AssessmentPoint) -> list[Said]:
    """Return what the standing assessments of earlier points say, oldest first.

    The comparison is made for whoever submits, so that a rise is found whoever may read what.
    """
    order = list(AssessmentPoint)
    earlier = [
        each
        for each in Assessment.objects.filter(drive_case=case, superseded_by=None)
        if order.index(AssessmentPoint(each.point)) < order.index(point)
    ]
    earlier.sort(key=lambda each: order.index(AssessmentPoint(each.point)))
    return [_said(content_of(each)) for each in earlier]


def _said(content: Content) -> Said:
    return Said(answers=content.answers, ratings=content.ratings)


def rises_on(case: DriveCase, actor: User) -> QuerySet[Rise]:
    """Return the rises of a case that somebody may know of, the latest first."""
    return (
        Rise.objects.visible_to(actor)
        .filter(drive_case=case)
        .select_related("assessment", "recorded_by", "dyad__victim_survivor__person")
        .prefetch_related("reviews")
        .order_by("-recorded_at", "of", "abuse_type")
    )


def rises_waiting(actor: User) -> QuerySet[Rise]:
    """Return the rises in reach that no service manager has reviewed, the oldest first."""
    return (
        Rise.objects.visible_to(actor)
        .filter(reviews=None)
        .select_related(
            "drive_case__perpetrator__person",
            "drive_case__site",
            "assessment",
            "dyad__victim_survivor__person",
        )
        .prefetch_related("reviews")
        .order_by("recorded_at", "of", "abuse_type")
    )


def reviews_of(rise: Rise, actor: User) -> list[Review]:
    """Return the reviews of a rise that somebody may read, the latest first, opened."""
    return reviews_on([rise], actor).get(rise.pk, [])


def reviews_on(rises: Iterable[Rise], actor: User) -> dict[UUID, list[Review]]:
    """Return the reviews of each rise that somebody may read, the latest first, opened."""
    rows = RiseReview.objects.visible_to(actor).filter(rise__in=list(rises))
    found: dict[UUID, list[Review]] = {}
    for row in rows.select_related("recorded_by").order_by("-recorded_at"):
        found.setdefault(row.rise_id, []).append(_opened(row))
    return found


def _opened(row: RiseReview) -> Review:
    return Review(
        row=row,
        found=unseal_field(row, "sealed_found"),
        done=unseal_field(row, "sealed_done"),
    )
