"""A decision on a breach: the register's breach is put right when the answer comes."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.registers import BreachDecision
from drive.vocabulary.requests import RequestStepKind
from drive.web.multiagency.actions.kinds.details import Decided, Follows, Happening
from drive.web.multiagency.actions.kinds.entries import check_entry, entry_about, put_right
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request
from drive.web.registers.queries.words import open_words

_NEED_A_REASON = frozenset({BreachDecision.RECALL_DECLINED, BreachDecision.NO_ACTION})
_PROBATION = frozenset(
    {AgencyType.PROBATION_NPS, AgencyType.PROBATION_CRC, AgencyType.PROBATION_SERVICE}
)


def _check(_request: Request, reply: Any, *, today: date) -> None:  # noqa: ARG001
    if reply.kind is not RequestStepKind.ANSWERED:
        return
    said = reply.detail
    if not isinstance(said, Decided) or said.decision is BreachDecision.WAITING:
        raise CannotAsk("Choose what was decided", field="decision")
    if said.decision in _NEED_A_REASON and not said.reason.strip():
        raise CannotAsk(
            "Write the reason that was given, or that none was given", field="decision_reason"
        )


def _said(reply: Any) -> str:
    said = reply.detail
    if not isinstance(said, Decided) or reply.kind is not RequestStepKind.ANSWERED:
        return ""
    reason = said.reason.strip()
    return f"{said.decision.label}, because: {reason}" if reason else said.decision.label


def _left(happening: Happening) -> None:
    """Say in the register that the offender manager is informed, once it has left for one."""
    row = entry_about(happening.request)
    if row is None or happening.request.agency.kind not in _PROBATION or row.informed_on:
        return
    values = {
        "informed_on": happening.step.left_on,
        "decision": row.decision,
        "reason": open_words(row)["reason"],
    }
    put_right(happening, row, values, counted_by=happening.note)


def _answered(happening: Happening, reply: Any) -> None:
    said, row = reply.detail, entry_about(happening.request)
    if happening.is_closed or row is None or not isinstance(said, Decided):
        return
    if reply.kind is RequestStepKind.ANSWERED:
        values = {
            "informed_on": row.informed_on,
            "decision": said.decision,
            "reason": said.reason.strip(),
        }
        put_right(happening, row, values)


BREACH = Follows(
    check_new=check_entry, check_reply=_check, said=_said, left=_left, answered=_answered
)
