"""New allocations, opening a case, who holds it and where it stands."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.accounts.queries import holders_of
from drive.web.allocation.models import Allocation
from drive.web.casework import actions, presenters, queries, rules
from drive.web.casework.actions.cases import ROLE_OF
from drive.web.casework.forms import AssignForm, MoveForm, OpenCaseForm, today_first
from drive.web.casework.models import Capacity, DriveCase
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, sent_before, take_up

A_PAGE = 50


@page("casework.open_case")
def allocations(request: HttpRequest) -> HttpResponse:
    """The allocations to Drive that wait for a case."""
    waiting = queries.waiting_allocations(actor_of(request))
    shown = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "rows": presenters.allocation_rows(shown)}
    return render(request, "casework/allocations.html", context)


@page("casework.open_case")
def open_case(request: HttpRequest, allocation_id: UUID) -> HttpResponse:
    """Open a case for an allocation: name its case manager and its Idva lead."""
    allocation = find(request, Allocation, pk=allocation_id)
    opened = DriveCase.objects.visible_to(actor_of(request)).filter(allocation=allocation).first()
    if opened and request.method != "POST":
        return redirect("case_record:overview", opened.pk)
    site = allocation.perpetrator.site
    managers = list(holders_of(ROLE_OF[Capacity.CASE_MANAGER], site=site))
    form = OpenCaseForm(
        request.POST or None,
        today=today(),
        initial={"opened_on": today()},
        case_managers=managers,
        idvas=holders_of(ROLE_OF[Capacity.IDVA_LEAD], site=site),
        loads=presenters.loads_in_words(managers, site, today()),
    )
    place = Place("casework/open_case", allocation.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _opened(request, allocation, form):
        case = DriveCase.objects.visible_to(actor_of(request)).get(allocation=allocation)
        messages.success(request, _("Case %(case)s is open.") % {"case": case.reference})
        return redirect("case_record:overview", case.pk)
    back = reverse("casework:allocations")
    context = {"form": form, "draft": place, "allocation": allocation, "back": back}
    return render(request, "casework/open_case.html", context)


def _opened(request: HttpRequest, allocation: Allocation, form: OpenCaseForm) -> bool:
    given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.open_case(allocation=allocation, by=by, now=moment, **given),
        place=Place("casework/open_case", allocation.pk),
        by=by,
        now=moment,
    )


@page("casework.assign")
def assign(request: HttpRequest, case_id: UUID, capacity: str) -> HttpResponse:
    """Name another case manager or Idva lead."""
    case = find(request, DriveCase, pk=case_id)
    if capacity not in list(Capacity):
        raise Http404("not found")
    held = Capacity(capacity)
    people = list(holders_of(ROLE_OF[held], site=case.site))
    counts = held is Capacity.CASE_MANAGER
    form = AssignForm(
        request.POST or None,
        today=today(),
        people=people,
        loads=presenters.loads_in_words(people, case.site, today()) if counts else {},
    )
    place = Place("casework/assign", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _assigned(request, case, held, form):
        messages.success(request, _("Saved. The case is now in other hands."))
        return redirect("case_record:people", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case_id": case.pk,
        "capacity": held,
        "current": queries.current_assignments(case).get(held),
        "case": presenters.case_frame(
            case, actor_of(request), active="case_record:people", today=today()
        ),
    }
    return render(request, "casework/assign.html", context)


def _assigned(request: HttpRequest, case: DriveCase, held: Capacity, form: AssignForm) -> bool:
    given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.assign(case=case, capacity=held, by=by, now=moment, **given),
        place=Place("casework/assign", case.pk),
        by=by,
        now=moment,
        site=case.site,
    )


@page("casework.move_case")
def move(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Take a case to its next step."""
    case = find(request, DriveCase, pk=case_id)
    actor, day = actor_of(request), today()
    steps = rules.ordinary_steps(queries.state_of(case))
    form = MoveForm(request.POST or None, today=day, steps=steps, initial=today_first(day))
    place = Place("casework/move", case.pk)
    take_up(form, place, by=actor)
    if (form.is_valid() and _moved(request, case, form)) or sent_before(form, by=actor):
        messages.success(request, _("Saved where the case stands."))
        return redirect("case_record:overview", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case_id": case.pk,
        "steps": steps,
        "case": presenters.case_frame(case, actor, active="case_record:overview", today=day),
    }
    if not steps:
        # There is no step left, so the page has no form to which an error could lead.
        del context["form"]
    return render(request, "casework/move.html", context)


def _moved(request: HttpRequest, case: DriveCase, form: MoveForm) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.move_to(
            case=case,
            state=form.cleaned_data["state"],
            happened_on=form.cleaned_data["happened_on"],
            by=by,
            now=moment,
        ),
        place=Place("casework/move", case.pk),
        by=by,
        now=moment,
    )
