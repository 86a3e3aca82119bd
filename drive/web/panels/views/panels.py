"""The panels of the sites within reach, opening one, and the page of a panel."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import KeyForm
from drive.web.organisations.models import Site
from drive.web.panels import actions, presenters, queries
from drive.web.panels.actions.holding import waiting_beside
from drive.web.panels.forms import OpenForm
from drive.web.panels.models import Panel
from drive.web.panels.queries import PanelLine
from drive.web.panels.views.parts import entries_shown, lots_shown, rows_shown
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted

ROWS_A_PAGE = 50


@page("panels.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what waits for a panel at each site, and every panel, the newest first."""
    actor = actor_of(request)
    sites = queries.panel_sites(actor)
    found = Panel.objects.visible_to(actor).select_related("site", "lottery")
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    waiting = [
        (site, queries.line_of(site, today=today()), queries.open_panel_of(site)) for site in sites
    ]
    context = {
        "waiting": presenters.waiting_table(waiting, _before(waiting)),
        "page": shown,
        "panels": presenters.panels_table(shown, queries.counts_of(shown)),
    }
    return render(request, "panels/index.html", context)


def _before(waiting: Iterable[tuple[Site, PanelLine, Panel | None]]) -> dict[UUID, int]:
    return queries.counts_of([panel for _site, _line, panel in waiting if panel])


@page("panels.hold")
def open_panel(request: HttpRequest) -> HttpResponse:
    """Open a panel of a site."""
    actor = actor_of(request)
    sites = queries.panel_sites(actor)
    initial = {"held_on": today(), "site": sites[0].code if len(sites) == 1 else None}
    form = OpenForm(request.POST or None, sites=sites, today=today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        site, meeting, moment = form.cleaned_data["site"], form.meeting(), now()
        try:
            made = once(
                lambda: actions.open_panel(
                    site=site, meeting=meeting, by=actor, now=moment, today=today()
                ),
                key=form.cleaned_data["key"],
                form="panels.open",
                by=actor,
                now=moment,
            )
        except AlreadySubmitted as again:
            return redirect("panels:panel", again.result_id)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The panel is open."))
            return redirect("panels:panel", made.pk)
    context = {"form": form, "back": reverse("panels:index")}
    return render(request, "panels/open.html", context)


@page("panels.view")
@require_safe
def panel(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Show a panel: what it said of each hearing, and what came of it."""
    found = find(request, Panel, pk=panel_id)
    entries = entries_shown(request, found)
    context = {
        "panel": found,
        "about": presenters.about(found),
        "hidden": found.hearings.count() - len(entries),
        "lottery": None,
        "more": 0,
        "form": KeyForm(),
    }
    if found.is_open:
        rows = rows_shown(queries.prospect_of(found, today=today()), entries)
        context["more"] = len(waiting_beside(found, today=today()))
        context["hearings"] = presenters.hearings_table(rows)
    else:
        lots = lots_shown([found])
        context["hearings"] = presenters.results_table(
            found, entries, queries.latest_decisions(entries), lots
        )
        context["lottery"] = presenters.lottery_of(found, lots, actor_of(request))
    return render(request, "panels/panel.html", context)


@page("panels.hold")
@require_POST
def bring(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Put those before a panel who have come to wait since it was opened."""
    found, form = find(request, Panel, pk=panel_id), KeyForm(request.POST)
    actor, moment = actor_of(request), now()
    if form.is_valid():

        def act() -> Panel:
            actions.bring(panel=found, by=actor, now=moment, today=today())
            return found

        try:
            once(act, key=form.cleaned_data["key"], form="panels.bring", by=actor, now=moment)
        except Refusal as refusal:
            messages.info(request, refusal.message)
    return redirect("panels:panel", found.pk)
