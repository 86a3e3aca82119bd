"""The page of an agency, its days, teams and successor, and what is good to know."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import today
from drive.web.design_system.forms import KeyForm
from drive.web.multiagency.actions import directory as actions
from drive.web.multiagency.forms.directory import (
    AgencyDaysForm,
    AgencyForm,
    EndTeamForm,
    StandingForm,
    SuccessionForm,
    TeamForm,
)
from drive.web.multiagency.presenters.directory import agencies as words
from drive.web.multiagency.queries.directory.agencies import whole_agency
from drive.web.multiagency.queries.directory.reach import KEEP, sites_in_reach
from drive.web.multiagency.views.directory.parts import (
    Act,
    act_page,
    page_of,
    site_to_keep,
    to_keep,
    to_see,
)
from drive.web.organisations.models import Agency, Standing, Succession, Team
from drive.web.organisations.queries import agencies_at
from drive.web.recording.views import Place


@page("multiagency.view_directory")
@require_safe
def agency(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Show whom to ring now, the ladder, and everything that is kept of an agency."""
    shown = to_see(request, Agency, agency_id)
    whole = whole_agency(shown, day=today())
    seen(request, [*whole.contacts, *whole.absences, *whole.standings, *whole.agreements])
    keeps = sites_in_reach(actor_of(request), KEEP).filter(pk=shown.site_id).exists()
    context = {"agency": shown, "keeps": keeps, **words.whole_page(whole, today(), keeps=keeps)}
    return render(request, "multiagency/directory/agency.html", context)


@page("multiagency.keep_directory")
def add(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Add an agency to the directory of a site."""
    site = site_to_keep(request, site_id)
    form = AgencyForm(request.POST or None, today=today())

    def act(by: User, moment: datetime) -> Agency:
        given = form.cleaned_data
        new = actions.NewAgency(
            site=site, kind=given["kind"], name=given["name"], starts_on=given["starts_on"]
        )
        return actions.add_listed_agency(new=new, by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/add_agency", site.pk),
        words=Act(
            title=_("Add an agency"),
            submit=_("Add the agency"),
            done=_("The agency is in the directory. Now add whom to ring."),
            back=reverse("multiagency:directory"),
            about=site.name,
        ),
    )


@page("multiagency.keep_directory")
def days(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Say from when to when an agency exists."""
    about = to_keep(request, Agency, agency_id)
    initial = {"starts_on": about.starts_on, "ends_on": about.ends_on}
    form = AgencyDaysForm(request.POST or None, today=today(), initial=initial)

    def act(by: User, moment: datetime) -> Agency:
        return actions.set_days_of_agency(
            agency=about,
            starts_on=form.cleaned_data["starts_on"],
            ends_on=form.cleaned_data["ends_on"],
            by=by,
            now=moment,
        )

    return act_page(
        request,
        form,
        act,
        place=Place("directory/days", about.pk),
        words=Act(
            title=_("From when to when an agency exists"),
            submit=_("Save"),
            done=_("Saved. Lists offer the agency on these days."),
            back=page_of(about),
            about=about.name,
        ),
    )


@page("multiagency.keep_directory")
def became(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Say that from a day on another agency does what this one did."""
    about = to_keep(request, Agency, agency_id)
    others = agencies_at(about.site).exclude(pk=about.pk)
    form = SuccessionForm(request.POST or None, today=today(), agencies=others)

    def act(by: User, moment: datetime) -> Succession:
        given = form.cleaned_data
        new = actions.NewSuccession(
            after=given["after"], on=given["on"], ends_contacts=given["ends_contacts"]
        )
        return actions.record_succession(agency=about, new=new, by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/became", about.pk),
        words=Act(
            title=_("An agency became another"),
            submit=_("Save"),
            done=_("Saved. From that day on the new agency is asked."),
            back=page_of(about),
            about=about.name,
        ),
    )


@page("multiagency.keep_directory")
def take_back(request: HttpRequest, succession_id: UUID) -> HttpResponse:
    """Say that an agency did not become another."""
    row = to_keep(request, Succession, succession_id)
    form = KeyForm(request.POST or None)

    def act(by: User, moment: datetime) -> Succession:
        return actions.take_back_succession(succession=row, by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/take_back", row.pk),
        words=Act(
            title=_("The agency did not become another"),
            submit=_("Take it back"),
            done=_("Taken back. The agency is asked itself again."),
            back=page_of(row.before),
            about=words.succession_in_words(row, today()),
            lead=[_("Contacts that ended with it stay ended; add them again.")],
        ),
    )


@page("multiagency.keep_directory")
def good_to_know(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Add what is good to know of an agency."""
    about = to_keep(request, Agency, agency_id)
    form = StandingForm(request.POST or None)

    def act(by: User, moment: datetime) -> Standing:
        text = form.cleaned_data["text"]
        return actions.add_standing(agency=about, text=text, by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/good_to_know", about.pk),
        words=Act(
            title=_("What is good to know"),
            submit=_("Save"),
            done=_("Saved. Everybody who asks this agency reads it."),
            back=page_of(about),
            about=about.name,
        ),
    )


@page("multiagency.keep_directory")
def add_team(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Add a team to an agency."""
    about = to_keep(request, Agency, agency_id)
    form = TeamForm(request.POST or None, today=today(), initial={"starts_on": today()})

    def act(by: User, moment: datetime) -> Team:
        given = form.cleaned_data
        return actions.add_team(
            agency=about, name=given["name"], starts_on=given["starts_on"], by=by, now=moment
        )

    return act_page(
        request,
        form,
        act,
        place=Place("directory/add_team", about.pk),
        words=Act(
            title=_("Add a team"),
            submit=_("Add the team"),
            done=_("The team is in the directory."),
            back=page_of(about),
            about=about.name,
        ),
    )


@page("multiagency.keep_directory")
def end_team(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """End a team."""
    team = to_keep(request, Team, team_id)
    form = EndTeamForm(request.POST or None, today=today())

    def act(by: User, moment: datetime) -> Team:
        return actions.end_team(team=team, ends_on=form.cleaned_data["ends_on"], by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/end_team", team.pk),
        words=Act(
            title=_("End a team"),
            submit=_("End the team"),
            done=_("The team ends on that day."),
            back=page_of(team.agency),
            about=f"{team.name}, {team.agency.name}",
        ),
    )
