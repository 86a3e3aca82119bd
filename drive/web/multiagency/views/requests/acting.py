"""The steps of a request: asking again, going up, saying words, answers, and stopping."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.outbound import OutgoingChannel
from drive.vocabulary.requests import ENDED, RefusalReason, RequestKind, RequestStepKind
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, page
from drive.web.core.clock import today
from drive.web.multiagency import actions
from drive.web.multiagency.forms.requests import (
    AgainForm,
    AnswerForm,
    SaidForm,
    SendAgainForm,
    StopForm,
)
from drive.web.multiagency.models import RequestStep
from drive.web.multiagency.presenters.requests import one
from drive.web.multiagency.queries.abouts import later_hearings
from drive.web.multiagency.queries.requests import text_of
from drive.web.multiagency.queries.sources import still_open_topics
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.queries.whom import (
    Reached,
    To,
    answer_by,
    asking,
    who_is_above,
    who_is_asked_now,
)
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.texts import to_chase, to_contest, to_escalate
from drive.web.multiagency.views.requests.frames import Act, found_request, step_page


@page("multiagency.ask")
def chase(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Ask again where one asked."""
    found = found_request(request, request_id)
    reached = who_is_asked_now(found)
    text = to_chase(asking(found, answer_by(found, found.level)), reached.to.way)
    form = _again(request, reached, text)
    words = Act(
        title=_("Chase the request"),
        submit=_("Send the chaser"),
        done=_("The chaser is on its way."),
        name="chase",
        facts=one.to_rows(reached, reached.to.way),
    )

    def act(by: User, moment: datetime) -> RequestStep:
        return actions.chase(request=found.request, **_said(form, reached), by=by, now=moment)

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def escalate(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Go up to the next rung of the ladder on which somebody stands."""
    found = found_request(request, request_id)
    above, up = who_is_above(found), found.next_rung
    if above is None or up is None:
        raise Http404("nobody stands above")
    text = to_escalate(asking(found, answer_by(found, up.rung.level)), above.to.way)
    form = _again(request, above, text)
    rung = one.rung_words(found, above) or {}
    words = Act(
        title=_("Go up the ladder"),
        submit=_("Send it up"),
        done=_("It goes to the next rung of the ladder."),
        name="escalate",
        lead=[text for text in (rung.get("passed"),) if text],
        facts=one.to_rows(above, above.to.way),
    )

    def act(by: User, moment: datetime) -> RequestStep:
        return actions.escalate(
            request=found.request, level=up.rung.level, **_said(form, above), by=by, now=moment
        )

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def contest(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Contest a refusal."""
    found = found_request(request, request_id)
    reached, refused = who_is_asked_now(found), _refusal(found)
    text = to_contest(asking(found, answer_by(found, found.level)), refused, reached.to.way)
    form = _again(request, reached, text)
    words = Act(
        title=_("Contest the refusal"),
        submit=_("Send it"),
        done=_("The refusal is contested. The clock begins again when it has left."),
        name="contest",
        facts=one.to_rows(reached, reached.to.way),
    )

    def act(by: User, moment: datetime) -> RequestStep:
        return actions.contest(request=found.request, **_said(form, reached), by=by, now=moment)

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def send(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Hand a request to the gate again that has not left."""
    found = found_request(request, request_id)
    form = SendAgainForm(request.POST or None, today=today())
    words = Act(
        title=_("Send the request"),
        submit=_("Send it"),
        done=_("It was handed to the gate. See below whether it goes."),
        name="send",
        lead=[text_of(found.request)],
    )

    def act(by: User, moment: datetime) -> RequestStep:
        reason = form.cleaned_data["reason"] or ""
        return actions.send_request(request=found.request, reason=reason, by=by, now=moment)

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def say(request: HttpRequest, request_id: UUID, step_id: UUID) -> HttpResponse:
    """Read words out on the telephone, or hand a letter out."""
    found = found_request(request, request_id)
    step = next((each for each in found.steps if each.pk == step_id), None)
    if step is None or step.outgoing is None:
        raise Http404("not found")
    is_call = step.outgoing.channel == OutgoingChannel.TELEPHONE
    form = SaidForm(request.POST or None, is_call=is_call, today=today())
    words = Act(
        title=_("Ring and say this") if is_call else _("Post the letter"),
        submit=_("Save") if is_call else _("It is posted"),
        done=_("It is recorded."),
        name="say",
        facts=one.letter_rows(step),
    )

    def act(by: User, moment: datetime) -> RequestStep:
        outcome = form.cleaned_data.get("outcome") or "said"
        if outcome == "said":
            return actions.say(step=step, by=by, now=moment)
        left = outcome == "message"
        return actions.note_nobody_answered(step=step, message=left, by=by, now=moment)

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Record what an agency answered, and what is known from it."""
    found = found_request(request, request_id)
    row = found.request
    form = AnswerForm(
        request.POST or None,
        kind=KINDS[RequestKind(row.kind)],
        agency_kind=AgencyType(row.agency.kind),
        topics=still_open_topics(found),
        hearings=later_hearings(row, actor_of(request)),
        initial={"happened_on": today(), "way": row.way},
        today=today(),
    )
    words = Act(
        title=_("Record an answer"),
        submit=_("Save the answer"),
        done=_("The answer is recorded, and so are its facts."),
        name="answer",
        lead=_late_words(found),
    )

    def act(by: User, moment: datetime) -> RequestStep:
        given = form.cleaned_data
        reply = actions.Reply(
            kind=given["kind"],
            happened_on=given["happened_on"],
            way=given["way"],
            refusal=given.get("refusal"),
            effect=given.get("effect"),
            attribution=given.get("attribution"),
            who=given.get("who") or "",
            still_open=given.get("still_open") or () if _is_partial(given) else (),
            text=given.get("text") or "",
            facts=form.sayings(today()),
            detail=form.detail,
        )
        return actions.answer(request=row, reply=reply, by=by, now=moment)

    return step_page(request, found, form, act, words=words)


@page("multiagency.ask")
def withdraw(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Ask for it no longer."""
    found = found_request(request, request_id)
    form = StopForm(request.POST or None, today=today())
    words = Act(
        title=_("Withdraw the request"),
        submit=_("Withdraw it"),
        done=_("Withdrawn. What comes all the same can still be recorded."),
        name="withdraw",
        lead=[_("What was written and has not left is called back. The agency is not told.")],
    )

    def act(by: User, moment: datetime) -> RequestStep:
        reason = form.cleaned_data["reason"]
        return actions.withdraw(request=found.request, reason=reason, by=by, now=moment)

    return step_page(request, found, form, act, words=words)


def _again(request: HttpRequest, reached: Reached, text: str) -> AgainForm:
    return AgainForm(
        request.POST or None,
        asks_address=not reached.to.address,
        initial={"text": text},
        today=today(),
    )


def _said(form: AgainForm, reached: Reached) -> dict[str, Any]:
    """Return what an act of asking again takes: to whom, the words, and why all the same."""
    given = form.cleaned_data
    to: To = reached.to
    if not to.address:
        typed, again = given.get("address") or "", given.get("address_again") or ""
        to = replace(to, address=typed.strip(), address_again=again.strip())
    return {"to": to, "text": given["text"], "reason": given.get("reason") or ""}


def _is_partial(given: dict[str, Any]) -> bool:
    return given.get("kind") is RequestStepKind.ANSWERED_IN_PART


def _refusal(found: Opened) -> RefusalReason:
    refused = [step.refusal for step in found.steps if step.refusal]
    return RefusalReason(refused[-1]) if refused else RefusalReason.NO_REASON


def _late_words(found: Opened) -> list[str]:
    """Return what happens to an answer that comes after the end."""
    if found.standing.rests:
        return [_("The case is closed: the answer goes to the service manager, who reads it.")]
    if found.state in ENDED:
        words = _("Nobody waits for it any more (%(state)s). It is taken all the same.")
        return [words % {"state": found.state.label}]
    return []
