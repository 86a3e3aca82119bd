"""The forms of a case: the list, reading one, filling one in, and correcting it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import Answer
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.accounts.policy import actor_of, find, page
from drive.web.core.clock import now, today
from drive.web.insights import actions, presenters, queries, rules
from drive.web.insights.forms import InsightsEntryForm
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.recording.actions import save_draft
from drive.web.recording.forms import answers_from, detail_names, rating_names, ratings_from
from drive.web.recording.presenters import completeness_in_words
from drive.web.recording.rules import Definition, completeness_of, page_in
from drive.web.recording.views import Place, carried_out, take_up, typed


@page("insights.view_case")
def forms(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The forms of one case, and when those of the follow-up are due."""
    shown, day = find(request, IdvaCase, pk=case_id), today()
    filled = queries.forms_of(shown)
    context = {
        "case": presenters.frame(shown, day, tab="forms"),
        "table": presenters.forms_table(filled),
        "follow_up": presenters.follow_up_table(
            shown, filled, day, since=queries.follow_up_began()
        ),
        "steps": presenters.steps(shown, queries.coming_for([shown], day)[shown.pk], day),
    }
    return render(request, "insights/forms.html", context)


@page("insights.view_case")
def form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """One form as it was filled in."""
    shown = find(request, InsightsForm, pk=form_id)
    versions = queries.versions_of(shown)
    counted = completeness_of(queries.asked_on(shown))
    context = {
        "case": presenters.frame(shown.idva_case, today(), tab="forms"),
        "shown": shown,
        "title": presenters.stage_in_words(InsightsStage(shown.stage)),
        "sections": presenters.form_sections(shown),
        "completeness": completeness_in_words(counted),
        "counted": counted,
        "versions": presenters.version_rows(versions, shown) if len(versions) > 1 else [],
        "stands": versions[0].pk == shown.pk,
    }
    return render(request, "insights/form.html", context)


@page("insights.fill")
def fill(request: HttpRequest, case_id: UUID, stage: str) -> HttpResponse:
    """Fill in a form, or keep what is typed and come back."""
    shown = find(request, IdvaCase, pk=case_id)
    if stage not in InsightsStage.__members__.values():
        raise Http404("not found")
    which = InsightsStage(stage)
    used = queries.definition_to_fill(shown, which, actor_of(request), today())
    place = queries.place_of(used, which, shown)
    entry = InsightsEntryForm(
        request.POST or None,
        sections=used.stages[stage],
        complete=True,
        today=today(),
        previous=presenters.said_last_time(shown, which, used),
        last_levels=_last_levels(shown, which),
        initial={"happened_on": today() if rules.is_follow_up(which) else None},
    )
    return _answered(request, shown, which, entry=entry, used=used, place=place)


def _last_levels(case: IdvaCase, stage: InsightsStage) -> dict[AbuseType, Severity]:
    """Return how severe each type was last time: a higher level now asks what is new."""
    if rules.is_follow_up(stage):
        return {}
    return {
        rating.abuse_type: Severity(rating.severity.value)
        for rating in queries.last_ratings(case)
        if rating.severity.value
    }


@page("insights.fill")
def correct(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Put a form right: it becomes the next version, and the one before stays as it was."""
    shown = find(request, InsightsForm, pk=form_id)
    standing = queries.latest_version(shown)
    if standing.pk != shown.pk and request.method != "POST":
        return redirect("insights:correct", form_id=standing.pk)
    used, which = queries.definition_of(shown), InsightsStage(shown.stage)
    entry = InsightsEntryForm(
        request.POST or None,
        sections=used.stages[shown.stage],
        complete=True,
        today=today(),
        initial=_as_filled(shown, used),
    )
    place = Place("insights/correct", shown.pk)
    return _answered(
        request, shown.idva_case, which, entry=entry, used=used, place=place, corrects=shown
    )


def _as_filled(form: InsightsForm, used: Definition) -> dict[str, Any]:
    answers: dict[str, Answer] = queries.answers_of(form)
    first = {"happened_on": form.happened_on, "seen": form.pk}
    for rating in queries.ratings_of(form):
        first |= _as_rated(rating)
    return first | {each.key: answers.get(each.key) for each in used.questions(form.stage)}


def _as_rated(rating: Rating) -> dict[str, Any]:
    experienced, severity = rating_names(rating.abuse_type)
    details = {
        field: getattr(rating, name) for name, field in detail_names(rating.abuse_type).items()
    }
    return {experienced: rating.used, severity: rating.severity, **details}


def _answered(
    request: HttpRequest,
    shown: IdvaCase,
    stage: InsightsStage,
    *,
    entry: InsightsEntryForm,
    used: Definition,
    place: Place,
    corrects: InsightsForm | None = None,
) -> HttpResponse:
    if request.method == "POST" and "save_draft" in request.POST:
        return _keep(request, shown, place)
    draft = take_up(entry, place, by=actor_of(request))
    if entry.is_valid() and _submitted(
        request, shown, stage, entry=entry, used=used, place=place, corrects=corrects
    ):
        messages.success(request, _("The form was saved."))
        return redirect("insights:forms", case_id=shown.pk)
    context = {
        "form": entry,
        "case": presenters.frame(shown, today(), tab="forms"),
        "title": presenters.stage_in_words(stage),
        "corrects": corrects,
        "is_follow_up": rules.is_follow_up(stage),
        "draft": place,
        "saved_at": draft.saved_at if draft else None,
        "back": reverse("insights:forms", args=[shown.pk]),
    }
    return render(request, "insights/fill.html", context)


def _submitted(
    request: HttpRequest,
    shown: IdvaCase,
    stage: InsightsStage,
    *,
    entry: InsightsEntryForm,
    used: Definition,
    place: Place,
    corrects: InsightsForm | None,
) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        entry,
        lambda: actions.submit_form(
            case=shown,
            stage=stage,
            happened_on=entry.cleaned_data["happened_on"],
            definition=used,
            answers=answers_from(entry),
            ratings=ratings_from(entry),
            corrects=corrects,
            seen=entry.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=place,
        by=by,
        now=moment,
    )


def _keep(request: HttpRequest, shown: IdvaCase, place: Place) -> HttpResponse:
    save_draft(
        form=place.form,
        subject=place.subject,
        path=request.path,
        typed=typed(request.POST),
        by=actor_of(request),
        now=now(),
        page=page_in(request.POST),
    )
    messages.success(request, _("What you typed is kept. Come back to it from this page."))
    return redirect("insights:case", case_id=shown.pk)
