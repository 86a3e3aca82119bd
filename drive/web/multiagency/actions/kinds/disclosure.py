"""Clare's Law: the application, its 28 days, the decision, and the disclosure in confidence."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from drive.vocabulary.requests import DvdsDecision, RequestStepKind
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.actions.tasks import open_case_task
from drive.web.core.sealing import seal_field
from drive.web.multiagency.actions.kinds.details import Disclosing, Follows, Happening, NewDvds
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import DvdsApplication, DvdsDisclosure, DvdsOutcome, Request
from drive.web.multiagency.rules import dvds
from drive.web.tasks.actions import settle_all


def _check_new(_case: Any, new: Any, *, by: User, today: date) -> None:  # noqa: ARG001
    if not isinstance(new.detail, NewDvds):
        raise CannotAsk("Choose by which right it is applied for", field="route")
    if new.detail.applied_on > today:
        raise CannotAsk("The day must be today or in the past", field="applied_on")


def _asked(request: Request, new: Any, *, by: User, now: datetime) -> None:
    said: NewDvds = new.detail
    due_on = dvds.due_on(said.applied_on)
    DvdsApplication.objects.create(
        request=request,
        route=said.route,
        applied_on=said.applied_on,
        due_on=due_on,
        recorded_at=now,
        recorded_by=by,
    )
    open_case_task(
        case=request.drive_case,
        kind=TaskKind.DISCLOSURE_DUE,
        role=Role.CASE_MANAGER,
        due_on=due_on,
        key=str(request.pk),
        by=by,
        now=now,
    )


def _check(_request: Request, reply: Any, *, today: date) -> None:  # noqa: ARG001
    if reply.kind is not RequestStepKind.DONE:
        return
    said = reply.detail
    if not isinstance(said, Disclosing) or said.disclosed_by is None:
        raise CannotAsk("Choose who disclosed it", field="disclosed_by")
    if not said.wording.strip():
        raise CannotAsk("Write in which words it was disclosed", field="wording")
    if not said.confidential:
        raise CannotAsk(
            "Whoever is told has to be told that it is confidential: say that this was said",
            field="confidential",
        )


def _answered(happening: Happening, reply: Any) -> None:
    application = DvdsApplication.objects.get(request=happening.request)
    outcome = _outcome(application, reply, by=happening.by, now=happening.now)
    known = dvds.Outcome(decision=DvdsDecision(outcome.decision), disclosed_on=outcome.disclosed_on)
    if not dvds.is_open(known):
        _ended(happening.request, by=happening.by, now=happening.now)


def _outcome(application: DvdsApplication, reply: Any, *, by: User, now: datetime) -> DvdsOutcome:
    said = reply.detail if isinstance(reply.detail, Disclosing) else Disclosing()
    disclosed = reply.kind is RequestStepKind.DONE
    outcome = DvdsOutcome.objects.create(
        application=application,
        decision=dvds.DECIDED_BY[reply.kind],
        panel_on=said.panel_on,
        disclosed_on=reply.happened_on if disclosed else None,
        disclosed_by=said.disclosed_by or "" if disclosed else "",
        confidential=disclosed and said.confidential,
        recorded_at=now,
        recorded_by=by,
    )
    if disclosed:
        words = DvdsDisclosure(outcome=outcome, recorded_at=now, recorded_by=by)
        seal_field(words, "sealed_wording", said.wording.strip())
        if said.support.strip():
            seal_field(words, "sealed_support", said.support.strip())
        words.save(force_insert=True)
    return outcome


def _ended(request: Request, *, by: User, now: datetime) -> None:
    """Settle what was due until the police decided."""
    settle_all(
        kind=TaskKind.DISCLOSURE_DUE,
        about=request.drive_case_id,
        key=str(request.pk),
        by=by,
        now=now,
    )


DISCLOSURE = Follows(
    check_new=_check_new, check_reply=_check, asked=_asked, answered=_answered, ended=_ended
)
