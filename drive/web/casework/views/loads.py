"""How many cases each case manager holds, and what they weigh."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, page
from drive.web.accounts.queries import holders_of
from drive.web.accounts.roles import Role
from drive.web.casework.presenters.loads import loads_table
from drive.web.casework.queries.loads import loads_by_weight
from drive.web.core.clock import today
from drive.web.organisations.queries import all_sites


@page("casework.view_loads")
def loads(request: HttpRequest) -> HttpResponse:
    """A table for each site of which somebody is service manager."""
    managed = {
        holding.site_id
        for holding in actor_of(request).holdings
        if holding.role == Role.SERVICE_MANAGER and holding.site_id
    }
    tables = []
    for site in all_sites().filter(pk__in=managed):
        people = list(holders_of(Role.CASE_MANAGER, site=site))
        found = loads_by_weight([person.pk for person in people], today())
        tables.append(loads_table(people, found, site, today()))
    return render(request, "casework/loads.html", {"tables": tables})
