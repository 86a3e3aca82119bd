"""The trial with its commitment, and the designs of the sites."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.allocation import actions, queries
from drive.web.allocation.actions import Chosen
from drive.web.allocation.forms import DesignForm
from drive.web.allocation.models import DesignPeriod, Trial
from drive.web.allocation.presenters import design as words
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm, KeyForm
from drive.web.recording.views import Place, carried_out


@page("allocation.view")
@require_safe
def designs(request: HttpRequest) -> HttpResponse:
    """Show the trial, the design of each period, and how well a draw could be foreseen."""
    actor = actor_of(request)
    periods = DesignPeriod.objects.visible_to(actor).select_related("site", "recorded_by")
    trials = Trial.objects.visible_to(actor).select_related("recorded_by", "closed_by")
    seen(request, periods)
    context = {
        "trials": words.trials_summary(trials),
        "runs": any(trial.closed_at is None for trial in trials),
        "periods": words.periods_table(periods.order_by("site__name", "-starts_on")),
        "predictability": words.predictability_table(queries.predictability_of(periods)),
        "historic": words.historic_in_words(queries.historic_arms()),
    }
    return render(request, "allocation/designs.html", context)


@page("allocation.set_design")
def set_design(request: HttpRequest) -> HttpResponse:
    """Set the design of a site from a day on."""
    sites = queries.sites_of_the_trial()
    offered = {name: request.GET[name] for name in _OFFERED if name in request.GET}
    form = DesignForm(request.POST or None, sites=sites, today=today(), initial=offered)

    def act() -> DesignPeriod:
        data = form.cleaned_data
        return actions.set_design(
            site=data["site"],
            starts_on=data["starts_on"],
            chosen=_chosen(data),
            by=actor_of(request),
            now=now(),
        )

    if request.method == "POST" and form.is_valid() and _done(request, form, act, "set_design"):
        messages.success(request, _("The design is set."))
        return redirect("allocation:designs")
    context = {"form": form, "back": reverse("allocation:designs")}
    return render(request, "allocation/set_design.html", context)


_OFFERED = ("site", "drive_share", "control_share")


def _chosen(data: dict[str, Any]) -> Chosen:
    method = AllocationMethod(data["method"])
    if method is not AllocationMethod.PERMUTED_BLOCKS:
        return Chosen(method=method)
    ratio = data["drive_share"] or 0, data["control_share"] or 0
    return Chosen(method=method, ratio=ratio, block_multiples=data["block_multiples"])


@page("allocation.activate", step_up=True)
def activate(request: HttpRequest) -> HttpResponse:
    """Begin a trial: its seed is made, sealed and committed to."""
    return _pressed(request, actions.activate, "activate", _("The trial is activated."))


@page("allocation.close", step_up=True)
def close(request: HttpRequest) -> HttpResponse:
    """End the trial and reveal its seed."""
    return _pressed(
        request, actions.close, "close", _("The trial is closed and its seed revealed.")
    )


def _pressed(request: HttpRequest, action: Any, verb: str, said: str) -> HttpResponse:
    form: DriveForm = KeyForm(request.POST or None)

    def act() -> Trial:
        trial: Trial = action(by=actor_of(request), now=now())
        return trial

    if request.method == "POST" and form.is_valid() and _done(request, form, act, verb):
        messages.success(request, said)
        return redirect("allocation:designs")
    context = {"form": form, "back": reverse("allocation:designs")}
    return render(request, f"allocation/{verb}.html", context)


def _done(request: HttpRequest, form: DriveForm, act: Callable[[], Model], verb: str) -> bool:
    actor = actor_of(request)
    place = Place(f"allocation.{verb}", actor.pk)
    return carried_out(form, act, place=place, by=actor, now=now())
