"""The pages of the independent monitor: arms and numbers, never a person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.design_system.forms import KeyForm
from drive.web.harm import actions, queries, rules
from drive.web.harm.models import MonitorNotice
from drive.web.harm.presenters import monitor as words
from drive.web.recording.views import Place, carried_out


@page("harm.monitor")
@require_safe
def monitor(request: HttpRequest) -> HttpResponse:
    """Show serious events by arm, and the notices that wait."""
    waiting = queries.unacknowledged(actor_of(request))
    seen(request, [each.notice for each in waiting])
    events, allocated = queries.events_in_columns(), queries.allocated_in_each_arm()
    moment = now()
    context = {
        "waiting": words.waiting_table(waiting, moment),
        "allocated": words.allocated_in_words(allocated),
        "kinds": words.kinds_table(events, allocated),
        "both_arms": words.both_arms_table(events, allocated),
        "months": words.months_table(events, today()),
        "tally": words.tally_rows(
            rules.tally(queries.deliveries(), now=moment), queries.corrections()
        ),
        "judged": words.judged_rows(queries.judged_in_drive()),
        "days_apart": rules.DAYS_APART,
    }
    return render(request, "harm/monitor.html", context)


@page("harm.acknowledge")
def notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Show one notice, and note that the monitor has read it."""
    found = find(request, MonitorNotice, pk=notice_id)
    actor, moment = actor_of(request), now()
    form = KeyForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.acknowledge(notice=found, by=actor, now=moment),
        place=Place("harm.acknowledge", found.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("Noted that you have read the notice."))
        return redirect("harm:monitor")
    context = {
        "form": form,
        "rows": words.notice_rows(queries.noticed([found])[0], moment),
        "is_acknowledged": found.acknowledged_at is not None,
        "back": reverse("harm:monitor"),
    }
    return render(request, "harm/notice.html", context)
