"""One case: overview, timeline, people, history."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.assessments.presenters import charts, rise_lines
from drive.web.assessments.queries import next_due, rises_waiting, story_of
from drive.web.audit.models import Event
from drive.web.audit.queries import events_about
from drive.web.case_record import queries
from drive.web.case_record.presenters import overview as words
from drive.web.case_record.presenters import people as people_words
from drive.web.case_record.presenters.history import history_rows
from drive.web.case_record.presenters.tasks import task_entries
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.casework.presenters.bridge import bridge_rows
from drive.web.casework.queries import contact_states, current_assignments, reads_casework
from drive.web.core.clock import today
from drive.web.multiagency.presenters.extracts import new_words
from drive.web.multiagency.queries.extracts import new_on
from drive.web.people.models import Dyad
from drive.web.registers.presenters.holds import alert
from drive.web.registers.queries.holds import hardest_to_manage
from drive.web.tasks.queries import tasks_about

A_PAGE = 50
_MAY = (
    "casework.write_note",
    "casework.move_case",
    "case_record.prepare_closing",
    "harm.record",
)


def _frame(request: HttpRequest, case: DriveCase, tab: str) -> dict[str, Any]:
    return case_frame(case, actor_of(request), active=f"case_record:{tab}", today=today())


@page("casework.view_case")
def overview(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What needs doing next and what is known; for the Idva lead, the bridge alone."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    latest = case.state_changes.order_by("-sequence")[0]
    state = CaseState(latest.state)
    context = {
        "case": _frame(request, case, "overview"),
        "case_id": case.pk,
        "facts": words.facts(case, state=state, since=latest.happened_on),
    }
    if not reads_casework(actor):
        context["facts"] += words.bridge_facts(current_assignments(case))
        context["facts"] += bridge_rows(case, actor, today())
        context["rises"] = _rises(request, case)
        return render(request, "case_record/bridge.html", context)
    contact = contact_states([case], actor)[case.pk]
    found = queries.assessed(case, actor)
    seen(request, [each[0] for each in (found.first, found.latest) if each])
    steps = words.next_steps(
        case, state=state, due=next_due([case], actor)[case.pk], contact=contact, today=today()
    )
    context |= {
        "steps": [step for step in steps if may(actor, step["needs"])],
        "contact": words.contact_facts(contact),
        "assessed": words.assessed_facts(found),
        "gone": charts.groups(story_of(case, actor)),
        "rises": _rises(request, case),
        "unheld": _unheld(case, actor, found) if state is not CaseState.CLOSED else None,
        "to_do": task_entries(tasks_about(case.pk, actor), today()),
        "may": _may(actor, *_MAY),
        "pair_id": queries.pair_to_report_on(case),
        "closed": state is CaseState.CLOSED,
        "from_police": _from_police(case, actor),
    }
    return render(request, "case_record/overview.html", context)


def _from_police(case: DriveCase, actor: User) -> str:
    """Return how much the police sent since somebody last looked; nothing if nothing is new."""
    new = new_on(case, actor)
    return new_words(new) if new else ""


def _unheld(case: DriveCase, actor: User, found: queries.Assessed) -> dict[str, Any] | None:
    """Return the alert that nothing holds a case; whether she works with her Idva is hers."""
    needs = words.needs_found(found)
    return alert(case, hardest_to_manage(case, actor, day=today(), needs=needs))


def _rises(request: HttpRequest, case: DriveCase) -> list[dict[str, Any]]:
    """Return the rises of a case that nobody has reviewed yet: type and levels, and no more."""
    rises = list(rises_waiting(actor_of(request)).filter(drive_case=case))
    seen(request, rises)
    return rise_lines(rises, named=(), reviews=False)


def _may(actor: User, *permissions: str) -> dict[str, bool]:
    return {permission.partition(".")[2]: may(actor, permission) for permission in permissions}


@page("casework.view_record")
def people(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Who the case is about, who is behind it, and who holds it."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    pairs = list(
        Dyad.objects.visible_to(actor)
        .filter(perpetrator=case.perpetrator_id)
        .select_related("victim_survivor__person")
        .order_by("-is_primary", "recorded_at")
    )
    seen(request, pairs)
    context = {
        "case": _frame(request, case, "people"),
        "case_id": case.pk,
        "perpetrator": people_words.perpetrator_rows(case, today()),
        "pairs": people_words.pair_rows(pairs),
        "workers": people_words.worker_rows(case, may_assign=may(actor, "casework.assign")),
        "may": _may(actor, "case_record.keep_out"),
    }
    return render(request, "case_record/people.html", context)


def _told_to(actor: User, events: QuerySet[Event]) -> QuerySet[Event]:
    """Leave out what would tell the case manager that the victim-survivor is out of contact."""
    if may(actor, _OF_A_SILENCE):
        return events
    return events.exclude(action=_OF_A_SILENCE)


_OF_A_SILENCE = "information.settle_quiet"


@page("case_record.view_history")
def history(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Who did and who saw what on this case."""
    case = find(request, DriveCase, pk=case_id)
    found = _told_to(actor_of(request), events_about(case.pk))
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    actors = User.objects.get_queryset().filter(pk__in={event.actor_id for event in shown})
    context = {
        "case": _frame(request, case, "history"),
        "page": shown,
        "rows": history_rows(shown, dict(actors.values_list("pk", "name"))),
    }
    return render(request, "case_record/history.html", context)
