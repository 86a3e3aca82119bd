"""Withdrawing a request."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.requests import RequestStepKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.multiagency.actions.kinds import follows
from drive.web.multiagency.actions.noting import Work, note
from drive.web.multiagency.actions.steps import call_back_all, day_of, locked, require, take
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request, RequestStep


@transaction.atomic
def withdraw(*, request: Request, reason: str, by: User, now: datetime) -> RequestStep:
    """Ask for it no longer. What was written and has not left is called back."""
    found = locked(request, now)
    require(found, RequestStepKind.WITHDRAWN)
    if not reason.strip():
        raise CannotAsk("Write why it is not asked for any more", field="reason")
    call_back_all(found, "The request was withdrawn.", by=by, now=now)
    step = take(found, RequestStepKind.WITHDRAWN, text=reason, by=by, now=now)
    note(request, Work(text="withdrawn", on=day_of(now)), by=by, now=now)
    follows(request.kind).ended(request, by=by, now=now)
    record_change("multiagency.withdraw", request.drive_case, step, by=by, now=now)
    return step
