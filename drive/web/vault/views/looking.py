"""Looking at one row: why, and then for a minute."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from drive.vocabulary.vault import ContactDetail
from drive.web.accounts.policy import actor_of, find, seen
from drive.web.core.clock import now, today
from drive.web.recording.queries import made_from
from drive.web.recording.views import carried_out, take_up
from drive.web.vault import actions, presenters, queries
from drive.web.vault.forms import LookForm
from drive.web.vault.models import Reveal
from drive.web.vault.views.desk import INDEX, Desk, row_in_reach


def look(request: HttpRequest, desk: Desk, kind: str, row_id: UUID) -> HttpResponse:
    """Ask why, note it, and lead to what is shown."""
    of_kind = ContactDetail(kind) if kind in ContactDetail.__members__.values() else None
    if of_kind is None:
        raise Http404("not found")
    row = row_in_reach(request, desk, of_kind, row_id)
    form = LookForm(request.POST or None, today=today())
    by, moment = actor_of(request), now()

    def act() -> Model:
        reason = form.cleaned_data["reason"]
        return actions.reveal(row=row, kind=of_kind, reason=reason, by=by, now=moment)

    place = desk.place(f"look_{kind}", row.pk)
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(form, act, place=place, by=by, now=moment):
        made = made_from(form.cleaned_data["key"], user=by)
        return redirect(desk.page("looked_at_contact_detail", made) if made else desk.page(INDEX))
    context = {
        "case": desk.frame,
        "form": form,
        "draft": place,
        "title": _("Show a contact detail"),
        "lead": _(_WHAT_LOOKING_MEANS),
        "submit": _("Show it for one minute"),
        "back": desk.page(INDEX),
    }
    return render(request, "vault/form.html", context)


_WHAT_LOOKING_MEANS = gettext_noop(
    "It is shown for one minute, then the page goes back by itself. That you looked, when and "
    "why, stands with the contact details."
)


def looked(request: HttpRequest, desk: Desk, reveal_id: UUID) -> HttpResponse:
    """Show what somebody asked to see, until the minute is over."""
    actor, moment = actor_of(request), now()
    reveal = find(request, Reveal, pk=reveal_id, recorded_by=actor.pk, subject=desk.subject)
    texts = queries.opened(reveal, by=actor, now=moment)
    if not texts:
        return redirect(desk.page(INDEX))
    seen(request, [], fields=f"shown: {reveal.kind}")
    context = {
        "case": desk.frame,
        "rows": presenters.shown_rows(texts),
        "back": desk.page(INDEX),
    }
    answer = render(request, "vault/shown.html", context)
    left = max(1, int((reveal.until - moment).total_seconds()))
    answer["Refresh"] = f"{left}; url={desk.page(INDEX)}"
    return answer
