"""What becomes of an allocation: a withdrawal or a loss. Nobody's arm changes."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page
from drive.web.allocation import actions
from drive.web.allocation.forms import LossForm, WithdrawForm
from drive.web.allocation.models import Allocation
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm
from drive.web.recording.views import Place, carried_out


@page("allocation.withdraw")
def withdraw(request: HttpRequest, pk: str) -> HttpResponse:
    """Record that somebody should not have been drawn."""
    allocation: Allocation = find(request, Allocation, pk=pk)
    form = WithdrawForm(request.POST or None)

    def act() -> Model:
        about = {name: form.cleaned_data[name] for name in ("reason", "explanation")}
        return actions.withdraw(allocation=allocation, **about, by=actor_of(request), now=now())

    if (
        request.method == "POST"
        and form.is_valid()
        and _done(request, form, act, Place("allocation.withdraw", allocation.pk))
    ):
        messages.success(request, _("The withdrawal is recorded. The arm stands as drawn."))
        return redirect("allocation:log")
    context = {"form": form, "allocation": allocation, "back": reverse("allocation:log")}
    return render(request, "allocation/withdraw.html", context)


@page("allocation.record_loss")
def loss(request: HttpRequest, pk: str) -> HttpResponse:
    """Record that somebody can no longer be followed up."""
    allocation: Allocation = find(request, Allocation, pk=pk)
    form = LossForm(request.POST or None, today=today())

    def act() -> Model:
        about = {name: form.cleaned_data[name] for name in ("reason", "lost_on", "explanation")}
        return actions.record_loss(allocation=allocation, **about, by=actor_of(request), now=now())

    if (
        request.method == "POST"
        and form.is_valid()
        and _done(request, form, act, Place("allocation.loss", allocation.pk))
    ):
        messages.success(request, _("The loss is recorded. The arm stands as drawn."))
        return redirect("allocation:log")
    context = {"form": form, "allocation": allocation, "back": reverse("allocation:log")}
    return render(request, "allocation/loss.html", context)


def _done(request: HttpRequest, form: DriveForm, act: Callable[[], Model], place: Place) -> bool:
    return carried_out(form, act, place=place, by=actor_of(request), now=now())
