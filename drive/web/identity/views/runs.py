"""The comparisons of people with people."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.identity import LinkageRunKind
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import now
from drive.web.identity.presenters import queue as words
from drive.web.identity.queries.runs import is_under_way, last_runs
from drive.web.people.actions import ask_for_run
from drive.web.referrals.jobs import compare_people


@page("identity.review")
def runs(request: HttpRequest) -> HttpResponse:
    """Show the last comparisons; by POST ask for one of everybody with everybody."""
    actor = actor_of(request)
    if request.method == "POST":
        # Asked twice, one that waits is enough: no key is needed.
        run = ask_for_run(kind=LinkageRunKind.NIGHTLY, by=actor, now=now())
        if run is None:
            messages.info(request, _("A comparison of everybody waits already."))
        else:
            compare_people.enqueue(run_id=str(run.pk))
            messages.success(request, _("The comparison is asked for. It takes some minutes."))
        return redirect("identity:runs")
    shown = last_runs(actor)
    seen(request, shown)
    context = {"runs": words.runs_table(shown), "is_under_way": is_under_way(actor)}
    return render(request, "identity/runs.html", context)
