"""Asking again: chasers, the next rung of the ladder, and contesting a refusal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from drive.vocabulary.requests import EscalationLevel, RequestStepKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.multiagency.actions.leaving import catch_up
from drive.web.multiagency.actions.steps import locked, require, take
from drive.web.multiagency.actions.writing import follow_up, let_go
from drive.web.multiagency.exceptions import CannotAsk, NotNow
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.queries.whom import To
from drive.web.multiagency.rules.clock import next_number
from drive.web.multiagency.rules.ladder import above


@transaction.atomic
def chase(
    *,
    request: Request,
    to: To,
    text: str,
    reason: str = "",
    by_clock: bool = False,
    by: User,
    now: datetime,
) -> RequestStep:
    """Ask again where one asked: one row, its words and its place in the queue, or nothing."""
    catch_up(request, now=now)
    found = locked(request, now)
    number = next_number(found.standing.steps, found.level)
    return _write_again(
        found,
        RequestStepKind.CHASED,
        to,
        text,
        reason=reason,
        number=number,
        by_clock=by_clock,
        by=by,
        now=now,
    )


@transaction.atomic
def escalate(
    *,
    request: Request,
    level: EscalationLevel,
    to: To,
    text: str,
    reason: str = "",
    by: User,
    now: datetime,
) -> RequestStep:
    """Go up the ladder. Nothing goes up by itself: somebody presses the button."""
    catch_up(request, now=now)
    found = locked(request, now)
    if level not in above(found.level):
        raise NotNow("The request has come as far as that already. Look at its page again.")
    before = [step for step in found.steps if step.kind == RequestStepKind.ESCALATED]
    return _write_again(
        found,
        RequestStepKind.ESCALATED,
        to,
        text,
        reason=reason,
        level=level,
        number=sum(step.level == level for step in before),
        by=by,
        now=now,
    )


@transaction.atomic
def contest(
    *, request: Request, to: To, text: str, reason: str = "", by: User, now: datetime
) -> RequestStep:
    """Contest a refusal: the clock begins again when it has left."""
    catch_up(request, now=now)
    found = locked(request, now)
    return _write_again(found, RequestStepKind.CONTESTED, to, text, reason=reason, by=by, now=now)


def _write_again(
    found: Opened,
    kind: RequestStepKind,
    to: To,
    text: str,
    *,
    reason: str,
    by: User,
    now: datetime,
    **columns: Any,
) -> RequestStep:
    require(found, kind)
    if found.on_its_way:
        raise NotNow("What was written last has not left yet. Let it leave, or call it back.")
    if not to.address.strip():
        raise CannotAsk(
            "The directory does not say where they are reached this way: write it here",
            field="address",
        )
    request = found.request
    letter = follow_up(request, to, text, by=by, now=now)
    step = take(found, kind, outgoing=letter, contact=to.contact, by=by, now=now, **columns)
    let_go(letter, reason, by=by, now=now)
    record_change(f"multiagency.{_ACTS[kind]}", request.drive_case, request, step, by=by, now=now)
    return step


_ACTS = {
    RequestStepKind.CHASED: "chase",
    RequestStepKind.ESCALATED: "escalate",
    RequestStepKind.CONTESTED: "contest",
}
