"""Acting: sending with the hold or without, calling back, handing out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm
from drive.web.information.forms import OverrideForm
from drive.web.information.presenters.guard import verdict_panel
from drive.web.information.presenters.resting import cards
from drive.web.information.queries.resting import to_decide
from drive.web.outbound import actions
from drive.web.outbound.forms import CallBackForm, HandOutForm, ReviewForm, SendForm, SendNowForm
from drive.web.outbound.models import Outgoing
from drive.web.outbound.presenters import outgoing as words
from drive.web.outbound.queries.checking import checked
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.recording.views import Place, carried_out, take_up

_Act = Callable[[Outgoing, User, datetime, dict[str, Any]], Model]


@dataclass(frozen=True, kw_only=True)
class _Words:
    title: str
    lead: str
    submit: str
    done: str
    onward: str = "outbound:outgoing"
    cards: Sequence[Any] = ()


@page("outbound.write")
def send(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Send it, with the hold in which it can be called back."""
    said = _Words(
        title=_("Send it"),
        lead=_("It is held for five minutes. Until then it can be called back."),
        submit=_("Send"),
        done=_("It is held, and leaves when the time is over."),
    )

    def act(row: Outgoing, by: User, moment: datetime, typed: dict[str, Any]) -> Model:
        return actions.send(outgoing=row, reason=typed["reason"], by=by, now=moment)

    return _page(request, outgoing_id, SendForm, act, said=said)


@page("outbound.write")
def send_now(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Send it without the hold: a life or a child is in danger."""
    said = _Words(
        title=_("Send it now"),
        lead=_(
            "It leaves at once and cannot be called back. If somebody is in danger now, ring 999 "
            "first."
        ),
        submit=_("Send now"),
        done=_("It is on its way. The service manager reviews it on the next working day."),
    )

    def act(row: Outgoing, by: User, moment: datetime, typed: dict[str, Any]) -> Model:
        return actions.send_now(outgoing=row, reason=typed["reason"], by=by, now=moment)

    return _page(request, outgoing_id, SendNowForm, act, said=said)


@page("outbound.write")
def call_back(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Call it back before it leaves."""
    said = _Words(
        title=_("Call it back"),
        lead=_("It does not leave. What was written stays on record; write it anew if need be."),
        submit=_("Call it back"),
        done=_("It was called back."),
    )

    def act(row: Outgoing, by: User, moment: datetime, typed: dict[str, Any]) -> Model:
        return actions.call_back(outgoing=row, reason=typed["reason"], by=by, now=moment)

    return _page(request, outgoing_id, CallBackForm, act, said=said)


@page("outbound.review")
def review(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Note what came of looking at something that was sent."""
    said = _Words(
        title=_("Look at what was sent"),
        lead=_("It was sent to protect somebody, or before anybody could look at it."),
        submit=_("Save"),
        done=_("It is recorded."),
    )

    def act(row: Outgoing, by: User, moment: datetime, typed: dict[str, Any]) -> Model:
        return actions.review(outgoing=row, text=typed["text"], by=by, now=moment)

    return _page(request, outgoing_id, ReviewForm, act, said=said)


@page("outbound.write")
def ask_to_override(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Ask the two who may override the guard."""
    said = _Words(
        title=_("Ask both sides to decide"),
        lead=_(
            "It rests on something that is known from the victim-survivor's side alone. Look for "
            "another source first. If you ask, her IDVA and the service manager read it, and it "
            "goes on only if both let it, each with reasons."
        ),
        submit=_("Ask both"),
        done=_("Both are asked."),
    )

    def act(row: Outgoing, by: User, moment: datetime, _typed: dict[str, Any]) -> Model:
        return actions.ask_to_override(outgoing=row, by=by, now=moment)

    return _page(request, outgoing_id, HandOutForm, act, said=said)


@page("information.override")
def override_guard(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Override the guard as one of the two."""
    row: Outgoing = find(request, Outgoing, pk=outgoing_id)
    found = to_decide(row.pk, Use(row.use), actor_of(request))
    seen(request, found.rows)
    said = _Words(
        title=_("Decide together about the guard"),
        lead=" ".join(
            (
                verdict_panel(found.verdict)["text"],
                _("It holds for what it rests on now, and for this text alone."),
            )
        ),
        submit=_("Let it go on, for this reason"),
        done=_("Saved. It goes on once both have decided so."),
        cards=cards(found),
    )

    def act(row: Outgoing, by: User, moment: datetime, typed: dict[str, Any]) -> Model:
        return actions.override_guard(outgoing=row, reason=typed["reason"], by=by, now=moment)

    return _page(request, outgoing_id, OverrideForm, act, said=said)


@page("outbound.write")
def hand_out(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """Let it out: print it, read it out or hand it over."""
    said = _Words(
        title=_("Hand it out"),
        lead=_("From now on it counts as sent, and stands in the ledger."),
        submit=_("Show the copy for its recipient"),
        done=_("It stands in the ledger as sent."),
        onward="outbound:copy",
    )

    def act(row: Outgoing, by: User, moment: datetime, _typed: dict[str, Any]) -> Model:
        return actions.let_out(outgoing=row, by=by, now=moment)

    return _page(request, outgoing_id, HandOutForm, act, said=said)


def _page(
    request: HttpRequest, outgoing_id: UUID, kind: type[DriveForm], act: _Act, *, said: _Words
) -> HttpResponse:
    row: Outgoing = find(request, Outgoing, pk=outgoing_id)
    by, moment = actor_of(request), now()
    form, place = kind(request.POST or None, today=today()), Place(_form_of(request), row.pk)
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form,
        lambda: act(row, by, moment, form.cleaned_data),
        place=place,
        by=by,
        now=moment,
        site=row.site,
    ):
        return _onward(request, row, said)
    found = checked(row)
    context = {
        "form": form,
        "draft": place,
        "said": said,
        "reference": row.reference,
        "rows": words.short_rows(row, found.texts),
        "checks": words.check_rows(found.checks),
        "back": reverse("outbound:outgoing", args=[row.pk]),
    }
    return render(request, "outbound/act.html", context)


def _form_of(request: HttpRequest) -> str:
    match = request.resolver_match
    return f"outbound/{match.url_name if match else ''}"


def _onward(request: HttpRequest, row: Outgoing, said: _Words) -> HttpResponse:
    if latest_step(row).state == OutgoingState.STOPPED:
        messages.error(request, _("The gate stopped it: see why below."))
        return redirect("outbound:outgoing", row.pk)
    messages.success(request, said.done)
    return redirect(said.onward, row.pk)
