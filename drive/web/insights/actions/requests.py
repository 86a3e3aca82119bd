"""Her own request to see her record, and requests of police, prosecution or a court for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models, transaction

from drive.vocabulary.answers import Answer
from drive.vocabulary.disclosure import (
    DecidedBy,
    DeliveredBy,
    Exemption,
    HerRequestStage,
    IdentityCheck,
    ItemOutcome,
    LegalBasis,
    RecordsAsker,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.insights.exceptions import NothingToRecord, NotSafelyDelivered, ViewMissing
from drive.web.insights.models import (
    HerRequest,
    HerRequestStep,
    IdvaCase,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from drive.web.insights.queries.requests import is_settled, view_on, words_in
from drive.web.insights.rules.requests import due_on, why_not_decide, why_not_deliver
from drive.web.recording.actions.days import check_day
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class HerAsking:
    """That she asks for what is held about her."""

    asked_on: date
    identity: IdentityCheck
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class HerStep:
    """How far her request came; where she has it, how, and that it is safe."""

    stage: HerRequestStage
    happened_on: date
    delivered_by: DeliveredBy | None = None
    plan_read: bool = False
    his_taken_out: bool = False
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Who asks for her records, for what, why, and on what basis."""

    asked_on: date
    asker: RecordsAsker
    basis: LegalBasis
    who: str
    what: str
    necessity: str
    proportionality: str
    reply_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class HerView:
    """What she thinks of it: a HerViewOnRecords, or why there is no answer."""

    asked_on: date
    answer: Answer
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemDecided:
    """What is decided of one thing that they ask for, by whom and why."""

    what: str
    outcome: ItemOutcome
    exemption: Exemption | None = None
    decided_on: date
    decided_by_whom: DecidedBy
    reason: str


@transaction.atomic
def note_her_request(*, case: IdvaCase, asking: HerAsking, by: User, now: datetime) -> HerRequest:
    """Keep that she asked, due one month later."""
    check_day(asking.asked_on, now=now, field="asked_on")
    row = HerRequest(
        idva_case=case,
        asked_on=asking.asked_on,
        identity=asking.identity,
        due_on=due_on(asking.asked_on),
        recorded_at=now,
        recorded_by=by,
    )
    _seal(row, text=asking.text)
    row.save(force_insert=True)
    record_change("insights.note_her_request", case, row, by=by, now=now)
    return row


@transaction.atomic
def take_her_request_on(
    *, request: HerRequest, step: HerStep, by: User, now: datetime
) -> HerRequestStep:
    """Say how far her request came.

    Raises
    ------
    NotSafelyDelivered
        If she is said to have it without her plan having been read and what is his taken out,
        or if the request is settled.
    """
    HerRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check_day(step.happened_on, now=now, since=request.asked_on)
    if is_settled(request):
        raise NotSafelyDelivered("This request is settled. If she asks again, record that.")
    words, field = why_not_deliver(
        step.stage,
        delivered_by=step.delivered_by,
        plan_read=step.plan_read,
        his_taken_out=step.his_taken_out,
    )
    if words:
        raise NotSafelyDelivered(words, field=field)
    row = HerRequestStep(
        request=request,
        stage=step.stage,
        happened_on=step.happened_on,
        delivered_by=step.delivered_by or "",
        plan_read=step.plan_read,
        his_taken_out=step.his_taken_out,
        recorded_at=now,
        recorded_by=by,
    )
    _seal(row, text=step.text)
    row.save(force_insert=True)
    record_change("insights.take_her_request_on", request.idva_case, row, by=by, now=now)
    return row


@transaction.atomic
def note_records_request(
    *, case: IdvaCase, asking: Asking, by: User, now: datetime
) -> RecordsRequest:
    """Keep that somebody asks for her records: nothing is given by it."""
    check_day(asking.asked_on, now=now, field="asked_on")
    for name, words in (
        ("who", "Write who asks"),
        ("what", "Write what they ask for"),
        ("necessity", "Write why they need it, or that they do not say"),
        ("proportionality", "Write what would serve with less"),
    ):
        if not getattr(asking, name).strip():
            raise NothingToRecord(f"{words}.", field=name)
    row = RecordsRequest(
        idva_case=case,
        asked_on=asking.asked_on,
        asker=asking.asker,
        basis=asking.basis,
        reply_by=asking.reply_by,
        recorded_at=now,
        recorded_by=by,
    )
    _seal(
        row,
        who=asking.who,
        what=asking.what,
        necessity=asking.necessity,
        proportionality=asking.proportionality,
    )
    row.save(force_insert=True)
    record_change("insights.note_records_request", case, row, by=by, now=now)
    return row


@transaction.atomic
def record_her_view(
    *, request: RecordsRequest, view: HerView, seen: UUID | None, by: User, now: datetime
) -> RequestView:
    """Keep what she thinks of the request, or why she was not asked; each time is a row."""
    RecordsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check_day(view.asked_on, now=now, field="asked_on", since=request.asked_on)
    stands = view_on(request)
    check_seen(seen, stands, lambda row: {"words": words_in(row, "words")})
    row = RequestView(
        request=request,
        asked_on=view.asked_on,
        answer=view.answer.value or "",
        answer_status=view.answer.status,
        supersedes=stands,
        recorded_at=now,
        recorded_by=by,
    )
    _seal(row, words=view.words)
    row.save(force_insert=True)
    record_change("insights.record_her_view", request.idva_case, row, by=by, now=now)
    return row


@transaction.atomic
def decide_item(
    *,
    request: RecordsRequest,
    item: ItemDecided,
    before: RecordsItem | None = None,
    by: User,
    now: datetime,
) -> RecordsItem:
    """Decide of one thing that they ask for, or put a decision right, which stays on record.

    Raises
    ------
    ViewMissing
        If nobody has said what she thinks of it, or why she was not asked.
    """
    RecordsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check_day(item.decided_on, now=now, field="decided_on", since=request.asked_on)
    if view_on(request) is None:
        raise ViewMissing("Record first what she thinks of it, or why she was not asked.")
    if words := why_not_decide(item.outcome, item.exemption):
        raise NothingToRecord(words, field="exemption")
    if not item.what.strip() or not item.reason.strip():
        raise NothingToRecord("Write what it is, and why it was decided so.", field="reason")
    if before is not None and RecordsItem.objects.filter(supersedes=before).exists():
        raise NothingToRecord("Somebody has put this right meanwhile: look at it again.")
    row = RecordsItem(
        request=request,
        outcome=item.outcome,
        exemption="" if item.outcome is ItemOutcome.GIVEN else item.exemption or "",
        decided_on=item.decided_on,
        decided_by_whom=item.decided_by_whom,
        supersedes=before,
        recorded_at=now,
        recorded_by=by,
    )
    _seal(row, what=item.what, reason=item.reason)
    row.save(force_insert=True)
    record_change("insights.decide_item", request.idva_case, row, by=by, now=now)
    return row


def _seal(row: models.Model, **texts: str) -> None:
    for name, text in texts.items():
        if text.strip():
            seal_field(row, f"sealed_{name}", text.strip())
