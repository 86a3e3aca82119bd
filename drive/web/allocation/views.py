"""The allocator's pages: what waits, the draw, the ratios and the log."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.allocation import actions, presenters, queries
from drive.web.allocation.actions import Drawn
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.allocation.forms import DrawForm, LogFilterForm, RatioForm
from drive.web.allocation.models import DesignPeriod
from drive.web.allocation.rules import Waiting, holding
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.organisations.models import Site
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.referrals.models import MaracHearing

ROWS_A_PAGE = 50


@page("allocation.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every site with the hearings that wait for a decision, and who is held."""
    sites = queries.sites_today(today())
    context = {
        "sites": presenters.sites_table(sites, today()),
        "held": _held(request, [each for site in sites for each in site.line.held]),
    }
    return render(request, "allocation/index.html", context)


@page("allocation.draw")
def draw(request: HttpRequest, code: str) -> HttpResponse:
    """Show who may be drawn and who not, with the reason; then draw."""
    site = _site(code)
    form = DrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            drawn = _draw_once(request, site, form)
        except AlreadySubmitted:
            return redirect(_log_of(site))
        except WaitingChanged as refusal:
            messages.error(request, refusal.message)
            return redirect("allocation:draw", site.code)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            excluded = len(drawn.decisions) - len(drawn.allocations)
            messages.success(request, presenters.drawn_in_words(drawn.allocations, excluded))
            return redirect(_log_of(site))
    return render(request, "allocation/draw.html", _before_the_draw(request, site, form))


def _before_the_draw(request: HttpRequest, site: Site, form: DrawForm) -> dict[str, Any]:
    line = queries.line_of(site, today=today())
    hearings = queries.hearings_of(line.next)
    if hearings and not form.is_bound:
        until = max(each.recorded_at for each in hearings.values())
        form.initial.update(recorded_until=until.isoformat(), mark=line.mark)
    names = _shown(request, hearings)
    periods = queries.periods_of(site)
    doors = queries.doors_of(site, line.next, today=today()) if periods else []
    return {
        "form": form,
        "site": site,
        "drawn": presenters.doors_table(doors, hearings, names, drawn=True),
        "excluded": presenters.doors_table(doors, hearings, names, drawn=False),
        "held": _held(request, line.held),
        "more": len(line.ready) - len(line.next),
        "back": reverse("allocation:index"),
    }


def _held(request: HttpRequest, held: Sequence[Waiting]) -> dict[str, Any]:
    """Return what a page says of those whom a question holds, the longest first."""
    in_order = sorted(held, key=lambda each: str(each.held_since))[: queries.MOST_AT_ONCE]
    hearings = queries.hearings_of(in_order)
    names = _shown(request, hearings)
    return {
        "count": len(held),
        "table": presenters.held_table(in_order, hearings, names, today()),
        "words": presenters.holding_in_words(holding(held, today())),
    }


def _shown(request: HttpRequest, hearings: Mapping[UUID, MaracHearing]) -> set[UUID]:
    """Return of which hearings this person may see the names, and note that they were seen."""
    rows = MaracHearing.objects.visible_to(actor_of(request)).filter(pk__in=list(hearings))
    seen(request, rows)
    return {row.pk for row in rows}


def _site(code: str) -> Site:
    for site in queries.sites_of_the_trial():
        if site.code == code:
            return site
    raise Http404("not found")


def _log_of(site: Site) -> str:
    return f"{reverse('allocation:log')}?site={site.code}"


def _draw_once(request: HttpRequest, site: Site, form: DrawForm) -> Drawn:
    results: list[Drawn] = []
    actor, moment = actor_of(request), now()

    def act() -> Site:
        checked = {name: form.cleaned_data[name] for name in ("recorded_until", "mark")}
        results.append(actions.draw(site=site, by=actor, now=moment, today=today(), **checked))
        return site

    once(act, key=form.cleaned_data["key"], form="allocation.draw", by=actor, now=moment)
    return results[0]


@page("allocation.view")
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every decision at the door of the draw, newest first."""
    form = LogFilterForm(request.GET or None, sites=queries.sites_of_the_trial())
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    found = queries.narrowed(queries.log(actor_of(request)), codes)
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "page": shown,
        "log": presenters.log_table(shown),
        "filter_form": form,
        "selected": presenters.selected_filters(form.chosen, reverse("allocation:log")),
        "query": "&".join(f"{name}={code}" for name, code in codes.items()),
    }
    return render(request, "allocation/log.html", context)


@page("allocation.view")
@require_safe
def ratios(request: HttpRequest) -> HttpResponse:
    """Every ratio that was set."""
    periods = DesignPeriod.objects.visible_to(actor_of(request)).select_related(
        "site", "recorded_by"
    )
    seen(request, periods)
    table = presenters.periods_table(periods.order_by("site__name", "-starts_on"))
    return render(request, "allocation/ratios.html", {"periods": table})


@page("allocation.set_ratio")
def set_ratio(request: HttpRequest) -> HttpResponse:
    """Set the ratio of a site from a day on."""
    form = RatioForm(request.POST or None, sites=queries.sites_of_the_trial(), today=today())
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request)
        about = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        try:
            once(
                lambda: actions.set_ratio(**about, by=actor, now=now()),
                key=form.cleaned_data["key"],
                form="allocation.set_ratio",
                by=actor,
                now=now(),
            )
        except AlreadySubmitted:
            return redirect("allocation:ratios")
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The ratio is set."))
            return redirect("allocation:ratios")
    context = {"form": form, "back": reverse("allocation:ratios")}
    return render(request, "allocation/set_ratio.html", context)
