"""The administrator's pages: users and their roles, sites and agencies."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts import actions, presenters
from drive.web.accounts.forms import AddAgencyForm, AddSiteForm, AddUserForm, GrantRoleForm
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.accounts.roles import Role
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.organisations.actions import add_agency as add_agency_to
from drive.web.organisations.actions import add_site as add_site_of
from drive.web.organisations.queries import agency_of, all_agencies, all_sites, site_of


@page("accounts.view")
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, and with which roles."""
    found = list(User.objects.visible_to(actor_of(request)))
    seen(request, found)
    context = {"users": presenters.users_table(found), "count": len(found)}
    return render(request, "accounts/users.html", context)


@page("accounts.view")
def user(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One user: roles, and the end of access."""
    shown = find(request, User, pk=user_id)
    context = {
        "shown": shown,
        "rows": presenters.user_rows(shown),
        "roles": presenters.roles_table(shown.holdings),
    }
    return render(request, "accounts/user.html", context)


@page("accounts.view")
def roles(request: HttpRequest) -> HttpResponse:
    """Every role, what it sees and what it may do."""
    return render(request, "accounts/roles.html", {"roles": presenters.roles_page()})


@page("accounts.add_user", step_up=True)
def add_user(request: HttpRequest) -> HttpResponse:
    """Add somebody who signs in."""
    form = AddUserForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_user(**form.cleaned_data, by=actor_of(request), now=now())
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The user was added. Now give a role."))
            return redirect("accounts:grant", user_id=made.pk)
    context = {"form": form, "back": reverse("accounts:users")}
    return render(request, "accounts/add_user.html", context)


@page("accounts.grant", step_up=True)
def grant(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Give a user a role at a site or for an agency."""
    shown = find(request, User, pk=user_id)
    form = GrantRoleForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            _grant(request, shown, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The role was given."))
            return redirect("accounts:user", user_id=shown.pk)
    context = {"form": form, "back": reverse("accounts:user", args=[shown.pk])}
    return render(request, "accounts/grant.html", context)


def _grant(request: HttpRequest, shown: User, given: dict[str, Any]) -> None:
    actions.grant_role(
        user=shown,
        role=Role(given["role"]),
        site=site_of(given["site"]),
        agency=agency_of(given["agency"]),
        by=actor_of(request),
        now=now(),
    )


@page("accounts.end_access", step_up=True)
def end_access(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """End an account, after a page that asks once more."""
    shown = find(request, User, pk=user_id)
    if request.method == "POST":
        actions.end_access(user=shown, by=actor_of(request), now=now())
        messages.success(request, _("Access has ended. It holds from the next request on."))
        return redirect("accounts:user", user_id=shown.pk)
    return render(request, "accounts/end_access.html", {"shown": shown})


@page("organisations.view")
def sites(request: HttpRequest) -> HttpResponse:
    """Every site with its agencies."""
    found, agencies = list(all_sites()), list(all_agencies())
    seen(request, [*found, *agencies])
    return render(
        request, "accounts/sites.html", {"sites": presenters.site_sections(found, agencies)}
    )


@page("organisations.add", step_up=True)
def add_site(request: HttpRequest) -> HttpResponse:
    """Add a site."""
    form = AddSiteForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            add_site_of(**form.cleaned_data, by=actor_of(request), now=now())
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The site was added."))
            return redirect("accounts:sites")
    context = {"form": form, "back": reverse("accounts:sites")}
    return render(request, "accounts/add_site.html", context)


@page("organisations.add", step_up=True)
def add_agency(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Add an agency to a site."""
    site = get_object_or_404(all_sites(), pk=site_id)
    seen(request, [site])
    form = AddAgencyForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            add_agency_to(
                site=site,
                kind=AgencyType(given["kind"]),
                name=given["name"],
                by=actor_of(request),
                now=now(),
            )
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The agency was added."))
            return redirect("accounts:sites")
    context = {"form": form, "site": site, "back": reverse("accounts:sites")}
    return render(request, "accounts/add_agency.html", context)
