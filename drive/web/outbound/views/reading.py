"""Reading: what waits, one of them with what the gate says, the copy for its recipient, marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.facts import GuardOutcome, Use
from drive.vocabulary.outbound import CheckOutcome, OutgoingChannel, OutgoingState
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import now, today
from drive.web.information.presenters.guard import verdict_panel
from drive.web.information.presenters.resting import cards
from drive.web.information.queries.resting import resting_on
from drive.web.outbound.forms import MarkForm
from drive.web.outbound.models import Outgoing, OverrideAsked, Release
from drive.web.outbound.presenters import letters
from drive.web.outbound.presenters import outgoing as words
from drive.web.outbound.queries.checking import Checked, checked
from drive.web.outbound.queries.outgoing import (
    is_at_its_side,
    latest_step,
    reviews_of,
    standing,
    texts_of,
    unsettled,
    with_marks,
)
from drive.web.outbound.rules.marking import marks_in
from drive.web.outbound.rules.scanner import LIMITS

A_PAGE = 50


@page("outbound.view")
def index(request: HttpRequest) -> HttpResponse:
    """List what was written and has not left: what is held, stopped, or waits."""
    found = Paginator(unsettled(actor_of(request)), A_PAGE).get_page(request.GET.get("page"))
    seen(request, found.object_list)
    table = words.outgoing_table(found.object_list, now(), _("Written, and not left yet"))
    return render(request, "outbound/index.html", {"page": found, "table": table})


@page("outbound.view")
def outgoing(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Show the text with everything protected marked, what the gate says, and what can be done."""
    row: Outgoing = find(request, Outgoing, pk=outgoing_id)
    actor, moment, step = actor_of(request), now(), latest_step(row)
    state = standing(step, OutgoingChannel(row.channel), moment)
    found, resting = checked(row), resting_on(row.pk, Use(row.use), actor)
    reviews = reviews_of(row, actor)
    seen(request, resting.rows)
    seen(request, [review for review, _text in reviews], fields="review")
    context = {
        "row": row,
        "rows": words.rows_of(row, found, step, moment),
        "checks": words.check_rows(found.checks),
        "guard": verdict_panel(resting.verdict),
        "rests_on": cards(resting),
        "text": words.highlighted(found.texts.body, found.hits),
        "reasons": words.reasons(found.hits),
        "limits": [_(limit) for limit in LIMITS],
        "reviews": reviews,
        "waits_for_server": state is OutgoingState.QUEUED and step.state == OutgoingState.QUEUED,
        "ledger": words.ledger_of_case(row) if is_at_its_side(row, actor) else "",
        "offers": _offers(row, found, state, actor),
    }
    return render(request, "outbound/outgoing.html", context)


def _offers(row: Outgoing, found: Checked, state: OutgoingState, actor: User) -> dict[str, Any]:
    """Return what this person can do with it as it stands."""
    writes = may(actor, "outbound.write") and is_at_its_side(row, actor)
    can_send = state in (OutgoingState.WRITTEN, OutgoingState.STOPPED)
    is_stopped = can_send and found.outcome is CheckOutcome.STOPPED
    guard_stops = can_send and found.sending.guard is GuardOutcome.STOPPED
    is_asked = OverrideAsked.objects.filter(outgoing=row).exists()
    ends_here = is_stopped or state is OutgoingState.RECALLED
    return {
        "send": writes and can_send and not is_stopped,
        "send_now": writes and can_send and found.sending.waits_for_nothing,
        "write_anew": words.written_anew(row) if writes and ends_here else "",
        "call_back": writes and state not in (OutgoingState.SENT, OutgoingState.RECALLED),
        "hand_out": writes and state is OutgoingState.READY,
        "ask": writes and guard_stops and not is_asked,
        "override": guard_stops and is_asked and may(actor, "information.override"),
        "review": may(actor, "outbound.review") and state is not OutgoingState.WRITTEN,
        "show_copy": state is OutgoingState.SENT,
    }


@page("outbound.view")
def copy(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Show the copy that left, with the mark of its recipient: to print, read out or hand over."""
    row: Outgoing = find(request, Outgoing, pk=outgoing_id)
    left = latest_step(row).release
    if left is None:
        raise Http404("not found")
    context = {
        "row": row,
        "texts": texts_of(row),
        "frames": letters.frames(row),
        "mark": left.mark,
        "left_at": left.recorded_at,
        "back": reverse("outbound:outgoing", args=[row.pk]),
    }
    return render(request, "outbound/copy.html", context)


@page("outbound.view")
def marks(request: HttpRequest) -> HttpResponse:
    """Find whose copy a mark stood on, among the cases in reach."""
    actor = actor_of(request)
    form = MarkForm(request.POST or None, today=today())
    found: list[Release] | None = None
    if form.is_valid():
        abouts = Outgoing.objects.visible_to(actor).values_list("about", flat=True)
        found = with_marks(marks_in(form.cleaned_data["text"]), list(abouts))
        seen(request, found)
    table = words.ledger_table(found) if found else None
    context = {"form": form, "found": found, "table": table, "back": reverse("outbound:index")}
    return render(request, "outbound/marks.html", context)
