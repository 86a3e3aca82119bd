"""The evaluator's pages: snapshots, the data dictionary, runs of the evaluation and reports."""

from __future__ import annotations

from uuid import UUID

from csp.constants import NONE
from csp.decorators import csp_replace
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.jobs import RunState
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.extracts import jobs, presenters
from drive.web.extracts.actions import requests
from drive.web.extracts.forms import EvaluateForm, FreezeForm, HandOutForm
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.extracts.queries import files
from drive.web.recording.exceptions import AlreadySubmitted

ROWS_A_PAGE = 50


@page("extracts.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every snapshot that was frozen, newest first."""
    found = FrozenSnapshot.objects.visible_to(actor_of(request)).select_related("recorded_by")
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "snapshots": presenters.snapshots_table(shown)}
    return render(request, "extracts/index.html", context)


@page("extracts.freeze", step_up=True)
def freeze(request: HttpRequest) -> HttpResponse:
    """Freeze a snapshot of what is recorded now, after a page that says what that means."""
    form = FreezeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            snapshot = requests.begin_snapshot(
                by=actor_of(request),
                now=now(),
                today=today(),
                submission=form.cleaned_data["key"],
            )
        except AlreadySubmitted as earlier:
            return redirect("extracts:snapshot", snapshot_id=earlier.result_id)
        jobs.freeze_snapshot.enqueue(snapshot_id=str(snapshot.pk))
        messages.success(request, _("The snapshot is being frozen. It takes a few seconds."))
        return redirect("extracts:snapshot", snapshot_id=snapshot.pk)
    context = {"form": form, "back": reverse("extracts:index")}
    return render(request, "extracts/freeze.html", context)


@page("extracts.view")
@require_safe
def snapshot(request: HttpRequest, snapshot_id: UUID) -> HttpResponse:
    """One snapshot: its state, its hash, its tables, and the runs on it."""
    shown = find(request, FrozenSnapshot, pk=snapshot_id)
    runs = EvaluationRun.objects.visible_to(actor_of(request)).filter(snapshot=shown)
    context = {
        "shown": shown,
        "is_done": shown.state == RunState.DONE,
        "is_under_way": presenters.is_under_way(shown),
        "tag": presenters.tag(shown),
        "rows": presenters.snapshot_rows(shown),
        "counts": presenters.counts_table(shown),
        "runs": presenters.runs_table(runs.select_related("recorded_by")),
    }
    return render(request, "extracts/snapshot.html", context)


@page("extracts.view")
@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    """What each column of a snapshot means."""
    return render(request, "extracts/dictionary.html", {"tables": presenters.dictionary()})


@page("extracts.evaluate")
def evaluate(request: HttpRequest, snapshot_id: UUID) -> HttpResponse:
    """Run the evaluation on a snapshot."""
    on = find(request, FrozenSnapshot, pk=snapshot_id)
    form = EvaluateForm(request.POST or None, initial={"seed": requests.SEED})
    if request.method == "POST" and form.is_valid():
        try:
            run = requests.begin_run(
                snapshot=on,
                seed=form.cleaned_data["seed"],
                by=actor_of(request),
                now=now(),
                submission=form.cleaned_data["key"],
            )
        except AlreadySubmitted as earlier:
            return redirect("extracts:run", run_id=earlier.result_id)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            jobs.evaluate_snapshot.enqueue(run_id=str(run.pk))
            messages.success(request, _("The evaluation is running. It takes some seconds."))
            return redirect("extracts:run", run_id=run.pk)
    context = {"form": form, "back": reverse("extracts:snapshot", args=[on.pk])}
    return render(request, "extracts/evaluate.html", context)


@page("extracts.view")
@require_safe
def run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """One run of the evaluation: its state, and how many results agree with print."""
    shown = find(request, EvaluationRun, pk=run_id)
    context = {
        "shown": shown,
        "is_done": shown.state == RunState.DONE,
        "is_under_way": presenters.is_under_way(shown),
        "tag": presenters.tag(shown),
        "rows": presenters.run_rows(shown),
    }
    return render(request, "extracts/run.html", context)


# The report is one file that must also open without the site, so its style stands within it. It
# is shown in a sandbox, in which it has no part in the session; no script runs in it, since none
# may be loaded (the sandbox itself allows them only so that accessibility checkers can look in).
@csp_replace(
    {
        "script-src": [NONE],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:"],
        "connect-src": [NONE],
        "form-action": [NONE],
        "sandbox": ["allow-scripts"],
    }
)
@page("extracts.view")
@require_safe
def report(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """The report of a run, as it was written."""
    shown = find(request, EvaluationRun, pk=run_id)
    return HttpResponse(files.report_page(shown), content_type="text/html; charset=utf-8")


@page("extracts.freeze", step_up=True)
def hand_out_snapshot(request: HttpRequest, snapshot_id: UUID) -> HttpResponse:
    """Download a snapshot, after saying for whom and what for."""
    row = find(request, FrozenSnapshot, pk=snapshot_id)
    return _hand_out(request, row, back=reverse("extracts:snapshot", args=[row.pk]))


@page("extracts.evaluate", step_up=True)
def hand_out_run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Download results, tables, figures and report, after saying for whom and what for."""
    row = find(request, EvaluationRun, pk=run_id)
    return _hand_out(request, row, back=reverse("extracts:run", args=[row.pk]))


def _hand_out(
    request: HttpRequest, row: FrozenSnapshot | EvaluationRun, *, back: str
) -> HttpResponse:
    form = HandOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        content = files.archive(row)
        requests.hand_out(
            row=row, content=content, by=actor_of(request), now=now(), **form.cleaned_data
        )
        response = HttpResponse(content, content_type="application/zip")
        name = "snapshot" if isinstance(row, FrozenSnapshot) else "report"
        response["Content-Disposition"] = f'attachment; filename="{name}-{row.pk.hex[:8]}.zip"'
        return response
    return render(request, "extracts/hand_out.html", {"form": form, "back": back})
