"""Shared offices: the times that somebody took, and the offices of a site."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.design_system.forms import KeyForm
from drive.web.offices import actions, presenters, queries
from drive.web.offices.forms import AddOfficeForm, TakeForm
from drive.web.offices.models import OfficeTime
from drive.web.organisations.queries import all_sites
from drive.web.recording.views import Place, carried_out


@page("offices.keep_times")
def times(request: HttpRequest) -> HttpResponse:
    """The times that somebody took and that are still to come."""
    ahead = list(queries.times_ahead(actor_of(request), now()))
    seen(request, ahead)
    return render(request, "offices/times.html", {"rows": presenters.time_rows(ahead)})


@page("offices.keep_times")
def take(request: HttpRequest) -> HttpResponse:
    """Take an office for a time, so that no service user is asked there then."""
    actor, moment = actor_of(request), now()
    form = TakeForm(request.POST or None, today=today(), offices=queries.offices_for(actor))
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_clear(wanted=form.wanted(), by=actor, now=moment),
        place=Place("offices/take", actor.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("Taken. No service user is asked there at that time."))
        return redirect("offices:times")
    return render(request, "offices/take.html", {"form": form, "back": reverse("offices:times")})


@page("offices.keep_times")
def give_free(request: HttpRequest, time_id: UUID) -> HttpResponse:
    """Give a time free again."""
    taken = find(request, OfficeTime, pk=time_id)
    actor, moment = actor_of(request), now()
    form = KeyForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.give_free(taken=taken, by=actor, now=moment),
        place=Place("offices/give_free", taken.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("The office is free at that time."))
        return redirect("offices:times")
    context = {
        "form": form,
        "office": taken.office.name,
        "when": presenters.in_words(taken),
        "back": reverse("offices:times"),
    }
    return render(request, "offices/give_free.html", context)


@page("offices.add")
def offices(request: HttpRequest) -> HttpResponse:
    """The offices of a service manager's sites, and a form for one more."""
    actor, moment = actor_of(request), now()
    held = {holding.site_id for holding in actor.holdings if holding.site_id}
    form = AddOfficeForm(request.POST or None, today=today(), sites=all_sites().filter(pk__in=held))
    if form.is_valid() and carried_out(
        form,
        lambda: actions.add_office(
            site=form.cleaned_data["site"], name=form.cleaned_data["name"], by=actor, now=moment
        ),
        place=Place("offices/add", actor.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("Office added."))
        return redirect("offices:offices")
    context = {"form": form, "rows": presenters.office_rows(queries.offices_for(actor))}
    return render(request, "offices/offices.html", context)
