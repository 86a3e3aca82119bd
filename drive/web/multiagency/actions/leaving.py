"""What left: from that day on a request is sent, and a chaser has been made."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import RequestKind, RequestStepKind, RequestWay
from drive.vocabulary.work import Direction, WorkOutcome
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.models import CaseNote
from drive.web.multiagency.actions.kinds import follows
from drive.web.multiagency.actions.kinds.details import Happening
from drive.web.multiagency.actions.noting import Work, note
from drive.web.multiagency.actions.steps import day_of, locked, settle_tasks, take
from drive.web.multiagency.actions.writing import CHANNELS
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import is_closed
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.states import may_follow
from drive.web.outbound.actions import let_out
from drive.web.outbound.models import OutgoingStep

_WAYS = {channel: way for way, channel in CHANNELS.items()}


@transaction.atomic
def note_left(*, step: RequestStep, now: datetime) -> RequestStep:
    """Note that what was written with a step has left; the second time nothing happens."""
    found = locked(step.request, now)
    row = RequestStep.objects.select_related("outgoing", "contact").get(pk=step.pk)
    left = _left(row)
    if row.left_on is not None or left is None:
        return row
    by = left.recorded_by
    row.left_on = day_of(left.recorded_at)
    row.save(update_fields=["left_on"])
    note = _note(found.request, row, by=by, now=now)
    if row.kind == RequestStepKind.SENT and not is_closed(found.request):
        happening = Happening(request=found.request, step=row, note=note, by=by, now=now)
        follows(found.request.kind).left(happening)
    settle_tasks(found.request, outcome="It has left", by=by, now=now)
    if row.kind == RequestStepKind.SENT and found.request.instead_of_id:
        _substitute(found.request, by=by, now=now)
    record_change("multiagency.note_left", found.request.drive_case, row, by=by, now=now)
    return row


def catch_up(request: Request, *, now: datetime) -> None:
    """Note what has left since the worker looked: what is done next rests on it."""
    rows = RequestStep.objects.filter(request=request, left_on=None)
    for step in rows.filter(outgoing__steps__state=OutgoingState.SENT):
        note_left(step=step, now=now)


@transaction.atomic
def say(*, step: RequestStep, by: User, now: datetime) -> RequestStep:
    """Note that a letter was handed out, or that words were read out; it leaves by that."""
    locked(step.request, now)
    row = RequestStep.objects.select_related("outgoing").get(pk=step.pk)
    if row.outgoing is not None:
        let_out(outgoing=row.outgoing, by=by, now=now)
    return note_left(step=row, now=now)


@transaction.atomic
def note_nobody_answered(
    *, step: RequestStep, message: bool, by: User, now: datetime
) -> RequestStep:
    """Note that one rang and reached nobody: it was work, and nothing has left by it."""
    found = locked(step.request, now)
    row = RequestStep.objects.select_related("contact").get(pk=step.pk)
    work = Work(
        text="rang, and left a message to ring back" if message else "rang, and nobody answered",
        on=day_of(now),
        direction=Direction.OUT,
        way=RequestWay.TELEPHONE,
        who=row.contact.name if row.contact else "",
        outcome=WorkOutcome.MESSAGE_LEFT if message else WorkOutcome.NO_REPLY,
    )
    note(found.request, work, by=by, now=now)
    record_change("multiagency.note_nobody_answered", found.request.drive_case, row, by=by, now=now)
    return row


def _left(row: RequestStep) -> OutgoingStep | None:
    if row.outgoing is None:
        return None
    found = row.outgoing.steps.filter(state=OutgoingState.SENT)
    return found.select_related("recorded_by").first()


def _note(request: Request, row: RequestStep, *, by: User, now: datetime) -> CaseNote:
    kind = KINDS[RequestKind(request.kind)]
    what = kind.said(RequestStepKind(row.kind)).lower()
    work = Work(
        text=f"{what}, to {request.agency.name}",
        on=row.left_on,  # type: ignore[arg-type]  # it has left
        direction=Direction.OUT,
        way=_WAYS[row.outgoing.channel],  # type: ignore[union-attr,index]
        who=row.contact.name if row.contact else "",
    )
    return note(request, work, by=by, now=now)


def _substitute(request: Request, *, by: User, now: datetime) -> None:
    """End the request that nobody answered: another source has been asked."""
    before = locked(request.instead_of, now)  # type: ignore[arg-type]
    if may_follow(before.state, RequestStepKind.SUBSTITUTED):
        take(before, RequestStepKind.SUBSTITUTED, by=by, now=now)
        follows(before.request.kind).ended(before.request, by=by, now=now)
