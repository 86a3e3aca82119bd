"""A referral to children's social care: what they decide is kept in the register of the child."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.registers import ChildDecision, ChildEventKind
from drive.vocabulary.requests import RequestStepKind
from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.work import LinkedTo
from drive.web.accounts.roles import Role
from drive.web.casework.actions.tasks import open_case_task
from drive.web.multiagency.actions.kinds.details import Follows, Happening, OfAChild
from drive.web.multiagency.actions.kinds.entries import add, check_entry, entry_about, put_right
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request
from drive.web.registers.models import ChildEvent

EVENTS, STATUSES = "child-events", "child-statuses"


def _check(_request: Request, reply: Any, *, today: date) -> None:
    if reply.kind is not RequestStepKind.ANSWERED:
        return
    said = reply.detail
    if not isinstance(said, OfAChild) or said.decision is ChildDecision.WAITING:
        raise CannotAsk("Choose what was decided", field="child_decision")
    if said.status is not None and said.since is None:
        raise CannotAsk("Enter since when", field="since")
    if said.since is not None and said.since > today:
        raise CannotAsk("The day must be today or in the past", field="since")
    if said.core_group_on is not None and said.core_group_on < today:
        raise CannotAsk(
            "The day has passed. Record a core group that you went to under “Done for children”",
            field="core_group_on",
        )


def _said(reply: Any) -> str:
    said = reply.detail
    if not isinstance(said, OfAChild) or reply.kind is not RequestStepKind.ANSWERED:
        return ""
    words = [said.decision.label]
    if said.status is not None:
        words.append(said.status.label)
    if said.left_out:
        words.append(ChildEventKind.ABUSE_LEFT_OUT.label)
    return ". ".join(words)


def _left(happening: Happening) -> None:
    """Record the referral in the register; it settles what asked for one."""
    child = entry_about(happening.request)
    if child is None:
        return
    values = {
        "child": child,
        "happened_on": happening.step.left_on,
        "kind": ChildEventKind.REFERRAL,
        "decision": ChildDecision.WAITING,
        "decided_on": None,
    }
    add(happening, EVENTS, values)


def _answered(happening: Happening, reply: Any) -> None:
    child = entry_about(happening.request)
    if happening.is_closed or child is None:
        return
    said = reply.detail if isinstance(reply.detail, OfAChild) else None
    if reply.kind is RequestStepKind.REFUSED:
        _decide(happening, ChildDecision.NO_ACTION, reply.happened_on)
    elif said is not None and reply.kind is RequestStepKind.ANSWERED:
        _decide(happening, said.decision, reply.happened_on)
        _keep(happening, child, said, reply.happened_on)


def _decide(happening: Happening, decision: ChildDecision, day: date) -> None:
    row = referral_of(happening.request)
    if row is not None:
        # Who rings while the letter is on its way decides, for the record, when it has come.
        decided_on = max(day, row.happened_on)
        put_right(happening, row, {"decision": decision, "decided_on": decided_on})


def _keep(happening: Happening, child: Any, said: OfAChild, day: date) -> None:
    if said.status is not None:
        values = {"child": child, "happened_on": said.since, "status": said.status}
        add(happening, STATUSES, values)
    if said.left_out:
        values = {
            "child": child,
            "happened_on": day,
            "kind": ChildEventKind.ABUSE_LEFT_OUT,
            "decision": "",
            "decided_on": None,
        }
        add(happening, EVENTS, values)
    if said.core_group_on is not None:
        open_case_task(
            case=happening.request.drive_case,
            kind=TaskKind.CORE_GROUP,
            role=Role.CASE_MANAGER,
            due_on=said.core_group_on,
            key=str(child.origin),
            by=happening.by,
            now=happening.now,
        )


def referral_of(request: Request) -> ChildEvent | None:
    """Return the referral in the register that a request made, as it stands now."""
    rows = ChildEvent.objects.filter(
        drive_case=request.drive_case_id,
        kind=ChildEventKind.REFERRAL,
        superseded_by=None,
        taken_back=False,
        note__linked_kind=LinkedTo.REQUEST,
        note__linked_id=request.pk,
    )
    return rows.select_related("note", "drive_case").first()


CHILD = Follows(
    check_new=check_entry, check_reply=_check, said=_said, left=_left, answered=_answered
)
