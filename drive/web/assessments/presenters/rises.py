"""Words of rises: what has risen, from where to where, and what was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType, RiseBasis, Severity
from drive.vocabulary.assessments import RiseOf, RiskLevel
from drive.vocabulary.casework import AssessmentPoint, RiskChangeCm
from drive.web.assessments.models import Rise
from drive.web.assessments.queries import Review
from drive.web.casework.models import WhoseRisk
from drive.web.design_system.presenters import label, summary_row, time_in_words


def rise_in_words(rise: Rise) -> str:
    """Return what has risen, from which level to which."""
    levels = gettext("%(what)s: from %(before)s to %(after)s")
    return levels % {
        "what": what_rose(rise),
        "before": _level(rise, rise.before),
        "after": _level(rise, rise.after),
    }


def what_rose(rise: Rise) -> str:
    """Return what has risen."""
    if rise.of == RiseOf.ABUSE:
        return gettext("%s abuse") % label(AbuseType(rise.abuse_type))
    return label(RiseOf(rise.of))


def _level(rise: Rise, stored: str) -> str:
    if not stored:
        return gettext("not known how severe") if rise.of == RiseOf.ABUSE else gettext("not known")
    if stored == RiskChangeCm.INCREASED:
        return label(RiskChangeCm.INCREASED).lower()
    words = Severity if rise.of == RiseOf.ABUSE else RiskLevel
    return label(words(stored)).lower()


def basis_in_words(rise: Rise) -> str:
    """Return whether it has got worse or is known only now."""
    if rise.basis:
        return label(RiseBasis(rise.basis))
    return gettext("Not said") if rise.of == RiseOf.ABUSE else ""


def rise_lines(
    rises: Iterable[Rise], *, named: Collection[UUID], reviews: bool
) -> list[dict[str, Any]]:
    """Return one entry for each rise: what, at which assessment, and whether it was reviewed.

    `named` are the pairs that the reader may know; `reviews` says whether reviews may be opened.
    """
    return [
        {
            "key": str(rise.pk),
            "text": rise_in_words(rise),
            "basis": basis_in_words(rise),
            "towards": str(rise.dyad.victim_survivor)
            if rise.dyad and rise.dyad_id in named
            else "",
            "point": label(AssessmentPoint(rise.assessment.point)),
            "at": time_in_words(rise.recorded_at),
            "href": reverse("assessments:review_rise", args=[rise.drive_case_id, rise.pk])
            if reviews
            else "",
            "tag": _tag(rise),
        }
        for rise in rises
    ]


def _tag(rise: Rise) -> dict[str, str]:
    if rise.reviews.all():
        return {"text": gettext("Reviewed"), "classes": "govuk-tag--green"}
    return {"text": gettext("Not yet reviewed"), "classes": "govuk-tag--red"}


def review_rows(reviews: Sequence[Review]) -> list[list[dict[str, Any]]]:
    """Return the rows of each review, the latest first."""
    return [
        [
            summary_row(gettext("Found"), each.found),
            summary_row(gettext("Done about it"), each.done),
            summary_row(gettext("Whose risk it reduces"), _whose(each.row.whose_risk)),
            summary_row(
                gettext("Reviewed"),
                gettext("%(time)s by %(name)s")
                % {
                    "time": time_in_words(each.row.recorded_at),
                    "name": each.row.recorded_by.name,
                },
            ),
        ]
        for each in reviews
    ]


def _whose(stored: str) -> str:
    return "; ".join(label(WhoseRisk(each)) for each in stored.split(",") if each)
