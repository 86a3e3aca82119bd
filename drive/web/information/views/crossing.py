"""What one side released to the other: read, released, withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import today
from drive.web.design_system.forms import KeyForm
from drive.web.information import actions
from drive.web.information.forms import ReleaseForm
from drive.web.information.models import Folder, ReleasedItem
from drive.web.information.presenters import crossing as words
from drive.web.information.presenters import known as fact_words
from drive.web.information.queries import crossing as queries
from drive.web.information.queries import facts as fact_queries
from drive.web.information.views.acting import Act, act_page
from drive.web.information.views.facts import chosen_facts
from drive.web.information.views.frames import folder_and_frame
from drive.web.recording.views import Place

A_PAGE = 50


@page("information.view_facts")
@require_safe
def released(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What was released to this side, and what this side released."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    opposite, names = _opposite(folder, actor)
    received = list(queries.received_by(folder, actor)[:A_PAGE])
    given = list(queries.given_by(folder, actor)[:A_PAGE])
    seen(request, [*received, *given])
    allowed = may(actor, "information.release")
    context = {
        **frame,
        "received": words.item_cards(received, names, given=False),
        "given": words.item_cards(
            given, names, given=True, withdrawn_on=folder.about if allowed else None
        ),
        "may_release": allowed and bool(opposite),
        "nobody": not opposite,
    }
    return render(request, "information/released.html", context)


def _opposite(folder: Folder, actor: User) -> tuple[list[Folder], dict[UUID, str]]:
    opposite = list(queries.folders_opposite(folder))
    return opposite, queries.names_of_hers(opposite, actor)


def receivers_of(folder: Folder, actor: User) -> list[tuple[str, str]]:
    """Return who stands at the other side, as the options of a form."""
    return words.receivers(*_opposite(folder, actor))


def the_receiver(folder: Folder, key: str) -> Folder:
    """Return the folder at the other side that was chosen in a form."""
    return queries.folders_opposite(folder).get(pk=key)


@page("information.release")
def release(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Release a summary to the other side."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    offered = list(fact_queries.facts_in(folder, actor))
    seen(request, offered)
    to = receivers_of(folder, actor)
    form = ReleaseForm(
        request.POST or None,
        facts=fact_words.choices(offered),
        receivers=to,
        today=today(),
        initial={"receiver": to[0][0] if len(to) == 1 else None},
    )

    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: _released(folder, form.cleaned_data, by, moment),
        place=Place("information/release", folder.about),
        words=Act(
            title=_("Release a summary"),
            submit=_("Release"),
            done=_("Released. The other side reads the summary and nothing else."),
            back=_list_of(folder),
            lead=[
                _(
                    "You choose what crosses, one summary at a time. It can be withdrawn, but not "
                    "unread."
                )
            ],
        ),
    )


def _released(folder: Folder, given: dict[str, Any], by: User, moment: datetime) -> ReleasedItem:
    return actions.release(
        giver=folder,
        receiver=the_receiver(folder, given["receiver"]),
        facts=chosen_facts(folder, given["facts"], by),
        summary=actions.Summary(
            text=given["text"],
            topic=given["topic"],
            purpose=given["purpose"],
            handling=given["handling"],
        ),
        by=by,
        now=moment,
    )


def _list_of(folder: Folder) -> str:
    return reverse("information:released", args=[folder.about])


@page("information.release")
def withdraw_release(request: HttpRequest, case_id: UUID, item_id: UUID) -> HttpResponse:
    """Withdraw what this side released."""
    folder, frame = folder_and_frame(request, case_id)
    item: ReleasedItem = find(request, ReleasedItem, pk=item_id, giver=folder)
    names = queries.names_of_hers([item.receiver], actor_of(request))
    [card] = words.item_cards([item], names, given=True)
    form = KeyForm(request.POST or None, today=today())
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.withdraw_release(item=item, by=by, now=moment),
        place=Place("information/withdraw_release", item.pk),
        words=Act(
            title=_("Withdraw what was released"),
            submit=_("Withdraw"),
            done=_("Withdrawn. The other side reads it no more, and nothing rests on it."),
            back=_list_of(folder),
            about=card["rows"],
            lead=[_("Whoever read it knows it still. Think of what he or she may do with it.")],
        ),
    )
