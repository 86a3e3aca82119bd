"""The requests of a case, one of them with its story, and who has not answered at the site."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.vocabulary.casework import CaseState
from drive.vocabulary.requests import RequestDue, RequestState, RequestStepKind
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import state_of
from drive.web.core.clock import today
from drive.web.multiagency.forms.requests import AgainForm
from drive.web.multiagency.models import Request
from drive.web.multiagency.presenters.requests import listing, one
from drive.web.multiagency.queries import requests as queries
from drive.web.multiagency.queries.extracts import new_on
from drive.web.multiagency.queries.sources import next_sources
from drive.web.multiagency.queries.standing import Books, Opened, all_opened
from drive.web.multiagency.queries.whom import (
    answer_by,
    asking,
    who_is_above,
    who_is_asked_now,
)
from drive.web.multiagency.rules.states import may_follow
from drive.web.multiagency.rules.texts import to_chase, to_escalate
from drive.web.multiagency.views.requests.frames import around, found_request
from drive.web.multiagency.views.requests.special import of_its_kind

A_PAGE = 50
_MAY_ASK = "multiagency.ask"


@page("multiagency.view_requests")
@require_safe
def requests(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every request of a case, and what is due on them now."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    rows = queries.requests_on(case, actor)
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    is_open = state_of(case) is not CaseState.CLOSED
    chosen = Request.objects.filter(pk__in=[row.pk for row in shown]).order_by("-number")
    found = all_opened(chosen, Books(today()), is_open=is_open)
    seen(request, [each.request for each in found])
    context = {
        **around(request, case),
        "page": shown,
        "due": listing.due_now(found),
        "table": listing.case_table(found) if found else None,
        "may_ask": is_open and may(actor, _MAY_ASK),
        "kinds": listing.other_kinds(case),
        "from_police": new_on(case, actor),
        "may_read_extracts": may(actor, "multiagency.view_extracts"),
    }
    return render(request, "multiagency/requests/index.html", context)


@page("multiagency.view_requests")
@require_safe
def one_request(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request: what is due now, what it says, and its story."""
    found, actor = found_request(request, request_id), actor_of(request)
    row = found.request
    facts = {
        step.pk: queries.facts_of(step, actor) for step in found.steps if step.kind in _ANSWERS
    }
    words = {step.pk: queries.words_of(step) for step in found.steps if step.sealed_text}
    seen(request, [*found.steps, *(each for rows in facts.values() for each in rows)])
    asks = may(actor, _MAY_ASK)
    special = of_its_kind(found, actor)
    seen(request, special.seen)
    context = {
        **around(request, row.drive_case),
        "row": row,
        "alert": one.due_alert(found),
        "rows": [*one.said_rows(found), *special.rows],
        "refer_again": special.refers_again and asks,
        "text": queries.text_of(row),
        "story": one.story(found, words, facts),
        "offers": _offers(found) if asks else {},
        "next": _next_steps(found) if asks else {},
    }
    return render(request, "multiagency/requests/request.html", context)


_ANSWERS = frozenset(
    {
        RequestStepKind.ANSWERED_IN_PART,
        RequestStepKind.ANSWERED,
        RequestStepKind.AGREED,
        RequestStepKind.DONE,
        RequestStepKind.REFUSED,
        RequestStepKind.CAME_LATE,
    }
)


def _offers(found: Opened) -> dict[str, Any]:
    """Return what can be done with a request where it stands, besides what is due now."""
    state, due = found.state, found.due().what
    waits = found.on_its_way
    hand = [step for step in waits if step.outgoing and step.outgoing.channel != "email"]
    free = not waits and not found.standing.rests
    return {
        "send": state is RequestState.DRAFT and bool(waits),
        "again": state is RequestState.DRAFT,
        "say": hand[-1].pk if hand else None,
        "answer": state is not RequestState.DRAFT,
        "chase": free and may_follow(state, RequestStepKind.CHASED) and due is not RequestDue.CHASE,
        "escalate": free
        and may_follow(state, RequestStepKind.ESCALATED)
        and found.next_rung is not None
        and due not in {RequestDue.PROPOSE},
        "contest": free and may_follow(state, RequestStepKind.CONTESTED),
        "withdraw": may_follow(state, RequestStepKind.WITHDRAWN),
    }


def _next_steps(found: Opened) -> dict[str, Any]:
    """Return what is due now, each with its words prepared and one button."""
    due = found.due().what
    state = found.state
    nothing: dict[str, Any] = {}
    if due is RequestDue.CHASE:
        reached = who_is_asked_now(found)
        if reached.higher or not reached.to.address:
            return nothing | {"chase_first": True, "reasons": reached.reasons}
        text = to_chase(asking(found, answer_by(found, found.level)), reached.to.way)
        return {
            "chase": AgainForm(initial={"text": text}, today=today()),
            "to": one.to_rows(reached, reached.to.way),
        }
    if due in {RequestDue.PROPOSE, RequestDue.TOP} or state is RequestState.REFUSED:
        return {
            "sources": one.sources_table(found, next_sources(found)),
            **(_up(found) if due is RequestDue.PROPOSE else {}),
        }
    return nothing


def _up(found: Opened) -> dict[str, Any]:
    above, up = who_is_above(found), found.next_rung
    if above is None or up is None:
        return {}
    text = to_escalate(asking(found, answer_by(found, up.rung.level)), above.to.way)
    form = AgainForm(initial={"text": text}, today=today())
    return {
        "rung": one.rung_words(found, above),
        "escalate": form if above.to.address else None,
        "to": one.to_rows(above, above.to.way),
    }


@page("multiagency.view_requests")
@require_safe
def stalled(request: HttpRequest) -> HttpResponse:
    """Who has not answered, at a glance: every request on an open case that waits."""
    actor = actor_of(request)
    waits, stuck = queries.waiting_at(actor, today()), queries.not_left(actor, today())
    seen(request, [*(each.found.request for each in waits), *(each.request for each in stuck)])
    context = {
        "sentence": listing.in_a_sentence(waits),
        "by_agency": listing.by_agency(waits) if waits else None,
        "waiting": listing.waiting_table(waits) if waits else None,
        "stuck": listing.not_left_entries(stuck),
        "may_measure": may(actor, "multiagency.view_measures"),
    }
    return render(request, "multiagency/requests/stalled.html", context)
