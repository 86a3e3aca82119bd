"""The steps of a request: one row each, taken under its lock, and what follows from each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import RequestStepKind
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.core.dates import LONDON, in_words
from drive.web.core.sealing import seal_field
from drive.web.multiagency.exceptions import ImpossibleDay, NotNow
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import Books, Opened, opened, stands
from drive.web.multiagency.rules.states import may_follow
from drive.web.outbound.actions import call_back
from drive.web.outbound.exceptions import NotFromHere
from drive.web.tasks.actions import settle_all

TASKS = (
    TaskKind.CHASE_REQUEST,
    TaskKind.NEXT_SOURCE,
    TaskKind.REQUEST_AT_TOP,
    TaskKind.REQUEST_STUCK,
)
"""What may be due to somebody about a request; each step settles what was due before it."""


def day_of(now: datetime) -> date:
    """Return the day in the United Kingdom."""
    return now.astimezone(LONDON).date()


def locked(request: Request, now: datetime, books: Books | None = None) -> Opened:
    """Lock a request, so that of two acts at once the second sees the first."""
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    return opened(request, day_of(now), books)


def require(found: Opened, step: RequestStepKind) -> None:
    """Refuse a step that cannot be taken where a request stands.

    Raises
    ------
    NotNow
        In words that say where it stands.
    """
    if not may_follow(found.state, step):
        raise NotNow(
            f"This cannot be done where the request stands now: “{found.state.label}”. "
            "Look at its page again."
        )


def check_day(day: date, found: Opened, now: datetime, field: str = "happened_on") -> None:
    """Refuse a day in the future, or before the request was written."""
    if day > day_of(now):
        raise ImpossibleDay(f"{in_words(day)} is in the future.", field=field)
    asked_on = found.sent.happened_on
    if day < asked_on:
        raise ImpossibleDay(f"The request was written on {in_words(asked_on)}.", field=field)


def take(
    found: Opened,
    kind: RequestStepKind,
    *,
    text: str = "",
    by: User,
    now: datetime,
    **columns: Any,
) -> RequestStep:
    """Take a step; what was due to anybody before it is settled."""
    columns = {"happened_on": day_of(now), "level": found.level, **columns}
    step = RequestStep(
        request=found.request,
        sequence=max((each.sequence for each in found.steps), default=-1) + 1,
        kind=kind,
        recorded_at=now,
        recorded_by=by,
        **columns,
    )
    if text.strip():
        seal_field(step, "sealed_text", text.strip())
    step.save(force_insert=True)
    settle_tasks(found.request, outcome=kind.label, by=by, now=now)
    return step


def settle_tasks(request: Request, *, outcome: str, by: User, now: datetime) -> None:
    """Settle whatever is due to anybody about a request."""
    for kind in TASKS:
        settle_all(
            kind=kind,
            about=request.drive_case_id,
            key=str(request.pk),
            outcome=outcome,
            by=by,
            now=now,
        )


def call_back_all(found: Opened, why: str, *, by: User, now: datetime) -> None:
    """Call back what was written and has not left: nobody is chased for what they answered."""
    for step in found.on_its_way:
        taken = step.outgoing
        if taken is None or stands(step) is OutgoingState.SENT:
            continue
        try:
            call_back(outgoing=taken, reason=why, by=by, now=now)
        except NotFromHere:
            continue  # it is being handed over at this moment, and leaves
