"""A locked batch: who is in it, the salt of the second person, and what was drawn."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.allocation import actions, queries
from drive.web.allocation.actions import Drawn
from drive.web.allocation.forms import ReleaseForm, SaltForm
from drive.web.allocation.models import Batch, LockedHearing
from drive.web.allocation.presenters import batches as words
from drive.web.allocation.rules import may_use_system_entropy
from drive.web.core.clock import now, today
from drive.web.core.dates import LONDON
from drive.web.design_system.forms import DriveForm, KeyForm
from drive.web.recording.views import Place, carried_out


@page("allocation.view")
@require_safe
def batch(request: HttpRequest, pk: str) -> HttpResponse:
    """Show a batch: who is in it and, once it is drawn, what each of them drew."""
    row: Batch = find(request, Batch, pk=pk)
    entries = LockedHearing.objects.visible_to(actor_of(request)).filter(batch=row)
    shown = list(
        entries.select_related("perpetrator__person", "hearing__meeting__marac", "batch__period")
    )
    seen(request, shown)
    context = {
        "batch": row,
        "summary": words.summary(row),
        "entries": words.entries_table(row, shown, queries.units_of_batch(row)),
        "not_shown": row.hearings.count() - len(shown),
        "own": row.recorded_by_id == actor_of(request).pk,
        "without_salt": _may_go_on_without(row),
    }
    return render(request, "allocation/batch.html", context)


@page("allocation.enter_salt")
@require_safe
def salts(request: HttpRequest) -> HttpResponse:
    """Show every batch that waits for the salt of a second person: no name, no arm."""
    waiting = Batch.objects.visible_to(actor_of(request)).filter(drawn_at=None, released_at=None)
    rows = list(waiting.select_related("site", "recorded_by").order_by("recorded_at"))
    seen(request, rows)
    actor = actor_of(request)
    context = {
        "batches": words.salts_table(rows, actor),
        "sees_names": may(actor, "allocation.view"),
    }
    return render(request, "allocation/salts.html", context)


@page("allocation.enter_salt")
def salt(request: HttpRequest, pk: str) -> HttpResponse:
    """Take the salt of the second person, and draw."""
    row: Batch = find(request, Batch, pk=pk)
    form = SaltForm(request.POST or None)

    def act() -> Drawn:
        given = form.cleaned_data["salt"]
        return actions.draw(batch=row, salt=given, by=actor_of(request), now=now(), today=today())

    if request.method == "POST" and form.is_valid() and _drawn(request, form, act, row):
        return _to(request, row)
    context = {
        "form": form,
        "batch": row,
        "summary": words.summary(row),
        "own": row.recorded_by_id == actor_of(request).pk,
        "back": reverse("allocation:salts"),
    }
    return render(request, "allocation/salt.html", context)


@page("allocation.draw")
def system_draw(request: HttpRequest, pk: str) -> HttpResponse:
    """Draw without a second person, who was waited for in vain; the batch says so for ever."""
    row: Batch = find(request, Batch, pk=pk)
    form = KeyForm(request.POST or None)

    def act() -> Drawn:
        return actions.draw(batch=row, salt=None, by=actor_of(request), now=now(), today=today())

    if request.method == "POST" and form.is_valid() and _drawn(request, form, act, row):
        return redirect("allocation:batch", row.pk)
    context = {"form": form, "batch": row, "back": reverse("allocation:batch", args=[row.pk])}
    return render(request, "allocation/system_draw.html", context)


@page("allocation.draw")
def release(request: HttpRequest, pk: str) -> HttpResponse:
    """Release a batch that is not drawn; its hearings wait again."""
    row: Batch = find(request, Batch, pk=pk)
    form = ReleaseForm(request.POST or None)

    def act() -> Model:
        reason = form.cleaned_data["reason"]
        actions.release(batch=row, reason=reason, by=actor_of(request), now=now())
        return row

    if (
        request.method == "POST"
        and form.is_valid()
        and _once(request, form, act, Place("allocation.release", row.pk))
    ):
        messages.success(request, _("The batch is released. Its hearings wait again."))
        return redirect("allocation:index")
    context = {"form": form, "batch": row, "back": reverse("allocation:batch", args=[row.pk])}
    return render(request, "allocation/release.html", context)


def _may_go_on_without(row: Batch) -> bool:
    locked_on = row.recorded_at.astimezone(LONDON).date()
    return row.is_open and may_use_system_entropy(locked_on, today())


def _drawn(request: HttpRequest, form: DriveForm, draw: Callable[[], Drawn], row: Batch) -> bool:
    results: list[Drawn] = []

    def act() -> Model:
        results.append(draw())
        return results[0].batch

    if not _once(request, form, act, Place("allocation.draw", row.pk)):
        return False
    for result in results:
        if result.batch.released_at:
            messages.error(request, words.released_in_words(result.batch))
        else:
            messages.success(request, words.drawn_in_words(result))
    return True


def _once(request: HttpRequest, form: DriveForm, act: Callable[[], Model], place: Place) -> bool:
    return carried_out(form, act, place=place, by=actor_of(request), now=now())


def _to(request: HttpRequest, row: Batch) -> HttpResponse:
    """Lead to the batch whoever may see names, and everybody else back to the salts."""
    if may(actor_of(request), "allocation.view"):
        return redirect("allocation:batch", row.pk)
    return redirect("allocation:salts")
