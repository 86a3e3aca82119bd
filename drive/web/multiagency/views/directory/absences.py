"""Who is away, and who covers."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import page
from drive.web.core.clock import today
from drive.web.multiagency.actions import directory as actions
from drive.web.multiagency.forms.directory import AbsenceForm
from drive.web.multiagency.queries.directory.agencies import contacts_on
from drive.web.multiagency.views.directory.parts import Act, act_page, page_of, to_keep
from drive.web.organisations.models import Absence, AgencyContact
from drive.web.organisations.queries import latest_row
from drive.web.recording.views import Place


@page("multiagency.keep_directory")
def away(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Say that somebody is away, and who covers."""
    contact = to_keep(request, AgencyContact, contact_id)
    latest = latest_row(contact)
    form = AbsenceForm(request.POST or None, today=today(), others=_others(latest))
    del form.fields["not_away"]

    def act(by: User, moment: datetime) -> Absence:
        return actions.record_absence(contact=contact, new=form.new(), by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/away", contact.pk),
        words=Act(
            title=_("Somebody is away"),
            submit=_("Save"),
            done=_("Saved. Whoever asks is led to who covers."),
            back=page_of(latest.agency),
            about=f"{latest.name}, {latest.agency.name}",
        ),
    )


@page("multiagency.keep_directory")
def change(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """Say that somebody is away on other days, is covered by somebody else, or is not away."""
    absence = to_keep(request, Absence, absence_id)
    latest = latest_row(absence.contact)
    if absence.taken_back_at and request.method != "POST":
        messages.info(request, _("This absence was changed. Here is how it stands."))
        return redirect(page_of(latest.agency))
    form = AbsenceForm(
        request.POST or None,
        today=today(),
        others=_others(latest),
        initial={
            "starts_on": absence.starts_on,
            "ends_on": absence.ends_on,
            "cover": str(latest_row(absence.cover).pk) if absence.cover else None,
        },
    )

    def act(by: User, moment: datetime) -> Absence:
        if form.cleaned_data["not_away"]:
            return actions.take_back_absence(absence=absence, by=by, now=moment)
        return actions.change_absence(absence=absence, new=form.new(), by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/change_absence", absence.pk),
        words=Act(
            title=_("Change an absence"),
            submit=_("Save"),
            done=_("Saved."),
            back=page_of(latest.agency),
            about=f"{latest.name}, {latest.agency.name}",
        ),
    )


def _others(contact: AgencyContact) -> list[AgencyContact]:
    return [each for each in contacts_on(contact.agency, today()) if each.pk != contact.pk]
