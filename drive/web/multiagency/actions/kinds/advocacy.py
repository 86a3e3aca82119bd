"""Institutional advocacy: the register's result is put right when the answer comes."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.registers import AdvocacyResult
from drive.vocabulary.requests import RequestStepKind
from drive.web.multiagency.actions.kinds.details import Argued, Follows, Happening
from drive.web.multiagency.actions.kinds.entries import check_entry, entry_about, put_right
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request

_CHANGED = frozenset({AdvocacyResult.CHANGED, AdvocacyResult.PARTLY_CHANGED})


def _check(_request: Request, reply: Any, *, today: date) -> None:  # noqa: ARG001
    changed = isinstance(reply.detail, Argued) and reply.detail.result in _CHANGED
    if reply.kind is RequestStepKind.ANSWERED and not changed:
        raise CannotAsk("Choose how far it was changed", field="result")


def _said(reply: Any) -> str:
    answered = reply.kind is RequestStepKind.ANSWERED and isinstance(reply.detail, Argued)
    return reply.detail.result.label if answered else ""


def _left(happening: Happening) -> None:
    """Let the letter count what the register counted until now: it is one piece of work."""
    row = entry_about(happening.request)
    if row is not None:
        put_right(happening, row, {}, counted_by=happening.note)


def _answered(happening: Happening, reply: Any) -> None:
    row = entry_about(happening.request)
    if happening.is_closed or row is None:
        return
    if reply.kind is RequestStepKind.ANSWERED:
        put_right(happening, row, {"result": reply.detail.result})
    elif reply.kind is RequestStepKind.REFUSED:
        put_right(happening, row, {"result": AdvocacyResult.NOT_CHANGED})


ADVOCACY = Follows(
    check_new=check_entry, check_reply=_check, said=_said, left=_left, answered=_answered
)
