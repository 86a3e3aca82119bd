"""Pages of assessments: the points, the sections of one, checking, and reading."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.assessments import actions, presenters, queries, rules
from drive.web.assessments.forms import Filled, SubmitForm, filled, written_out
from drive.web.assessments.queries import LIVE
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.casework.queries import contact_states, state_of
from drive.web.core.clock import now, today
from drive.web.design_system.presenters import time_in_words
from drive.web.recording.actions import discard_draft, save_draft
from drive.web.recording.forms import RecordingForm
from drive.web.recording.presenters import said_before
from drive.web.recording.queries import typed_in
from drive.web.recording.rules import Section
from drive.web.recording.views import Place, carried_out, take_up, typed


def _frame(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    return case_frame(case, actor_of(request), active="assessments:index", today=today())


def _point(name: str) -> AssessmentPoint:
    if name not in list(AssessmentPoint):
        raise Http404("not found")
    return AssessmentPoint(name)


@page("assessments.view")
def index(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The five points: what was submitted, what is due, what was begun."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    made = queries.assessments_of(case, actor)
    seen(request, made.values())
    drafts = {
        point: draft
        for point in AssessmentPoint
        for draft in list(queries.drafts_at(case, point, actor).values())[:1]
    }
    context = {
        "case": _frame(request, case),
        "points": presenters.point_rows(case, made, drafts, today()),
        "may_fill": may(actor, "assessments.fill"),
    }
    return render(request, "assessments/index.html", context)


@page("assessments.view")
def read(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """A submitted assessment."""
    case = find(request, DriveCase, pk=case_id)
    at = _point(point)
    assessment = queries.assessments_of(case, actor_of(request)).get(at)
    if assessment is None:
        raise Http404("not found")
    seen(request, [assessment])
    content, definition = queries.content_of(assessment), queries.definition_of(assessment)
    counted = rules.completeness_of(definition, at, content.answers, content.ratings)
    context = {
        "case": _frame(request, case),
        "point": at,
        "assessment": assessment,
        "completeness": presenters.completeness_in_words(counted),
        "sections": presenters.sections_of(definition, at, content),
    }
    return render(request, "assessments/read.html", context)


@page("assessments.fill")
def tasks(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """The sections of one assessment, to be filled in in any order."""
    case, at = find(request, DriveCase, pk=case_id), _point(point)
    if at in queries.assessments_of(case, actor_of(request)):
        return redirect("assessments:read", case.pk, at)
    if state_of(case) is CaseState.CLOSED:
        messages.info(request, _("The case is closed, so no assessment can be added."))
        return redirect("assessments:index", case.pk)
    drafts = queries.drafts_at(case, at, actor_of(request))
    found = _found(request, case, at)
    counted = rules.completeness_of(LIVE, at, found.answers, found.ratings)
    context = {
        "case": _frame(request, case),
        "case_id": case.pk,
        "point": at,
        "tasks": presenters.tasks(case, at, LIVE.stages[at], found=found, drafts=drafts),
        "counted": counted,
        "completeness": presenters.completeness_in_words(counted),
    }
    return render(request, "assessments/tasks.html", context)


def _found(request: HttpRequest, case: DriveCase, at: AssessmentPoint, **given: Any) -> Filled:
    drafts = queries.drafts_at(case, at, actor_of(request))
    kept = {name: typed_in(draft) for name, draft in drafts.items()}
    return filled(LIVE, at, kept, **given)


@page("assessments.fill")
def section(request: HttpRequest, case_id: UUID, point: str, name: str) -> HttpResponse:
    """One section. What is typed is kept, whether or not it is complete or right."""
    case, at = find(request, DriveCase, pk=case_id), _point(point)
    asked = next((each for each in LIVE.stages[at] if each.name == name), None)
    if asked is None:
        raise Http404("not found")
    place = queries.place_of(case, at, asked.name)
    form = RecordingForm(
        request.POST or None,
        sections=[asked],
        previous=_said_before(request, case, at, asked),
        today=today(),
    )
    draft = take_up(form, place, by=actor_of(request))
    if request.method == "POST":
        _keep(request, form, place)
        if "later" in request.POST or form.is_valid():
            messages.success(request, _("Saved %s.") % time_in_words(now()))
            return _onward(request, case, at, asked)
    context = {
        "form": form,
        "section": asked,
        "draft": place,
        "saved_at": draft.saved_at if draft else None,
        "point": at,
        "case": _frame(request, case),
    }
    return render(request, "assessments/section.html", context)


def _said_before(
    request: HttpRequest, case: DriveCase, at: AssessmentPoint, asked: Section
) -> dict[str, str]:
    order = list(AssessmentPoint)
    earlier = [
        (point, made)
        for point, made in queries.assessments_of(case, actor_of(request)).items()
        if order.index(point) < order.index(at)
    ]
    if not earlier:
        return {}
    point, made = earlier[-1]
    seen(request, [made])
    content = queries.content_of(made)
    ratings = content.ratings if asked.has_ratings else []
    return said_before(asked.questions, content.answers, ratings, when=_(point.label))


def _keep(request: HttpRequest, form: RecordingForm, place: Place) -> None:
    given = typed(request.POST)
    save_draft(
        form=place.form,
        subject=place.subject,
        path=request.path,
        typed=written_out(form, given) if form.is_valid() else given,
        by=actor_of(request),
        now=now(),
    )


def _onward(
    request: HttpRequest, case: DriveCase, at: AssessmentPoint, asked: Section
) -> HttpResponse:
    sections = list(LIVE.stages[at])
    following = sections[sections.index(asked) + 1 :]
    if following and "later" not in request.POST:
        return redirect("assessments:section", case.pk, at, following[0].name)
    return redirect("assessments:tasks", case.pk, at)


@page("assessments.fill")
def check(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """Check the answers, give a reason for what is open, and submit."""
    case, at = find(request, DriveCase, pk=case_id), _point(point)
    if at in queries.assessments_of(case, actor_of(request)) and request.method != "POST":
        return redirect("assessments:read", case.pk, at)
    found = _found(request, case, at)
    form = SubmitForm(
        request.POST or None,
        has_gaps=bool(found.gaps),
        today=today(),
        initial={"assessed_on": today()},
    )
    if form.is_valid() and _submitted(request, case, at, form):
        messages.success(request, _("The assessment was submitted."))
        return redirect("assessments:read", case.pk, at)
    state = contact_states([case], actor_of(request))[case.pk]
    context = {
        "form": form,
        "case": _frame(request, case),
        "case_id": case.pk,
        "point": at,
        "sections": presenters.check_sections(case, at, LIVE, found),
        "gaps": presenters.gap_links(case, at, found),
        "needs_reason": state.last_contact_on is None
        and (state.non_contact is None or state.non_contact.point is not at),
    }
    return render(request, "assessments/check.html", context)


def _submitted(
    request: HttpRequest, case: DriveCase, at: AssessmentPoint, form: SubmitForm
) -> bool:
    by, moment, given = actor_of(request), now(), form.cleaned_data
    found = _found(request, case, at, gap_reason=given.get("gap_reason"))
    done = carried_out(
        form,
        lambda: actions.submit(
            case=case,
            point=at,
            assessed_on=given["assessed_on"],
            definition=LIVE,
            answers=found.answers,
            ratings=found.ratings,
            by=by,
            now=moment,
        ),
        place=Place("assessments/submit", case.pk),
        by=by,
        now=moment,
    )
    for each in LIVE.stages[at] if done else ():
        place = queries.place_of(case, at, each.name)
        discard_draft(form=place.form, subject=place.subject, by=by)
    return done
