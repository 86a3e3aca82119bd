"""Where she may be reached: masked, shown one by one, and the same in both arms."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.policy import actor_of, find, page
from drive.web.core.clock import now, today
from drive.web.insights import presenters
from drive.web.insights.forms import ClashForm
from drive.web.insights.models import IdvaCase
from drive.web.people.actions import tell_of_clashes
from drive.web.recording.views import Place, carried_out, take_up
from drive.web.tasks.actions import settle
from drive.web.tasks.models import Task
from drive.web.vault import views as vault
from drive.web.vault.rules import SHIFT


def _desk(request: HttpRequest, case_id: UUID) -> vault.Desk:
    case = find(request, IdvaCase, pk=case_id)

    def tell(moment: datetime) -> None:
        tell_of_clashes(dyads=[case.dyad], reference=case.reference, now=moment)

    return vault.Desk(
        subject=case.dyad.victim_survivor.person_id,
        of_role=PartyRole.VICTIM_SURVIVOR,
        space="insights",
        record=case.pk,
        frame=presenters.frame(case, today(), tab="contact_details"),
        tell=tell,
    )


@page("insights.view_contact_details")
def contact_details(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What is kept of her, masked, and who looked."""
    return vault.index(request, _desk(request, case_id))


@page("insights.write_contact_details")
def add(request: HttpRequest, case_id: UUID, kind: str) -> HttpResponse:
    """Add an address, a number or another detail."""
    return vault.add(request, _desk(request, case_id), kind)


@page("insights.write_contact_details")
def correct(request: HttpRequest, case_id: UUID, kind: str, row_id: UUID) -> HttpResponse:
    """Put a row right."""
    return vault.correct(request, _desk(request, case_id), kind, row_id)


@page("insights.write_contact_details")
def plan(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write how she may safely be reached."""
    return vault.plan(request, _desk(request, case_id))


@page("insights.reveal_contact_details", step_up=SHIFT)
def look(request: HttpRequest, case_id: UUID, kind: str, row_id: UUID) -> HttpResponse:
    """Ask to see one row."""
    return vault.look(request, _desk(request, case_id), kind, row_id)


@page("insights.reveal_contact_details", step_up=SHIFT)
def looked(request: HttpRequest, case_id: UUID, reveal_id: UUID) -> HttpResponse:
    """Show one row for a minute."""
    return vault.looked(request, _desk(request, case_id), reveal_id)


@page("insights.settle_clash")
def clash(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Say what came of something that is kept of both; neither is shown, nor which it is."""
    task = find(request, Task, pk=task_id, kind=TaskKind.ADDRESS_CLASH)
    by, moment = actor_of(request), now()
    form = ClashForm(request.POST or None, today=today())
    place = Place("insights/clash", task.pk)
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form,
        lambda: settle(task=task, outcome=form.cleaned_data["outcome"].label, by=by, now=moment),
        place=place,
        by=by,
        now=moment,
    ):
        messages.success(request, _("Noted."))
        return redirect("home")
    own = IdvaCase.objects.visible_to(by).filter(dyad=task.about).first()
    context = {
        "form": form,
        "draft": place,
        "reference": task.reference,
        "details": reverse("insights:contact_details", args=[own.pk]) if own else "",
        "back": reverse("home"),
    }
    return render(request, "insights/clash.html", context)
