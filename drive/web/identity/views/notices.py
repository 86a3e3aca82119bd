"""The notice that somebody is known at another site."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.core.clock import now, today
from drive.web.design_system.forms import KeyForm
from drive.web.identity import actions
from drive.web.identity.presenters import notices as words
from drive.web.identity.queries.notices import told
from drive.web.people.models import Person
from drive.web.recording.views import Place, carried_out


@page("identity.read_notice")
def notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Show what the site is told, and note that somebody has read it."""
    actor = actor_of(request)
    found = told(actor).filter(pk=notice_id).first()
    if found is None:
        request.refusal = "KnownElsewhere is not in reach"  # type: ignore[attr-defined]
        raise Http404("not found")
    form = KeyForm(request.POST or None)
    moment = now()
    if form.is_valid() and carried_out(
        form,
        lambda: actions.acknowledge(notice=found, by=actor, now=moment),
        place=Place("identity.acknowledge", found.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("Noted that the notice was read."))
        return redirect("home")
    person = _person_in_reach(request, found.person_id)
    seen(request, [found])
    context = {
        "form": form,
        "notice": found,
        "words": words.known_elsewhere(found),
        "to_do": words.what_to_do(found),
        "person": person,
        "today": today(),
    }
    return render(request, "identity/notice.html", context)


def _person_in_reach(request: HttpRequest, person_id: UUID) -> Person | None:
    actor = actor_of(request)
    if not may(actor, "identity.view_person"):
        return None
    person = Person.objects.visible_to(actor).filter(pk=person_id).first()
    if person:
        seen(request, [person])
    return person
