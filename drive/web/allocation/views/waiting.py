"""What waits for a draw, and the page on which somebody checks a batch and locks it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.allocation import actions, queries
from drive.web.allocation.actions import Asked, Locked
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.allocation.forms import LockForm, WhichForm
from drive.web.allocation.models import DesignPeriod, Trial
from drive.web.allocation.presenters import waiting as words
from drive.web.allocation.presenters.batches import settled_table
from drive.web.allocation.queries import Line
from drive.web.allocation.rules import Door, Waiting, holding, period_in_force, units_of
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.organisations.models import Site
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.referrals.models import MaracHearing


@page("allocation.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every site with the hearings that wait, the batches that are locked, and who is held."""
    sites = queries.sites_today(today())
    batches = [batch for site in sites for batch in site.batches]
    settled = queries.settled_batches(actor_of(request))
    seen(request, [*batches, *settled])
    context = {
        "sites": words.sites_table(sites, today()),
        "runs": Trial.objects.visible_to(actor_of(request)).filter(closed_at=None).exists(),
        "batches": words.batches_table(batches, actor_of(request)),
        "settled": settled_table(settled),
        "held": _held(request, [each for site in sites for each in site.line.held]),
    }
    return render(request, "allocation/index.html", context)


@page("allocation.draw")
def lock(request: HttpRequest, code: str) -> HttpResponse:
    """Show who may be drawn and who not, with the reason; then lock them together."""
    site = _site(code)
    line = queries.line_of(site, today=today())
    which = {name: _key(request.GET.get(name)) for name in ("meeting", "hearing")}
    chosen = line.next(**which)
    period = _period(site, chosen)
    by_places = period is not None and period.method == AllocationMethod.LOTTERY
    form = LockForm(request.POST or None, with_places=by_places)
    if request.method == "POST" and form.is_valid():
        try:
            locked = _lock_once(request, site, form, which)
        except AlreadySubmitted as done:
            return _after(site, done.result_id)
        except WaitingChanged as refusal:
            messages.error(request, refusal.message)
            return redirect(request.get_full_path())
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, words.locked_in_words(locked))
            return _after(site, locked.batch.pk if locked.batch else None)
    context = {
        "form": form,
        "site": site,
        "period": words.design_in_words(period),
        "which": _which(request, line),
        "held": _held(request, line.held),
        "more": len(line.ready) - len(chosen),
        "back": reverse("allocation:index"),
    }
    context |= _to_be_locked(request, form, chosen, queries.doors_of(site, chosen, today=today()))
    return render(request, "allocation/lock.html", context)


def _after(site: Site, batch: UUID | None) -> HttpResponseRedirect:
    # Where nobody could be drawn, the site stands for what was done.
    if batch is None or batch == site.pk:
        return redirect(f"{reverse('allocation:log')}?site={site.code}")
    return redirect("allocation:batch", batch)


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Http404("not found") from None


def _period(site: Site, chosen: Sequence[Waiting]) -> DesignPeriod | None:
    periods = {period.starts_on: period for period in queries.periods_of(site)}
    if not periods or not chosen:
        return None
    return periods[period_in_force(periods, chosen[0].heard_on) or min(periods)]


def _which(request: HttpRequest, line: Line) -> WhichForm:
    return WhichForm(request.GET or None, meetings=words.meetings_offered(line))


def _to_be_locked(
    request: HttpRequest, form: LockForm, chosen: Sequence[Waiting], doors: Sequence[Door]
) -> dict[str, Any]:
    """Return what the page shows of the batch, and note on the form what it shows."""
    hearings = queries.hearings_of(chosen)
    if hearings and not form.is_bound:
        until = max(each.recorded_at for each in hearings.values())
        form.initial.update(recorded_until=until.isoformat(), mark=queries.mark_of(chosen))
    names = _shown(request, hearings)
    return {
        "units": len(units_of(doors)),
        "drawn": words.units_table(units_of(doors), hearings, names),
        "excluded": words.excluded_table(doors, hearings, names),
        "later": words.later_table(doors, hearings, names),
    }


def _held(request: HttpRequest, held: Sequence[Waiting]) -> dict[str, Any]:
    """Return what a page says of those whom a question holds, the longest first."""
    in_order = sorted(held, key=lambda each: str(each.held_since))[: queries.MOST_AT_ONCE]
    hearings = queries.hearings_of(in_order)
    names = _shown(request, hearings)
    return {
        "count": len(held),
        "table": words.held_table(in_order, hearings, names, today()),
        "words": words.holding_in_words(holding(held, today())),
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


def _lock_once(
    request: HttpRequest, site: Site, form: LockForm, which: Mapping[str, UUID | None]
) -> Locked:
    results: list[Locked] = []
    actor, moment = actor_of(request), now()
    sent = {name: form.cleaned_data.get(name) for name in ("recorded_until", "mark", "places")}
    asked = Asked(**sent, meeting=which["meeting"], hearing=which["hearing"])

    def act() -> Any:
        locked = actions.lock(site=site, asked=asked, by=actor, now=moment, today=today())
        results.append(locked)
        return locked.batch or site

    once(act, key=form.cleaned_data["key"], form="allocation.lock", by=actor, now=moment)
    return results[0]
