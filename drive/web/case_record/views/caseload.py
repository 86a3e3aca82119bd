"""The caseload: scan, decide, open."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.accounts.roles import Role
from drive.web.case_record import actions
from drive.web.case_record.forms import FindForm
from drive.web.case_record.presenters import caseload as words
from drive.web.case_record.queries import keys_by_due, lines, whole
from drive.web.casework.queries import (
    cases_seen_by,
    closed_ones,
    held,
    reads_casework,
    still_open,
    waiting_allocations,
)
from drive.web.core.clock import now, today

A_PAGE = 25


@page("casework.view_cases")
def caseload(request: HttpRequest) -> HttpResponse:
    """The cases in reach, by what is due first; a search by name goes by POST."""
    actor = actor_of(request)
    if request.method == "POST":
        return _found(request, actor)
    scope, state = _chosen(request, actor)
    cases = (still_open if state == "open" else closed_ones)(cases_seen_by(actor))
    cases = held(cases, actor) if scope == "mine" else cases
    shown = Paginator(keys_by_due(cases), A_PAGE).get_page(request.GET.get("page"))
    made = lines(whole(cases, shown), actor)
    seen(request, [line.case for line in made])
    context = {
        "find": FindForm(),
        "tabs": _tabs(actor, scope, state),
        "page": shown,
        "query": f"scope={scope}&state={state}",
        "waiting": _waiting(actor),
        "may_view_loads": may(actor, "casework.view_loads"),
        **_table(actor, made, names_manager=scope == "site"),
    }
    return render(request, "case_record/caseload.html", context)


def _chosen(request: HttpRequest, actor: User) -> tuple[str, str]:
    usual = "mine" if Role.CASE_MANAGER in actor.roles else "site"
    scope = request.GET.get("scope", usual)
    state = request.GET.get("state", "open")
    return scope if scope in ("mine", "site") else usual, "closed" if state == "closed" else "open"


def _tabs(actor: User, scope: str, state: str) -> list[dict[str, Any]]:
    offered = [("mine", "open", _("Mine"))] if Role.CASE_MANAGER in actor.roles else []
    if actor.roles & {Role.SERVICE_MANAGER, Role.PRACTICE_ADVISER}:
        offered.append(("site", "open", _("Site")))
    if Role.IDVA in actor.roles:
        offered.append(("site", "open", _("Cases that you lead for as IDVA")))
    offered.append((scope, "closed", _("Closed")))
    return [
        {
            "text": text,
            "href": f"{reverse('case_record:caseload')}?scope={of}&state={at}",
            "active": state == at and (at == "closed" or scope == of),
        }
        for of, at, text in offered
    ]


def _waiting(actor: User) -> str:
    if not may(actor, "casework.open_case"):
        return ""
    count = waiting_allocations(actor).count()
    return ngettext("%s new allocation", "%s new allocations", count) % count if count else ""


def _table(actor: User, shown: list[Any], *, names_manager: bool) -> dict[str, Any]:
    columns = {"names_manager": names_manager, "shows_record": reads_casework(actor)}
    return {"rows": words.rows(shown, today(), **columns), "head": words.head(**columns)}


def _found(request: HttpRequest, actor: User) -> HttpResponse:
    form = FindForm(request.POST)
    found = []
    if form.is_valid():
        found = actions.look_up(words=form.cleaned_data["words"], by=actor, now=now())
    context = {
        "form": form,
        "searched": form.is_valid(),
        **_table(actor, lines(found, actor), names_manager=True),
    }
    return render(request, "case_record/found.html", context)
