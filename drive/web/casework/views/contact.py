"""Contact, and the reason while there is none."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.casework import ActivityCode, AssessmentPoint, WorkMode
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework import actions, presenters, queries
from drive.web.casework.forms import ContactForm, NonContactForm, today_first
from drive.web.casework.models import DriveCase
from drive.web.casework.queries.contact import reason_history
from drive.web.casework.views.frames import frame
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50


@page("casework.view_record")
def contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every contact and attempt, and why there was none at each point."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    made, reasons = queries.contacts_with(case, actor), list(queries.reasons_on(case, actor))
    shown = Paginator(made, A_PAGE).get_page(request.GET.get("page"))
    seen(request, [*shown, *reasons])
    state = queries.contact_states([case], actor)[case.pk]
    context = {
        "case": frame(request, case, "casework:contact"),
        "case_id": case.pk,
        "page": shown,
        "state": presenters.contact_in_words(state),
        "needs_reason": state.needs_reason,
        "contacts": presenters.contact_rows(shown),
        "reasons": presenters.reason_rows(reasons),
        "history": presenters.reason_history_rows(reason_history(case, actor), today()),
        "may_write": may(actor, "casework.record_contact"),
    }
    return render(request, "casework/contact.html", context)


@page("casework.record_contact")
def record_contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record a contact or an attempt. A fact is never refused."""
    case = find(request, DriveCase, pk=case_id)
    day = today()
    form = ContactForm(request.POST or None, today=day, initial=today_first(day))
    place = Place("casework/contact", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _contacted(request, case, form):
        messages.success(request, _("Contact saved."))
        return redirect("casework:contact", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, case, "casework:contact"),
        "case_id": case.pk,
    }
    return render(request, "casework/record_contact.html", context)


def _contacted(request: HttpRequest, case: DriveCase, form: ContactForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    made = actions.NewContact(
        happened_on=given["happened_on"],
        contact_type=given["contact_type"],
        successful=given["successful"],
        planning=given["planning"],
        place=given["place"],
        others_present=given["others_present"],
        next_step=given["next_step"],
        override_reason=given["override_reason"],
    )
    code = ActivityCode.CONTACT if made.successful else ActivityCode.CONTACT_ATTEMPT
    note = actions.NewNote(
        happened_on=made.happened_on,
        channel=presenters.channel_of(made.contact_type),
        text=given["text"],
        activities=[actions.Activity(code=code, mode=WorkMode.DIRECT, intent=given["intent"])],
    )
    return carried_out(
        form,
        lambda: actions.record_contact(case=case, contact=made, note=note, by=by, now=moment),
        place=Place("casework/contact", case.pk),
        by=by,
        now=moment,
        site=case.site,
    )


@page("casework.record_non_contact")
def record_non_contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say why the service user has not been contacted."""
    case = find(request, DriveCase, pk=case_id)
    asked = request.GET.get("point", "")
    initial = {"point": asked} if asked in list(AssessmentPoint) else {}
    form = NonContactForm(request.POST or None, today=today(), initial=initial)
    place = Place("casework/non_contact", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _reasoned(request, case, form):
        messages.success(request, _("Reason saved."))
        return redirect("casework:contact", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, case, "casework:contact"),
        "case_id": case.pk,
    }
    return render(request, "casework/record_non_contact.html", context)


def _reasoned(request: HttpRequest, case: DriveCase, form: NonContactForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.record_non_contact(
            case=case,
            point=given["point"],
            reason=given["reason"],
            cause=given["cause"],
            reviewed=actions.Reviewed(since=given["since"], whose_risk=given["whose_risk"]),
            by=by,
            now=moment,
        ),
        place=Place("casework/non_contact", case.pk),
        by=by,
        now=moment,
    )
