"""Reading: every register of a case, one of them, one entry, and the two pages made of several."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework.models import DriveCase
from drive.web.casework.views.frames import documents_beside
from drive.web.core.clock import today
from drive.web.registers.presenters import account as account_words
from drive.web.registers.presenters import children as children_words
from drive.web.registers.presenters import entries as words
from drive.web.registers.presenters import now as now_words
from drive.web.registers.presenters import paper as paper_words
from drive.web.registers.queries import account as account_queries
from drive.web.registers.queries import entries as queries
from drive.web.registers.queries.children import children_now
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.every import REGISTERS
from drive.web.registers.views.pages import entry_of, frame, register_at
from drive.web.tasks.queries import tasks_about

A_PAGE = 50


@page("registers.view")
def index(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every register of a case: what stands now, and what is to be done about it."""
    case = find(request, DriveCase, pk=case_id)
    actor, day = actor_of(request), today()
    kept = {slug: queries.newest(each, case, actor) for slug, each in REGISTERS.items()}
    children = children_now(case, actor)
    tasks = list(tasks_about(case.pk, actor))
    seen(request, [row for rows in kept.values() for row in rows[: words.SHOWN]])
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "now": now_words.now_rows(kept, today=day),
        "tasks": now_words.task_rows(
            case, tasks, today=day, may_settle=may(actor, "registers.write")
        ),
        "children": children_words.status_rows(children),
        "groups": words.groups(case, kept, day),
    }
    return render(request, "registers/index.html", context)


@page("registers.view")
def entries(request: HttpRequest, case_id: UUID, register: str) -> HttpResponse:
    """One register of a case, the newest entry first."""
    shelf = register_at(register)
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    found = queries.standing(shelf, case, actor)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "register": shelf,
        "page": shown,
        "head": words.head(shelf),
        "rows": words.rows(shelf, opened(shelf, shown, actor)),
        "may_write": may(actor, shelf.permission),
    }
    return render(request, "registers/list.html", context)


@page("registers.view")
def entry(request: HttpRequest, case_id: UUID, register: str, entry_id: UUID) -> HttpResponse:
    """One entry as it stands, and who wrote it before."""
    shelf = register_at(register)
    case = find(request, DriveCase, pk=case_id)
    asked = entry_of(request, shelf, case, entry_id)
    actor = actor_of(request)
    rows = list(queries.history_of(shelf, asked, actor))
    seen(request, rows)
    latest, *earlier = opened(shelf, rows, actor)
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "register": shelf,
        "row": latest.row,
        "facts": words.facts(shelf, latest),
        "sealed": latest.victim_side,
        "versions": words.versions(shelf, rows),
        "earlier": words.earlier(shelf, earlier),
        "may_write": may(actor, shelf.permission) and not latest.row.taken_back,
    }
    return render(request, "registers/entry.html", context)


@page("registers.view")
def account(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What the service user says, beside what is known."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    found = account_queries.accounts(case, actor)
    seen(request, [each.row for one in found for each in (one.incident, *one.said)])
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "first_admission": account_words.first_admission(found),
        "rows": account_words.rows(found, today=today()),
        "may_write": may(actor, "registers.write"),
        "documents": documents_beside(request, case),
    }
    return render(request, "registers/account.html", context)


@page("registers.view")
def prison_form(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A blank form for a prison visit, to be printed: devices are not let in."""
    case = find(request, DriveCase, pk=case_id)
    context = {"reference": case.reference, "case_id": case.pk, "parts": paper_words.parts()}
    return render(request, "registers/prison_form.html", context)
