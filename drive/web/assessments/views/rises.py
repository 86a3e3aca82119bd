"""Rises in abuse or risk: the list, the service manager's review, and the Idva lead's reading."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.assessments import actions, presenters, queries
from drive.web.assessments.forms import ReviewRiseForm
from drive.web.assessments.models import Rise
from drive.web.assessments.views.case import frame, named_pairs
from drive.web.casework.models import DriveCase
from drive.web.core.clock import now, today
from drive.web.design_system.forms import KeyForm
from drive.web.recording.views import Place, carried_out, take_up
from drive.web.tasks.queries import tasks_about


@page("assessments.view_rises")
@require_safe
def rises(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The rises of a case: what, from where to where; never what was said."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    shown = list(queries.rises_on(case, actor))
    reviews = queries.reviews_on(shown, actor)
    seen(request, [*shown, *(each.row for rows in reviews.values() for each in rows)])
    named = {UUID(key) for key in named_pairs(request, case)}
    reads = may(actor, "assessments.note_rise")
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "rises": presenters.rise_lines(
            shown, named=named, reviews=may(actor, "assessments.review_rise")
        ),
        "latest": {str(key): presenters.review_rows(rows[:1])[0] for key, rows in reviews.items()},
        "unread": _unread(request, case) if reads else [],
        "form": KeyForm(),
    }
    return render(request, "assessments/rises.html", context)


def _unread(request: HttpRequest, case: DriveCase) -> list[str]:
    """Return one rise of each assessment of whose rises the Idva lead has not noted to read."""
    tasks = tasks_about(case.pk, actor_of(request)).filter(kind=TaskKind.READ_RISE)
    unread = set(tasks.values_list("key", flat=True))
    rows = queries.rises_on(case, actor_of(request))
    first: dict[str, str] = {}
    for rise in rows:
        if str(rise.assessment_id) in unread:
            first.setdefault(str(rise.assessment_id), str(rise.pk))
    return list(first.values())


def _rise(request: HttpRequest, case_id: UUID, rise_id: UUID) -> Any:
    return find(request, Rise, pk=rise_id, drive_case=find(request, DriveCase, pk=case_id))


@page("assessments.note_rise")
def note_rise(request: HttpRequest, case_id: UUID, rise_id: UUID) -> HttpResponse:
    """Note that the Idva lead has read of the rises of one assessment."""
    rise = _rise(request, case_id, rise_id)
    by, moment = actor_of(request), now()
    form, place = KeyForm(request.POST or None), Place("assessments/note_rise", rise.pk)
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.note_rises_read(assessment=rise.assessment, by=by, now=moment),
        place=place,
        by=by,
        now=moment,
    ):
        messages.success(request, _("Noted that you have read of it."))
        return redirect("assessments:rises", case_id)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, rise.drive_case),
        "rise": presenters.rise_lines([rise], named=(), reviews=False)[0],
    }
    return render(request, "assessments/note_rise.html", context)


@page("assessments.review_rise")
def review_rise(request: HttpRequest, case_id: UUID, rise_id: UUID) -> HttpResponse:
    """Say what was found about a rise, what is done, and whose risk that reduces."""
    rise = _rise(request, case_id, rise_id)
    by, moment = actor_of(request), now()
    reviews = queries.reviews_of(rise, by)
    place = Place("assessments/review_rise", rise.pk)
    form = ReviewRiseForm(
        request.POST or None,
        today=today(),
        initial={"seen": reviews[0].row.pk if reviews else None},
    )
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.review_rise(
            rise=rise,
            found=form.cleaned_data["found"],
            done=form.cleaned_data["done"],
            whose_risk=form.cleaned_data["whose_risk"],
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=place,
        by=by,
        now=moment,
    ):
        messages.success(request, _("The review was saved."))
        return redirect("assessments:rises", case_id)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, rise.drive_case),
        "rise": presenters.rise_lines(
            [rise], named={UUID(key) for key in named_pairs(request, rise.drive_case)}, reviews=True
        )[0],
        "reviews": presenters.review_rows(reviews),
        "read": reverse("assessments:read", args=[case_id, rise.assessment.point]),
    }
    return render(request, "assessments/review_rise.html", context)
