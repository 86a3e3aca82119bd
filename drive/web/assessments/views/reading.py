"""Reading assessments: the points, one version, and how the case has gone."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import CaseState
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.assessments import presenters, queries, rules
from drive.web.assessments.models import Assessment
from drive.web.assessments.presenters import charts
from drive.web.assessments.views.case import Desk, desk_at, frame, named_pairs
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import state_of
from drive.web.core.clock import today


@page("assessments.view")
@require_safe
def index(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The points: what was submitted, what is due, what was begun."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    made = queries.assessments_of(case, actor)
    seen(request, made.values())
    begun = {
        each.point: each.saved_at for each in queries.unfinished(actor) if each.case.pk == case.pk
    }
    dues = queries.dues_of(case, made)
    closed = state_of(case) is CaseState.CLOSED
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "points": presenters.point_rows(
            case, made, begun=begun, dues=[] if closed else dues, today=today()
        ),
        "may_fill": may(actor, "assessments.fill"),
        "has_rises": queries.rises_on(case, actor).exists(),
        "has_story": bool(made),
    }
    return render(request, "assessments/index.html", context)


@page("assessments.view")
@require_safe
def read(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """The version of an assessment that stands."""
    desk = desk_at(request, case_id, point)
    if desk.standing is None:
        raise Http404("not found")
    return _shown(desk, desk.standing)


@page("assessments.view")
@require_safe
def version(request: HttpRequest, case_id: UUID, point: str, number: int) -> HttpResponse:
    """One version of an assessment, whether it stands or was replaced."""
    desk = desk_at(request, case_id, point)
    versions = queries.versions_of(desk.case, desk.point, desk.actor)
    shown = next((each for each in versions if each.version == number), None)
    if shown is None:
        raise Http404("not found")
    return _shown(desk, shown)


def _shown(desk: Desk, assessment: Assessment) -> HttpResponse:
    seen(desk.request, [assessment])
    content, definition = queries.content_of(assessment), queries.definition_of(assessment)
    sections = queries.sections_in(assessment, content)
    asked = rules.asked_in(sections, content.answers, content.ratings)
    counted = rules.completeness_of(asked)
    words = presenters.completeness_in_words(counted)
    titles = [(each.name, presenters.title_of(each, sections)) for each in sections]
    versions = queries.versions_of(desk.case, desk.point, desk.actor)
    context = {
        "case": frame(desk.request, desk.case),
        "case_id": desk.case.pk,
        "point": desk.point,
        "assessment": assessment,
        "counted": counted,
        "standing": presenters.standing_rows(assessment, definition, words),
        "meters": presenters.section_meters(titles, asked),
        "fastest": presenters.fastest_rows(asked),
        "sections": presenters.sections_of(sections, content, desk.named),
        "versions": presenters.version_rows(desk.case, desk.point, versions),
        "may": _may(desk, assessment),
    }
    return render(desk.request, "assessments/read.html", context)


def _may(desk: Desk, assessment: Assessment) -> dict[str, bool]:
    state, actor = queries.assessment_state(assessment), desk.actor
    return {
        "decide": state is AssessmentState.SUBMITTED
        and assessment.recorded_by_id != actor.pk
        and may(actor, "assessments.accept"),
        "correct": state is not AssessmentState.REPLACED and may(actor, "assessments.fill"),
        "ask": state is not AssessmentState.REPLACED and may(actor, "monitoring.raise_query"),
    }


@page("assessments.view")
@require_safe
def story(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """How it has gone: severity, risk and Drive-DASH over the assessments of the case."""
    case = find(request, DriveCase, pk=case_id)
    told = queries.story_of(case, actor_of(request))
    seen(request, told.assessments)
    named = named_pairs(request, case)
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "groups": charts.groups(told, frozenset(named)),
        "head": charts.head(told),
    }
    return render(request, "assessments/story.html", context)
