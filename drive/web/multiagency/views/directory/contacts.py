"""Contacts, and the rungs of the ladder."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.vocabulary.directory import ContactRole
from drive.web.accounts.models import User
from drive.web.accounts.policy import page
from drive.web.core.clock import today
from drive.web.design_system.presenters import label
from drive.web.multiagency.actions import directory as actions
from drive.web.multiagency.actions.directory.contacts import values_of_contact
from drive.web.multiagency.actions.directory.ladder import NewRung, values_of_rung
from drive.web.multiagency.forms.directory import ContactForm, EndContactForm, RungForm
from drive.web.multiagency.queries.directory.agencies import contacts_on, teams_on
from drive.web.multiagency.views.directory.parts import Act, act_page, page_of, to_keep
from drive.web.organisations.models import Agency, AgencyContact, Rung
from drive.web.organisations.queries import latest_row, latest_rung
from drive.web.organisations.rules import USUAL_WAIT
from drive.web.recording.views import Place


@page("multiagency.keep_directory")
def add(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Add a contact to an agency."""
    agency = to_keep(request, Agency, agency_id)
    form = ContactForm(
        request.POST or None,
        today=today(),
        teams=teams_on(agency, today()),
        initial={"starts_on": today()},
    )

    def act(by: User, moment: datetime) -> AgencyContact:
        return actions.add_contact(agency=agency, new=form.new(), by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/add_contact", agency.pk),
        words=Act(
            title=_("Add a contact"),
            submit=_("Add the contact"),
            done=_("The contact is in the directory."),
            back=page_of(agency),
            about=agency.name,
        ),
    )


@page("multiagency.keep_directory")
def change(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Change how a contact is reached, or what they are, from a day on."""
    contact = to_keep(request, AgencyContact, contact_id)
    latest = latest_row(contact)
    stands = {**values_of_contact(latest), "seen": latest.pk}
    form = ContactForm(
        request.POST or None,
        today=today(),
        teams=teams_on(latest.agency, today()),
        initial=stands | {"starts_on": _from_now(latest.starts_on)},
    )

    def act(by: User, moment: datetime) -> AgencyContact:
        return actions.change_contact(
            contact=contact, new=form.new(), seen=form.cleaned_data["seen"], by=by, now=moment
        )

    return act_page(
        request,
        form,
        act,
        place=Place("directory/change_contact", contact.pk),
        words=Act(
            title=_("Change a contact"),
            submit=_("Save"),
            done=_("Saved. Until the day before, what stood there holds."),
            back=page_of(latest.agency),
            about=f"{latest.name}, {latest.agency.name}",
        ),
    )


def _from_now(starts_on: date) -> date:
    return max(starts_on, today())


@page("multiagency.keep_directory")
def end(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Say which day is somebody's last."""
    contact = to_keep(request, AgencyContact, contact_id)
    latest = latest_row(contact)
    form = EndContactForm(request.POST or None, today=today(), initial={"ends_on": latest.ends_on})

    def act(by: User, moment: datetime) -> AgencyContact:
        return actions.end_contact(
            contact=contact, ends_on=form.cleaned_data["ends_on"], by=by, now=moment
        )

    return act_page(
        request,
        form,
        act,
        place=Place("directory/end_contact", contact.pk),
        words=Act(
            title=_("A contact leaves"),
            submit=_("Save"),
            done=_("Saved. After that day whoever is there then is asked."),
            back=page_of(latest.agency),
            about=f"{latest.name}, {latest.agency.name}",
        ),
    )


@page("multiagency.keep_directory")
def rung(request: HttpRequest, agency_id: UUID, role: str) -> HttpResponse:
    """Settle who is asked at a rung of the ladder, and how long one waits there."""
    agency = to_keep(request, Agency, agency_id)
    if role not in list(ContactRole):
        raise Http404("no such rung")
    at = ContactRole(role)
    latest = latest_rung(agency, at)
    stands = {**values_of_rung(latest), "seen": latest.pk} if latest else {}
    form = RungForm(
        request.POST or None,
        contacts=contacts_on(agency, today()),
        initial={"wait_days": USUAL_WAIT, **stands},
    )

    def act(by: User, moment: datetime) -> Rung:
        given = form.cleaned_data
        new = NewRung(role=at, contact=given["contact"], wait_days=given["wait_days"])
        return actions.set_rung(agency=agency, new=new, seen=given["seen"], by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place(f"directory/rung/{at}", agency.pk),
        words=Act(
            title=_("A rung of the ladder"),
            submit=_("Save"),
            done=_("Saved."),
            back=page_of(agency),
            about=f"{label(at)}, {agency.name}",
        ),
    )
