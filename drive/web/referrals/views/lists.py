"""Importing a list: upload, check, correct, confirm."""

import csv
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import KeyForm
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.referrals import actions, jobs, queries
from drive.web.referrals.forms import RowFilterForm, UploadForm
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.presenters import lists as presenters
from drive.web.referrals.rules.fields import BY_KEY, TEMPLATE
from drive.web.referrals.rules.lists import NumberedRow
from drive.web.referrals.rules.rows import read_row
from drive.web.referrals.rules.states import BatchState, RowState

ROWS_A_PAGE = 50


@page("referrals.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every list that was imported, newest first."""
    actions.purge_expired(today=today(), now=now())
    found = queries.batches_for(actor_of(request))
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "lists": presenters.lists_table(shown)}
    return render(request, "referrals/index.html", context)


@page("referrals.import")
def import_list(request: HttpRequest) -> HttpResponse:
    """Upload a list."""
    actor = actor_of(request)
    maracs = list(queries.maracs_for(actor))
    form = UploadForm(request.POST or None, request.FILES or None, maracs=maracs, today=today())
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = once(
                lambda: actions.import_list(
                    marac=form.cleaned_data["marac"],
                    file_name=file.name,
                    content=file.read(),
                    today=today(),
                    by=actor,
                    now=now(),
                ),
                key=form.cleaned_data["key"],
                form="referrals.import",
                by=actor,
                now=now(),
            )
        except AlreadySubmitted as earlier:
            return redirect("referrals:list", batch_id=earlier.result_id)
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            jobs.read_list.enqueue(batch_id=str(batch.pk))
            return redirect("referrals:list", batch_id=batch.pk)
    context = {"form": form, "back": reverse("referrals:index")}
    return render(request, "referrals/import.html", context)


@page("referrals.import")
@require_safe
def template(_request: HttpRequest) -> HttpResponse:
    """Give an empty list with every heading that is understood."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="marac-list.csv"'
    # The mark at the start tells Excel that the text is UTF-8.
    response.write("\ufeff")
    csv.writer(response).writerow([BY_KEY[key].label for key in TEMPLATE])
    return response


@page("referrals.import")
@require_safe
def one_list(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Show each row of a list, its problems, and what will happen with it."""
    batch = find(request, ImportBatch, pk=batch_id)
    form = RowFilterForm(request.GET or None)
    state = form.cleaned_data["state"] if form.is_valid() else None
    rows = batch.rows.filter(state=state) if state else batch.rows.all()
    shown = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    counts = queries.row_counts(batch)
    context = {
        "batch": batch,
        "tag": presenters.batch_tag(batch),
        "summary": presenters.batch_rows(batch, counts),
        "is_under_way": batch.state in {BatchState.READING, BatchState.CONFIRMING},
        "is_waiting": batch.state == BatchState.WAITING,
        "can_confirm": batch.state == BatchState.WAITING and counts[RowState.READY],
        "can_discard": batch.state in {BatchState.WAITING, BatchState.UNREADABLE},
        "filter_form": form,
        "selected": _selected(batch, state),
        "page": shown,
        "query": f"state={state}" if state else "",
        "rows": presenters.rows_table(_shown_rows(batch, list(shown), actor=actor_of(request))),
    }
    return render(request, "referrals/list.html", context)


def _selected(batch: ImportBatch, state: RowState | None) -> list[dict[str, str]]:
    if state is None:
        return []
    address = reverse("referrals:list", args=[batch.pk])
    return [{"text": _(state.label), "href": address}]


def _shown_rows(batch: ImportBatch, rows: list, *, actor: User) -> list:
    context = queries.context_of(batch, today=today())

    def read(row: ImportRow) -> NumberedRow:
        cells = queries.cells_of(row)
        return NumberedRow(row.number, cells, read_row(cells, batch.headings, context))

    told = [read(row) for row in rows]
    before = [read(row) for row in queries.rows_before(batch, rows)]
    outlooks = iter(
        queries.outlooks(
            [each.read.hearing for each in told if each.read.hearing],
            batch.agency.site,
            actor=actor,
            earlier=[each.read.hearing for each in before if each.read.hearing],
        )
    )
    return [
        (
            presenters.ShownRow(
                row,
                each.read,
                problems=queries.problems_of(row),
                outlook=next(outlooks) if each.read.hearing else None,
                may_change=batch.state == BatchState.WAITING,
            ),
            each.cells,
        )
        for row, each in zip(rows, told, strict=True)
    ]


@page("referrals.import")
def confirm(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Say what confirming does, then do it."""
    batch = find(request, ImportBatch, pk=batch_id)
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request)
        try:
            once(
                lambda: actions.begin_saving(batch=batch, by=actor, now=now()),
                key=form.cleaned_data["key"],
                form="referrals.confirm",
                by=actor,
                now=now(),
            )
        except AlreadySubmitted:
            return redirect("referrals:list", batch_id=batch.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            jobs.save_list.enqueue(batch_id=str(batch.pk))
            messages.success(request, _("Confirmed. The ready rows are being saved."))
            return redirect("referrals:list", batch_id=batch.pk)
    counts = queries.row_counts(batch)
    context = {
        "form": form,
        "batch": batch,
        "words": presenters.confirmation(counts),
        "back": reverse("referrals:list", args=[batch.pk]),
    }
    return render(request, "referrals/confirm.html", context)


@page("referrals.import")
def discard(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Throw a list away, after asking."""
    batch = find(request, ImportBatch, pk=batch_id)
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard_batch(batch=batch, by=actor_of(request), now=now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The list was thrown away and its content erased."))
            return redirect("referrals:index")
    context = {"form": form, "back": reverse("referrals:list", args=[batch.pk])}
    return render(request, "referrals/discard.html", context)
