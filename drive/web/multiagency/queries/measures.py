"""How long agencies took to answer, of the requests that somebody may see."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.requests import RefusalReason, RequestStepKind
from drive.web.accounts.models import User
from drive.web.core.working_days import working_days_between
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.sources import REPLIES
from drive.web.multiagency.rules.measures import Wait

_ENDS = (RequestStepKind.WITHDRAWN, RequestStepKind.SUBSTITUTED)
_READ = (RequestStepKind.SENT, RequestStepKind.CHASED, *REPLIES, *_ENDS)


def waits_seen_by(actor: User, today: date) -> list[Wait]:
    """Return every request in reach that has left, answered or not."""
    rows = Request.objects.visible_to(actor).select_related("agency", "drive_case__site")
    requests = {row.pk: row for row in rows.select_related("drive_case__closure")}
    steps: dict[object, list[RequestStep]] = {}
    found = RequestStep.objects.visible_to(actor).filter(kind__in=_READ)
    for step in found.order_by("request", "sequence"):
        steps.setdefault(step.request_id, []).append(step)
    waits = (_wait(row, steps.get(key, []), today) for key, row in requests.items())
    return [wait for wait in waits if wait is not None]


def _wait(request: Request, steps: list[RequestStep], today: date) -> Wait | None:
    sent = next((s for s in steps if s.kind == RequestStepKind.SENT and s.left_on), None)
    if sent is None or sent.left_on is None:
        return None
    reply = next((s for s in steps if s.kind in REPLIES), None)
    ended = next((s for s in steps if s.kind in _ENDS), None)
    until = (reply or ended).happened_on if reply or ended else _last_day(request, today)  # type: ignore[union-attr]
    return Wait(
        agency=request.agency_id,
        name=request.agency.name,
        site=request.drive_case.site.name,
        days=working_days_between(sent.left_on, max(until, sent.left_on)),
        answered=reply is not None,
        chasers=sum(s.kind == RequestStepKind.CHASED and bool(s.left_on) for s in steps),
        refusals=tuple(RefusalReason(s.refusal) for s in steps if s.refusal),
    )


def _last_day(request: Request, today: date) -> date:
    """Return until when one has waited: on a closed case nobody waits any more."""
    closure = getattr(request.drive_case, "closure", None)
    return min(closure.closed_on, today) if closure else today
