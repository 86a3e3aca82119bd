"""Importing an Insights list, and the page of one list."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.cleaning import actions, jobs
from drive.web.cleaning.forms import UploadForm
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.presenters import lists as presenters
from drive.web.cleaning.presenters.parts import list_tag
from drive.web.cleaning.queries import lists as queries
from drive.web.cleaning.queries.proposals import left_without
from drive.web.cleaning.rules.files import write_csv
from drive.web.cleaning.rules.states import InsightsListState
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import KeyForm
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted

LISTS_A_PAGE = 50
_OPEN = {InsightsListState.WAITING, InsightsListState.DECIDED}
_READ = _OPEN | {InsightsListState.EXPIRED, InsightsListState.DISCARDED}


@page("cleaning.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every Insights list that was imported, newest first."""
    found = queries.lists_for(actor_of(request))
    shown = Paginator(found, LISTS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "lists": presenters.lists_table(shown)}
    return render(request, "cleaning/index.html", context)


@page("cleaning.import")
def import_list(request: HttpRequest) -> HttpResponse:
    """Upload a list."""
    actor = actor_of(request)
    form = UploadForm(request.POST or None, request.FILES or None, today=today())
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = once(
                lambda: actions.import_list(
                    file_name=file.name,
                    content=file.read(),
                    starts_on=form.cleaned_data["starts_on"],
                    today=today(),
                    by=actor,
                    now=now(),
                ),
                key=form.cleaned_data["key"],
                form="cleaning.import",
                by=actor,
                now=now(),
            )
        except AlreadySubmitted as earlier:
            return redirect("cleaning:list", list_id=earlier.result_id)
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            jobs.read_list.enqueue(list_id=str(made.pk))
            return redirect("cleaning:list", list_id=made.pk)
    context = {"form": form, "back": reverse("cleaning:index")}
    return render(request, "cleaning/import.html", context)


@page("cleaning.import")
@require_safe
def template(_request: HttpRequest) -> HttpResponse:
    """Give an empty list with every heading that is understood."""
    response = HttpResponse(write_csv([]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="insights-list.csv"'
    return response


@page("cleaning.view")
@require_safe
def one_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Show where a list stands, what is proposed for it and what waits."""
    actor = actor_of(request)
    insights_list = find(request, InsightsList, pk=list_id)
    found = queries.progress(insights_list, actor)
    waits = presenters.next_reason(found) if insights_list.state in _OPEN else None
    context = {
        "list": insights_list,
        "tag": list_tag(insights_list),
        "summary": presenters.list_rows(insights_list),
        "step": presenters.step_in_words(insights_list),
        "is_under_way": insights_list.state == InsightsListState.READING,
        "was_read": insights_list.state in _READ and insights_list.rows_in_all,
        "is_erased": insights_list.state in _READ - _OPEN,
        "can_discard": insights_list.state in _OPEN | {InsightsListState.UNREADABLE},
        "progress": presenters.progress_table(insights_list, found),
        "next": waits,
        "look": presenters.look_words(queries.row_counts(insights_list, actor)),
        "left": presenters.left_words(left_without(insights_list, actor)),
    }
    return render(request, "cleaning/list.html", context)


@page("cleaning.import")
def discard(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Throw a list away, after asking."""
    insights_list = find(request, InsightsList, pk=list_id)
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard_list(insights_list=insights_list, by=actor_of(request), now=now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The list was thrown away and its content erased."))
            return redirect("cleaning:index")
    context = {"form": form, "back": reverse("cleaning:list", args=[insights_list.pk])}
    return render(request, "cleaning/discard.html", context)
