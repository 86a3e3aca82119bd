"""Correcting one row of a list."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.referrals import actions, queries
from drive.web.referrals.forms import RowForm
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.rules.rows import read_row
from drive.web.referrals.rules.states import RowState


@page("referrals.import")
def one_row(request: HttpRequest, batch_id: UUID, number: int) -> HttpResponse:
    """Show every cell of a row with its problems beside it, and take corrections."""
    batch = find(request, ImportBatch, pk=batch_id)
    row = find(request, ImportRow, batch=batch, number=number)
    sent = request.method == "POST"
    # Bound from the start, so that the problems stand beside their cells.
    form = RowForm(request.POST if sent else queries.cells_of(row), headings=batch.headings)
    if form.is_valid():
        _show_problems(form, batch)
    if sent and not form.errors:
        try:
            corrected = actions.correct_row(
                row=row, cells=form.cells, by=actor_of(request), now=now(), today=today()
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _corrected(corrected))
            return redirect("referrals:list", batch_id=batch.pk)
    elif not sent:
        for problem in queries.problems_of(row):
            if not problem.field:
                form.add_error(None, problem.words)
    seen(request, [row])
    context = {
        "form": form,
        "row": row,
        "may_set_aside": row.state in {RowState.READY, RowState.PROBLEM},
        "may_take_back": row.state == RowState.SET_ASIDE,
        "back": reverse("referrals:list", args=[batch.pk]),
    }
    return render(request, "referrals/row.html", context)


def _show_problems(form: RowForm, batch: ImportBatch) -> None:
    context = queries.context_of(batch, today=today())
    for problem in read_row(form.cells, batch.headings, context).problems:
        if problem.field in form.fields:
            form.add_error(problem.field, problem.words)
        else:
            form.add_error(None, f"{problem.heading}: {problem.words}")


def _corrected(row: ImportRow) -> str:
    if row.state == RowState.READY:
        return _("Row %(number)s is ready.") % {"number": row.number}
    words = _("Row %(number)s is set aside: the same hearing is in the list or recorded already.")
    return words % {"number": row.number}


@page("referrals.import")
@require_POST
def set_aside(request: HttpRequest, batch_id: UUID, number: int) -> HttpResponse:
    """Set one row aside by hand."""
    row = find(request, ImportRow, batch=batch_id, number=number)
    actions.set_row_aside(row=row, by=actor_of(request), now=now(), today=today())
    messages.success(request, _("Row %(number)s is set aside.") % {"number": number})
    return redirect("referrals:list", batch_id=batch_id)


@page("referrals.import")
@require_POST
def take_back(request: HttpRequest, batch_id: UUID, number: int) -> HttpResponse:
    """Take back a row that was set aside."""
    row = find(request, ImportRow, batch=batch_id, number=number)
    taken = actions.take_row_back(row=row, by=actor_of(request), now=now(), today=today())
    words = _("Row %(number)s is taken back. It stands as: %(state)s.")
    state = _(RowState(taken.state).label).lower()
    messages.success(request, words % {"number": number, "state": state})
    return redirect("referrals:list", batch_id=batch_id)
