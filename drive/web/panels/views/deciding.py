"""A hearing before a panel, and settling the panel."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.panels import actions, presenters, queries
from drive.web.panels.exceptions import PanelSettled
from drive.web.panels.forms import SettleForm, VerdictForm
from drive.web.panels.models import Panel, PanelHearing
from drive.web.panels.views.parts import entries_shown, lots_shown, rows_shown
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.views import Place, carried_out, take_up


@page("panels.hold")
def decide(request: HttpRequest, panel_id: UUID, entry_id: UUID) -> HttpResponse:
    """Show a hearing, what panels said of him before, and take down what this one says."""
    panel = find(request, Panel, pk=panel_id)
    entry = find(request, PanelHearing, pk=entry_id, panel=panel)
    entry.panel = panel
    place = Place("panels.decide", entry.pk)
    form = VerdictForm(request.POST or None, panel=panel)
    take_up(form, place, by=actor_of(request))
    if request.method == "POST" and form.is_valid() and _recorded(request, form, entry, place):
        messages.success(request, _("What the panel says is recorded."))
        return _onward(request, panel)
    return _shown(request, entry, form, place)


def _recorded(request: HttpRequest, form: VerdictForm, entry: PanelHearing, place: Place) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.record_verdict(
            entry=entry, said=form.said(), by=by, now=moment, today=today()
        ),
        place=place,
        by=by,
        now=moment,
    )


def _onward(request: HttpRequest, panel: Panel) -> HttpResponseRedirect:
    """Lead to the next hearing of which nothing is said yet, so that a panel goes down its list."""
    prospect = queries.prospect_of(panel, today=today())
    for row in rows_shown(prospect, entries_shown(request, panel)):
        if row.is_open and row.decision is None:
            return redirect("panels:decide", panel.pk, row.entry.pk)
    return redirect("panels:panel", panel.pk)


def _shown(
    request: HttpRequest, entry: PanelHearing, form: VerdictForm, place: Place
) -> HttpResponse:
    panel = entry.panel
    decisions = list(queries.decisions_of(entry))
    earlier = queries.earlier_of(entry, actor_of(request))
    seen(request, [*decisions, *(each.entry for each in earlier)])
    lots = lots_shown([panel, *(each.entry.panel for each in earlier)])
    rows = queries.prospect_of(panel, today=today()).rows if panel.is_open else []
    context = {
        "panel": panel,
        "about": presenters.about_him(entry, queries.history_of(entry)),
        "decisions": presenters.decisions_table(decisions),
        "earlier": presenters.earlier_table(earlier, lots),
        "came_of_it": "" if panel.is_open else presenters.came_of_it(entry, lots),
        "is_open": any(row.is_open for row in rows if row.entry.pk == entry.pk),
        "form": form,
        "draft": place,
    }
    return render(request, "panels/decide.html", context)


@page("panels.settle")
def settle(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Show what settling a panel will do, and settle it."""
    panel = find(request, Panel, pk=panel_id)
    if not panel.is_open:
        messages.info(request, _("This panel is settled."))
        return redirect("panels:panel", panel.pk)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = _settled(request, panel, form)
        if answer is not None:
            return answer
    prospect = queries.prospect_of(panel, today=today())
    form.initial["mark"] = prospect.mark
    entries = entries_shown(request, panel)
    context = {
        "panel": panel,
        "form": form,
        "way": presenters.way_in_words(prospect, panel),
        "what": presenters.prospect_table(prospect, rows_shown(prospect, entries)),
        "hidden": len(prospect.rows) - len(entries),
        "unsaid": sum(row.is_open and row.decision is None for row in prospect.rows),
        "back": reverse("panels:panel", args=[panel.pk]),
    }
    return render(request, "panels/settle.html", context)


def _settled(request: HttpRequest, panel: Panel, form: SettleForm) -> HttpResponseRedirect | None:
    """Settle the panel; None if that was refused, with the words in the form."""
    by, moment, given = actor_of(request), now(), form.cleaned_data
    try:
        once(
            lambda: actions.settle(
                panel=panel, mark=given["mark"], by=by, now=moment, today=today()
            ),
            key=given["key"],
            form="panels.settle",
            by=by,
            now=moment,
        )
    except (AlreadySubmitted, PanelSettled):
        messages.info(request, _("This panel was settled already. Nothing was done twice."))
    except WaitingChanged as refusal:
        messages.error(request, refusal.message)
        return redirect("panels:settle", panel.pk)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return None
    else:
        messages.success(request, _("The panel is settled."))
    return redirect("panels:panel", panel.pk)
