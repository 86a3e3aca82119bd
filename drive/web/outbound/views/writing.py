"""Writing to somebody about a case, and its ledger: the pages of a case call these."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, seen
from drive.web.core.clock import now, today
from drive.web.outbound import actions
from drive.web.outbound.forms import WriteForm
from drive.web.outbound.models import Outgoing
from drive.web.outbound.presenters import outgoing as words
from drive.web.outbound.presenters.leaks import leaks_table
from drive.web.outbound.queries.again import before
from drive.web.outbound.queries.case import Case
from drive.web.outbound.queries.checking import checked
from drive.web.outbound.queries.leaks import leaks_about
from drive.web.outbound.queries.offered import offered
from drive.web.outbound.queries.outgoing import ledger_of, outgoing_about
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50


def write_page(request: HttpRequest, case: Case, *, back: str) -> HttpResponse:
    """Show the form, and keep what was written once; then its page shows what the gate says."""
    by, moment = actor_of(request), now()
    place = Place("outbound/write", case.key)
    chosen_from = offered(case, by, today())
    seen(request, chosen_from.facts)
    form = WriteForm(request.POST or None, today=today(), offered=chosen_from)
    draft = take_up(form, place, by=by)
    anew = before(request.GET.get("from", ""), case, chosen_from, by)
    if anew and not draft:
        form.initial = {**form.initial, **anew.values}
        seen(request, [anew.row])
    made: list[Outgoing] = []

    def act() -> Outgoing:
        said = {name: value for name, value in form.cleaned_data.items() if name in _FIELDS}
        made.append(actions.write(case=case, written=actions.Written(**said), by=by, now=moment))
        return made[0]

    if form.is_valid() and carried_out(form, act, place=place, by=by, now=moment, site=case.site):
        messages.success(request, _("It is written. Nothing has left yet."))
        if made:
            return redirect("outbound:outgoing", made[0].pk)
        return redirect("outbound:index")
    context = {
        "form": form,
        "draft": place,
        "back": back,
        "reference": case.reference,
        "anew": anew,
        "stopped_for": words.stopped_for(checked(anew.row).checks) if anew else [],
        "begun": draft is not None,
    }
    return render(request, "outbound/write.html", context)


_FIELDS = frozenset(actions.Written.__dataclass_fields__)


def ledger_page(
    request: HttpRequest, case: Case, *, back: str, write: str, leak: str
) -> HttpResponse:
    """Show what left about a case, and what is written to leave."""
    actor = actor_of(request)
    left = Paginator(ledger_of(case.key), A_PAGE).get_page(request.GET.get("page"))
    written = list(outgoing_about(case.key, actor)[:A_PAGE])
    leaked = list(leaks_about(case.key, actor)[:A_PAGE])
    seen(request, [*left.object_list, *written, *leaked])
    context = {
        "back": back,
        "write": write,
        "page": left,
        "reference": case.reference,
        "written": words.outgoing_table(written, now(), _("Written about this case")),
        "left": words.ledger_table(left.object_list),
        "leak": leak,
        "leaked": leaks_table(leaked),
    }
    return render(request, "outbound/ledger.html", context)
