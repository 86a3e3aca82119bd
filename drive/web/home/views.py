"""The first page after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, page
from drive.web.core.clock import today
from drive.web.home import presenters


@page("home.view")
def home(request: HttpRequest) -> HttpResponse:
    """Show what needs this person today, for each role held."""
    actor = actor_of(request)
    panels = presenters.panels_for(actor, today())
    return render(request, "home/home.html", {"panels": panels, "today": today()})
