"""The joint chronology: each side sees its own events and those that the other released."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import today
from drive.web.design_system.forms import KeyForm
from drive.web.information import actions
from drive.web.information.actions.quiet import silences_of
from drive.web.information.forms import QuietForm, ReleaseEventsForm
from drive.web.information.models import ChronologyEvent, EventRelease, Folder
from drive.web.information.presenters import crossing as words
from drive.web.information.queries import crossing as queries
from drive.web.information.views.acting import Act, act_page
from drive.web.information.views.crossing import receivers_of, the_receiver
from drive.web.information.views.frames import folder_and_frame
from drive.web.recording.views import Place, sent_before

MOST = 200


@page("information.view_facts")
@require_safe
def chronology(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What happened: this side's events, and what the other side released of its own."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    own = list(queries.own_events(folder, actor)[:MOST])
    crossing = list(queries.events_released(folder, actor))
    seen(request, [*own, *crossing])
    allowed = may(actor, "information.release")
    opposite = receivers_of(folder, actor)
    context = {
        **frame,
        "events": words.chronology_table(own, crossing, folder, may_withdraw=allowed),
        "empty": not own and not crossing,
        "most": MOST if len(own) == MOST else None,
        "may_release": allowed and bool(opposite) and bool(own),
        "quiet": queries.open_silences(folder, actor).exists(),
    }
    return render(request, "information/chronology.html", context)


def _page_of(folder: Folder) -> str:
    return reverse("information:chronology", args=[folder.about])


@page("information.release")
def release_events(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Let the other side see some events."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    offered = list(queries.own_events(folder, actor)[:MOST])
    seen(request, offered)
    to = receivers_of(folder, actor)
    form = ReleaseEventsForm(
        request.POST or None,
        events=words.event_choices(offered),
        receivers=to,
        today=today(),
        initial={"receiver": to[0][0] if len(to) == 1 else None},
    )

    def act(by: User, moment: Any) -> Any:
        given = form.cleaned_data
        chosen = queries.own_events(folder, by).filter(pk__in=given["events"])
        return actions.release_events(
            giver=folder,
            receiver=the_receiver(folder, given["receiver"]),
            events=list(chosen),
            by=by,
            now=moment,
        )[0]

    return act_page(
        request,
        (folder, frame),
        form,
        act,
        place=Place("information/release_events", folder.about),
        words=Act(
            title=_("Release events"),
            submit=_("Release"),
            done=_("Released. The other side sees these events and their days."),
            back=_page_of(folder),
            lead=[_("The other side sees the kind of event and its day, and no note about it.")],
        ),
    )


@page("information.release")
def withdraw_event(request: HttpRequest, case_id: UUID, release_id: UUID) -> HttpResponse:
    """Let the other side see an event no longer."""
    folder, frame = folder_and_frame(request, case_id)
    row: EventRelease = find(request, EventRelease, pk=release_id, event__folder=folder)
    form = KeyForm(request.POST or None, today=today())
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.withdraw_event_release(released=row, by=by, now=moment),
        place=Place("information/withdraw_event", row.pk),
        words=Act(
            title=_("Withdraw an event"),
            submit=_("Withdraw"),
            done=_("Withdrawn. The other side sees it no more."),
            back=_page_of(folder),
            lead=[text for _key, text in words.event_choices([row.event])],
        ),
    )


@page("information.settle_quiet")
def quiet(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Both are out of contact: note what was done, and whether the case manager may see it."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    form = QuietForm(request.POST or None, today=today())
    task = queries.open_silences(folder, actor).first()
    if task is None and sent_before(form, by=actor):
        return redirect(_page_of(folder))
    if task is None:
        raise Http404("not found")
    his, hers = silences_of(task)
    shown: list[ChronologyEvent] = [his, hers]
    seen(request, [task, *shown])
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.settle_quiet(
            task=task,
            text=form.cleaned_data["text"],
            tell_case_manager=form.cleaned_data["tell_case_manager"],
            by=by,
            now=moment,
        ),
        place=Place("information/quiet", task.pk),
        words=Act(
            title=_("Both are out of contact"),
            submit=_("Save"),
            done=_("Saved."),
            back=_page_of(folder),
            about=words.silence_rows(his, hers),
            lead=[
                _(
                    "That both go quiet at the same time may mean that they are together, or that "
                    "she cannot speak. Find out today, by way of whoever can see her safely."
                )
            ],
        ),
    )
