"""Filling in an assessment: its sections in any order, checking, and submitting."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.web.accounts.policy import page
from drive.web.assessments import actions, presenters, queries, rules
from drive.web.assessments.forms import Filled, ForAll, SubmitForm, filled, written_out
from drive.web.assessments.views.case import Desk, desk_at, frame
from drive.web.casework.queries import contact_states, state_of
from drive.web.core.clock import now, today
from drive.web.design_system.presenters import time_in_words
from drive.web.recording.actions import discard_draft, save_draft
from drive.web.recording.forms import RecordingForm
from drive.web.recording.presenters import said_before
from drive.web.recording.rules import Section, page_in
from drive.web.recording.views import Place, carried_out, take_up, typed


@page("assessments.fill")
def tasks(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """The sections of one assessment, to be filled in in any order."""
    desk = desk_at(request, case_id, point)
    if desk.standing and not desk.begun.drafts:
        return redirect("assessments:read", desk.case.pk, desk.point)
    if desk.standing is None and state_of(desk.case) is CaseState.CLOSED:
        messages.info(request, _("The case is closed, so no assessment can be added."))
        return redirect("assessments:index", desk.case.pk)
    found = _found(desk)
    asked = rules.asked_in(desk.sections, found.answers, found.ratings)
    titles = [(each.name, presenters.title_of(each, desk.sections)) for each in desk.sections]
    counted = rules.completeness_of(asked)
    context = {
        "case": frame(request, desk.case),
        "case_id": desk.case.pk,
        "point": desk.point,
        "tasks": presenters.tasks(
            desk.case, desk.point, desk.sections, found=found, drafts=desk.begun.drafts
        ),
        "counted": counted,
        "completeness": presenters.completeness_in_words(counted),
        "meters": presenters.section_meters(titles, asked),
        "fastest": presenters.fastest_rows(asked),
        "colleagues": _colleagues(desk),
        "standing": desk.standing,
    }
    return render(request, "assessments/tasks.html", context)


def _colleagues(desk: Desk) -> list[str]:
    return presenters.colleagues_in_words(queries.colleagues_at(desk.case, desk.point, desk.actor))


def _found(desk: Desk, for_all: ForAll | None = None) -> Filled:
    return filled(
        desk.sections,
        desk.begun.kept,
        last=desk.last_levels,
        for_all=for_all or ForAll(),
        today=today(),
    )


@page("assessments.fill")
def section(request: HttpRequest, case_id: UUID, point: str, name: str) -> HttpResponse:
    """One section. What is typed is kept, whether or not it is complete or right."""
    desk = desk_at(request, case_id, point)
    asked = next((each for each in desk.sections if each.name == name), None)
    if asked is None:
        raise Http404("not found")
    place = queries.place_of(desk.begun.definition, desk.case, desk.point, asked.name)
    form = RecordingForm(
        request.POST or None,
        sections=[asked],
        ask_day=desk.begun.definition.requires_sources,
        previous=_said_before(desk, asked),
        last_levels=desk.last_levels.get(asked.towards),
        today=today(),
    )
    draft = take_up(form, place, by=desk.actor)
    if request.method == "POST":
        _keep(desk, form, place)
        if "later" in request.POST or (form.is_valid() and not form.asks_to_consider):
            messages.success(request, _("Saved %s.") % time_in_words(now()))
            return _onward(desk, asked)
    context = {
        "form": form,
        "title": presenters.title_of(asked, desk.sections),
        "about": presenters.towards_whom(asked, desk.named),
        "draft": place,
        "saved_at": draft.saved_at if draft else None,
        "point": desk.point,
        "colleagues": _colleagues(desk),
        "case": frame(request, desk.case),
    }
    return render(request, "assessments/section.html", context)


def _said_before(desk: Desk, asked: Section) -> dict[str, str]:
    if not desk.earlier:
        return {}
    point, content = desk.earlier[-1]
    ratings = [
        each
        for each in content.ratings
        if asked.has_ratings and asked.towards in (None, each.towards)
    ]
    return said_before(asked.questions, content.answers, ratings, when=_(point.label))


def _keep(desk: Desk, form: RecordingForm, place: Place) -> None:
    given = typed(desk.request.POST)
    sent = page_in(desk.request.POST)
    save_draft(
        form=place.form,
        subject=place.subject,
        path=desk.request.path,
        typed=written_out(form, given) if form.is_valid() else given,
        by=desk.actor,
        now=now(),
        page=sent if sent.key else None,
    )


def _onward(desk: Desk, asked: Section) -> HttpResponse:
    following = desk.sections[desk.sections.index(asked) + 1 :]
    if following and "later" not in desk.request.POST:
        return redirect("assessments:section", desk.case.pk, desk.point, following[0].name)
    return redirect("assessments:tasks", desk.case.pk, desk.point)


@page("assessments.fill")
def check(request: HttpRequest, case_id: UUID, point: str) -> HttpResponse:
    """Check the answers, give a reason for what is open, and submit."""
    desk = desk_at(request, case_id, point)
    if desk.standing and not desk.begun.drafts and request.method != "POST":
        return redirect("assessments:read", desk.case.pk, desk.point)
    found = _found(desk)
    form = _submit_form(desk, found)
    place = _sending(desk)
    take_up(form, place, by=desk.actor)
    if form.is_valid() and _submitted(desk, form):
        messages.success(request, _("The assessment was submitted."))
        return redirect("assessments:read", desk.case.pk, desk.point)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, desk.case),
        "case_id": desk.case.pk,
        "point": desk.point,
        "sections": presenters.check_sections(desk.case, desk.point, desk.sections, found),
        "gaps": presenters.gap_links(desk.case, desk.point, found),
        "needs_reason": _needs_reason(desk),
        "colleagues": _colleagues(desk),
        **_compared(desk, found),
    }
    return render(request, "assessments/check.html", context)


def _submit_form(desk: Desk, found: Filled) -> SubmitForm:
    definition = desk.begun.definition
    asked = rules.asked_in(desk.sections, found.answers, found.ratings)
    at_closure = desk.point is AssessmentPoint.CLOSURE
    standing = desk.standing
    return SubmitForm(
        desk.request.POST or None,
        has_gaps=bool(found.gaps),
        asks_source=definition.requires_sources and bool(rules.without_source(asked)),
        asks_intake=at_closure and AssessmentPoint.INTAKE not in desk.made,
        today=today(),
        initial={
            "assessed_on": standing.assessed_on if standing else today(),
            "without_intake": standing.without_intake if standing else "",
            "seen": desk.begun.began_from,
        },
    )


def _sending(desk: Desk) -> Place:
    return Place(f"assessments/submit/{desk.point}", desk.case.pk)


def _needs_reason(desk: Desk) -> bool:
    """Return whether he was never contacted and an old form has no place to say why."""
    if desk.begun.definition.requires_sources:
        return False
    state = contact_states([desk.case], desk.actor)[desk.case.pk]
    return state.last_contact_on is None and (
        state.non_contact is None or state.non_contact.point is not desk.point
    )


def _compared(desk: Desk, found: Filled) -> dict[str, Any]:
    """Return what somebody else submitted meanwhile, beside what was typed here."""
    standing = desk.standing
    if standing is None or standing.pk == desk.begun.began_from:
        return {"theirs": None}
    content = queries.content_of(standing)
    rows = presenters.differences(desk.sections, found.content, content)
    return {"theirs": standing, "differences": rows}


def _submitted(desk: Desk, form: SubmitForm) -> bool:
    by, moment, given = desk.actor, now(), form.cleaned_data
    found = _found(desk, ForAll(given.get("gap_reason"), given.get("all_source")))
    done = carried_out(
        form,
        lambda: actions.submit(
            case=desk.case,
            point=desk.point,
            assessed_on=given["assessed_on"],
            definition=desk.begun.definition,
            answers=found.answers,
            ratings=found.ratings,
            without_intake=given.get("without_intake") or "",
            seen=given["seen"],
            by=by,
            now=moment,
        ),
        place=_sending(desk),
        by=by,
        now=moment,
    )
    for name in (*desk.begun.drafts, queries.START) if done else ():
        place = queries.place_of(desk.begun.definition, desk.case, desk.point, name)
        discard_draft(form=place.form, subject=place.subject, by=by)
    return done
