"""What was made one, and undoing it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import now, today
from drive.web.identity import actions
from drive.web.identity.forms import MergeFilterForm, UndoForm
from drive.web.identity.presenters import history as words
from drive.web.identity.presenters.filters import query_of, selected
from drive.web.identity.queries import histories as queries
from drive.web.identity.queries.groups import human
from drive.web.people.models import Merge
from drive.web.recording.views import Place, carried_out, take_up

ROWS_A_PAGE = 50


@page("identity.review")
@require_safe
def merges(request: HttpRequest) -> HttpResponse:
    """List what was made one, by whom or by which rule, the newest first."""
    actor = actor_of(request)
    form = MergeFilterForm(request.GET or None)
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    found = queries.narrowed(queries.merges(actor), codes.get("made", ""), codes.get("state", ""))
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "page": shown,
        "merges": words.merges_table(
            shown, _("Merges"), may_undo=may(actor, "identity.undo_merge")
        ),
        "filter_form": form,
        "selected": selected(form.chosen, reverse("identity:merges")),
        "query": query_of(codes),
    }
    return render(request, "identity/merges.html", context)


@page("identity.undo_merge", step_up=True)
def undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """Show what a merge joined and what follows from undoing it, then undo it."""
    merge = find(request, Merge, pk=merge_id)
    form = UndoForm(request.POST or None, today=today())
    take_up(form, _place(merge), by=actor_of(request))
    if form.is_valid() and _undone(request, merge, form):
        messages.success(request, _("Undone. The two records stand for two people again."))
        return redirect("identity:person", merge.one_id)
    who = human(actor_of(request), merge.one)
    seen(request, who.people)
    context = {
        "form": form,
        "rows": words.merge_rows(merge),
        "group": [person.name for person in who.people],
        "follows": words.consequences_of_undoing(
            merge,
            voids=queries.voids_of(merge),
            overruled=queries.overruled_by_undoing(merge),
        ),
        "is_undone": merge.undone_at is not None,
        "back": reverse("identity:person", args=[merge.one_id]),
        "draft": _place(merge),
    }
    return render(request, "identity/undo.html", context)


def _place(merge: Merge) -> Place:
    return Place("identity.undo", merge.pk)


def _undone(request: HttpRequest, merge: Merge, form: UndoForm) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.undo(merge=merge, reason=form.cleaned_data["reason"], by=by, now=moment),
        place=_place(merge),
        by=by,
        now=moment,
    )
