"""Leaks: recording one, what is known of it and who had it, and the review of her safety."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import now, today
from drive.web.information.models import Fact
from drive.web.information.presenters.known import statement
from drive.web.information.queries.facts import facts_about, versions_of
from drive.web.outbound import actions
from drive.web.outbound.forms import LeakForm, SafetyForm
from drive.web.outbound.models import LeakageIncident
from drive.web.outbound.presenters import leaks as words
from drive.web.outbound.presenters.outgoing import ledger_of_case
from drive.web.outbound.queries.case import Case
from drive.web.outbound.queries.leaks import reviews_of, was_asked, what_of
from drive.web.outbound.queries.outgoing import is_at_its_side, outgoing_about
from drive.web.outbound.queries.trace import trace_of
from drive.web.outbound.rules.tracing import Traced
from drive.web.recording.views import Place, carried_out, take_up


def leak_page(request: HttpRequest, case: Case, *, back: str) -> HttpResponse:
    """Show the form of a leak, and record it once. The pages of a case call this."""
    by, moment = actor_of(request), now()
    place = Place("outbound/leak", case.key)
    written = list(outgoing_about(case.key, by))
    facts = list(facts_about(case.key, by))
    seen(request, [*written, *facts])
    form = LeakForm(
        request.POST or None,
        today=today(),
        pairs=words.named_pairs(case.pairs, by),
        written=written,
        facts=facts,
    )
    take_up(form, place, by=by)

    def act() -> LeakageIncident:
        said = {name: form.cleaned_data[name] for name in _FIELDS}
        return actions.record_leak(case=case, leaked=actions.Leaked(**said), by=by, now=moment)

    if form.is_valid() and carried_out(form, act, place=place, by=by, now=moment, site=case.site):
        messages.success(request, _("It is recorded. An IDVA is asked to review her safety today."))
        return redirect(back)
    context = {"form": form, "draft": place, "back": back, "reference": case.reference}
    return render(request, "outbound/record_leak.html", context)


_FIELDS = tuple(actions.Leaked.__dataclass_fields__)


@page("outbound.view")
def leak(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Show a leak, who had what leaked, and, to her Idva, what was done about her safety."""
    incident, actor = find(request, LeakageIncident, pk=incident_id), actor_of(request)
    reviews = reviews_of(incident, actor)
    seen(request, [row for row, _text in reviews], fields="review")
    traced = _traced(incident, actor)
    context = {
        "incident": incident,
        "ledger": ledger_of_case(incident) if is_at_its_side(incident, actor) else "",
        "rows": words.leak_rows(incident, what_of(incident)),
        "reviews": reviews,
        "trace": words.trace_table(traced) if traced else None,
        "ends": words.where_it_ends(actor),
        "reviews_it": may(actor, "outbound.review_safety"),
        "was_asked": was_asked(incident, actor),
    }
    return render(request, "outbound/leak.html", context)


def _traced(incident: LeakageIncident, reader: User) -> list[Traced]:
    things = [key for key in (incident.fact_id, incident.outgoing_id) if key]
    rows = (each for key in things for each in trace_of(key, reader))
    return sorted(rows, key=lambda row: row.contact.at)


@page("outbound.trace_fact")
@require_safe
def fact_trace(request: HttpRequest, fact_id: UUID) -> HttpResponse:
    """Show who received, opened or was shown a fact, or what it can be known from."""
    fact, actor = find(request, Fact, pk=fact_id), actor_of(request)
    version = versions_of(fact, actor)[0]
    seen(request, [version])
    context = {
        "statement": statement(version),
        "trace": words.trace_table(trace_of(fact.pk, actor)),
        "ends": words.where_it_ends(actor),
        "back": reverse("information:fact", args=[fact.folder.about, fact.pk]),
    }
    return render(request, "outbound/fact_trace.html", context)


@page("outbound.review_safety")
def review_safety(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Write what was done about her safety."""
    incident: Any = find(request, LeakageIncident, pk=incident_id)
    by, moment = actor_of(request), now()
    place = Place("outbound/review_safety", incident.pk)
    form = SafetyForm(request.POST or None, today=today())
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.review_safety(
            incident=incident, text=form.cleaned_data["text"], by=by, now=moment
        ),
        place=place,
        by=by,
        now=moment,
    ):
        messages.success(request, _("It is recorded."))
        return redirect("outbound:leak", incident.pk)
    context = {
        "form": form,
        "draft": place,
        "incident": incident,
        "rows": words.leak_rows(incident, what_of(incident)),
    }
    return render(request, "outbound/review_safety.html", context)
