"""Planning a contact, and cancelling it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import find, page
from drive.web.casework import actions
from drive.web.casework.forms import PlanForm
from drive.web.casework.models import DriveCase, PlannedContact
from drive.web.casework.presenters.strategies import planned_in_words
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.strategies import TAB, back_to
from drive.web.core.clock import today
from drive.web.design_system.forms import KeyForm
from drive.web.design_system.presenters import summary_row
from drive.web.offices.queries import offices_of
from drive.web.recording.views import Place


@page("casework.plan_contact")
def plan_contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Plan a contact on the agreed strategy; a shared office is taken for the time."""
    case = find(request, DriveCase, pk=case_id)
    form = PlanForm(request.POST or None, today=today(), offices=offices_of(case.site))
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.plan_contact(case=case, plan=form.plan(), by=by, now=moment),
        place=Place("casework/plan", case.pk),
        words=Act(
            title=_("Plan a contact"),
            submit=_("Plan the contact"),
            done=_("Planned. The IDVA lead sees it on her page."),
            tab=TAB,
            back=back_to(case),
        ),
    )


@page("casework.plan_contact")
def cancel_plan(request: HttpRequest, case_id: UUID, plan_id: UUID) -> HttpResponse:
    """Cancel a planned contact."""
    case = find(request, DriveCase, pk=case_id)
    plan: PlannedContact = find(request, PlannedContact, pk=plan_id)
    if plan.drive_case_id != case.pk:
        raise Http404("not found")
    return act_page(
        request,
        case,
        KeyForm(request.POST or None),
        lambda by, moment: actions.cancel_plan(plan=plan, by=by, now=moment),
        place=Place("casework/cancel_plan", plan.pk),
        words=Act(
            title=_("Cancel a planned contact"),
            submit=_("Cancel the contact"),
            done=_("Cancelled."),
            tab=TAB,
            back=back_to(case),
            facts=[summary_row(_("Planned"), planned_in_words(plan))],
        ),
    )


@page("casework.read_override")
def note_override_read(request: HttpRequest, case_id: UUID, plan_id: UUID) -> HttpResponse:
    """Note that one has read of a contact that had no agreed strategy."""
    case = find(request, DriveCase, pk=case_id)
    plan: PlannedContact = find(request, PlannedContact, pk=plan_id)
    if plan.drive_case_id != case.pk:
        raise Http404("not found")
    return act_page(
        request,
        case,
        KeyForm(request.POST or None),
        lambda by, moment: actions.note_override_read(plan=plan, by=by, now=moment),
        place=Place("casework/override", plan.pk),
        words=Act(
            title=_("Contact without an agreed strategy"),
            submit=_("Note that you have read it"),
            done=_("Noted."),
            tab=TAB,
            back=back_to(case),
            facts=[
                summary_row(_("Contact"), planned_in_words(plan)),
                summary_row(_("Why it could not wait"), plan.override_reason),
            ],
        ),
    )
