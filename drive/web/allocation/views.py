"""The allocator's pages: what waits, the draw, the ratios and the log."""

from collections.abc import Sequence
from datetime import datetime

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
from drive.web.allocation.forms import DrawForm, LogFilterForm, RatioForm
from drive.web.allocation.models import DesignPeriod
from drive.web.allocation.rules import Door, decide
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
    """Every site with the hearings that wait for a decision."""
    table = presenters.sites_table(queries.sites_today(today()))
    return render(request, "allocation/index.html", {"sites": table})


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
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            excluded = len(drawn.decisions) - len(drawn.allocations)
            messages.success(request, presenters.drawn_in_words(drawn.allocations, excluded))
            return redirect(_log_of(site))
    waiting = queries.next_to_decide(site)
    if waiting and not form.is_bound:
        form.initial["recorded_until"] = max(each.recorded_at for each in waiting).isoformat()
    shown = MaracHearing.objects.visible_to(actor_of(request)).filter(
        pk__in=[each.pk for each in waiting]
    )
    seen(request, shown)
    doors = _doors(site, waiting)
    names = {each.pk for each in shown}
    hearings = {each.pk: each for each in waiting}
    context = {
        "form": form,
        "site": site,
        "drawn": presenters.doors_table(doors, hearings, names, drawn=True),
        "excluded": presenters.doors_table(doors, hearings, names, drawn=False),
        "more": max(queries.undecided(site).count() - len(waiting), 0),
        "back": reverse("allocation:index"),
    }
    return render(request, "allocation/draw.html", context)


def _site(code: str) -> Site:
    for site in queries.sites_of_the_trial():
        if site.code == code:
            return site
    raise Http404("not found")


def _log_of(site: Site) -> str:
    return f"{reverse('allocation:log')}?site={site.code}"


def _doors(site: Site, waiting: Sequence[MaracHearing]) -> list[Door]:
    periods = queries.periods_of(site)
    if not periods:
        return []
    plain = queries.as_waiting(waiting)
    return decide(
        plain,
        arms=queries.arms_of(each.person for each in plain),
        trial_began_on=periods[0].starts_on,
        today=today(),
    )


def _draw_once(request: HttpRequest, site: Site, form: DrawForm) -> Drawn:
    results: list[Drawn] = []
    actor, moment = actor_of(request), now()

    def act() -> Site:
        until: datetime = form.cleaned_data["recorded_until"]
        results.append(
            actions.draw(site=site, recorded_until=until, by=actor, now=moment, today=today())
        )
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
