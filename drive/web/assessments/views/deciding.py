"""Accepting an assessment, returning it, and taking it up again to correct it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import page, seen
from drive.web.assessments import actions, presenters, queries
from drive.web.assessments.forms import DecideForm, typed_again
from drive.web.assessments.models import Assessment
from drive.web.assessments.views.case import Desk, desk_at, frame
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm, KeyForm
from drive.web.recording.views import Place, carried_out, take_up


def _standing(desk: Desk) -> Assessment:
    if desk.standing is None:
        raise Http404("not found")
    seen(desk.request, [desk.standing])
    return desk.standing


@page("assessments.accept")
def decide(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """Accept the version that stands, or return it with words."""
    desk = desk_at(request, case_id, point)
    assessment = _standing(desk)
    place = Place("assessments/decide", assessment.pk)
    form = DecideForm(request.POST or None, today=today())
    take_up(form, place, by=desk.actor)
    if form.is_valid() and _decided(desk, form, place):
        messages.success(request, _("The decision was saved."))
        return redirect("assessments:read", desk.case.pk, desk.point)
    content = queries.content_of(assessment)
    words = presenters.completeness_in_words(queries.completeness(assessment, content))
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, desk.case),
        "point": desk.point,
        "standing": presenters.standing_rows(assessment, queries.definition_of(assessment), words),
        "back": reverse("assessments:read", args=[desk.case.pk, desk.point]),
    }
    return render(request, "assessments/decide.html", context)


def _decided(desk: Desk, form: DriveForm, place: Place) -> bool:
    by, moment, given = desk.actor, now(), form.cleaned_data
    return carried_out(
        form,
        lambda: actions.decide(
            assessment=_standing(desk),
            accepted=given["decision"] == "accept",
            words=given["words"],
            by=by,
            now=moment,
        ),
        place=place,
        by=by,
        now=moment,
        site=desk.case.site,
    )


@page("assessments.fill")
def correct(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """Take up the version that stands, to submit a corrected one."""
    desk = desk_at(request, case_id, point)
    assessment = _standing(desk)
    to_fill = reverse("assessments:tasks", args=[desk.case.pk, desk.point])
    if desk.begun.drafts:
        return redirect(to_fill)
    form, place = KeyForm(request.POST or None), Place("assessments/correct", assessment.pk)
    take_up(form, place, by=desk.actor)
    if form.is_valid() and _taken_up(desk, assessment, form, place):
        return redirect(to_fill)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, desk.case),
        "point": desk.point,
        "back": reverse("assessments:read", args=[desk.case.pk, desk.point]),
    }
    return render(request, "assessments/correct.html", context)


def _taken_up(desk: Desk, assessment: Assessment, form: DriveForm, place: Place) -> bool:
    by, moment = desk.actor, now()
    definition = queries.definition_of(assessment)
    sections, _pairs = queries.sections_to_fill(definition, desk.point, desk.case)
    parts = typed_again(sections, queries.content_of(assessment))
    return carried_out(
        form,
        lambda: actions.take_up_again(
            assessment=assessment,
            definition=definition,
            parts=parts,
            path=reverse("assessments:tasks", args=[desk.case.pk, desk.point]),
            by=by,
            now=moment,
        ),
        place=place,
        by=by,
        now=moment,
    )
