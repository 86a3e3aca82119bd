"""Consulting on a contact strategy: who is asked, and what they reply."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.strategy import ApprovalState, Consultee, ConsulteeView
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.steps import day_of, lock_open, require_state, step_to
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, NobodyElsesReply
from drive.web.casework.models import (
    Capacity,
    Consultation,
    ConsultationReply,
    ContactStrategy,
)
from drive.web.casework.queries import current_assignments
from drive.web.casework.queries.strategies import (
    state_of_strategy,
    text_in,
)
from drive.web.casework.rules import strategies as rules
from drive.web.core.sealing import seal_field
from drive.web.core.working_days import add_working_days
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class Asked:
    """That somebody is asked: by name, on a day."""

    who: str
    asked_on: date


@dataclass(frozen=True, kw_only=True)
class NotApplicable:
    """That nobody is asked, and why."""

    why: str


@transaction.atomic
def consult(
    *,
    strategy: ContactStrategy,
    others: Mapping[Consultee, Asked | NotApplicable],
    by: User,
    now: datetime,
) -> ContactStrategy:
    """Send a draft to those who are consulted. The Idva lead is always one of them, by name."""
    case = strategy.drive_case
    lock_open(case)
    require_state(
        state_of_strategy(strategy),
        {ApprovalState.DRAFT},
        words="This version was sent out already, or another has replaced it.",
    )
    lead = current_assignments(case)[Capacity.IDVA_LEAD].user
    _check_matrix({**others, Consultee.IDVA_LEAD: lead}, others, now=now)
    for consultee, row in others.items():
        _ask(strategy, consultee, row, by=by, now=now)
    _ask(
        strategy,
        Consultee.IDVA_LEAD,
        Asked(who=lead.name, asked_on=day_of(now)),
        user=lead,
        by=by,
        now=now,
    )
    step_to(strategy, ApprovalState.CONSULTED, by=by, now=now)
    open_case_task(
        case=case,
        kind=TaskKind.CONSULTED,
        role=Role.IDVA,
        due_on=add_working_days(day_of(now), rules.WORKING_DAYS_TO_REPLY),
        by=by,
        now=now,
    )
    record_change("casework.consult", case, strategy, by=by, now=now)
    return strategy


def _check_matrix(
    rows: Mapping[Consultee, object],
    others: Mapping[Consultee, Asked | NotApplicable],
    *,
    now: datetime,
) -> None:
    for missing in rules.missing_from_matrix(rows):
        raise CannotWrite(
            f"Say of the {missing.label.lower()} whether they are asked, or why not.",
            field=str(missing),
        )
    for consultee, row in others.items():
        if isinstance(row, Asked):
            check_day(row.asked_on, now=now, field=f"{consultee}_asked_on")
        elif not row.why.strip():
            raise CannotWrite("Write why nobody is asked.", field=f"{consultee}_why")


def _ask(
    strategy: ContactStrategy,
    consultee: Consultee,
    row: Asked | NotApplicable,
    *,
    user: User | None = None,
    by: User,
    now: datetime,
) -> None:
    asked = isinstance(row, Asked)
    Consultation.objects.create(
        strategy=strategy,
        consultee=consultee,
        asked_on=row.asked_on if isinstance(row, Asked) else None,
        who=row.who if isinstance(row, Asked) else "",
        user=user,
        why_not="" if asked else row.why,  # type: ignore[union-attr]
        recorded_at=now,
        recorded_by=by,
    )


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What somebody who was asked says."""

    replied_on: date
    view: ConsulteeView
    text: str = ""


@transaction.atomic
def reply_to(
    *, consultation: Consultation, reply: Reply, seen: UUID | None, by: User, now: datetime
) -> ConsultationReply:
    """Keep a reply. The Idva lead gives hers herself, and it lies sealed."""
    strategy, case = consultation.strategy, consultation.strategy.drive_case
    lock_open(case)
    _check_reply(consultation, reply, by, now)
    earlier = consultation.replies.filter(superseded_by=None).select_related("recorded_by").first()
    if earlier is not None and earlier.pk != seen:
        raise ChangedMeanwhile(
            theirs={"view": ConsulteeView(earlier.view), "text": text_in(earlier)},
            by_name=earlier.recorded_by.name,
            at=earlier.recorded_at,
            stands=earlier.pk,
        )
    row = ConsultationReply(
        consultation=consultation,
        replied_on=reply.replied_on,
        view=reply.view,
        supersedes=earlier,
        recorded_at=now,
        recorded_by=by,
    )
    if consultation.user_id is None:
        row.text = reply.text
    elif reply.text:
        seal_field(row, "sealed_text", reply.text)
    row.save(force_insert=True)
    if consultation.user_id is not None:
        _ready_to_decide(strategy, by=by, now=now)
    record_change("casework.reply_to_strategy", case, strategy, row, by=by, now=now)
    return row


def _check_reply(consultation: Consultation, reply: Reply, by: User, now: datetime) -> None:
    require_state(
        state_of_strategy(consultation.strategy),
        {ApprovalState.CONSULTED, ApprovalState.APPROVED},
        words="This version does not wait for replies any more.",
    )
    if consultation.asked_on is None:
        raise NobodyElsesReply("Nobody was asked here.")
    if consultation.user_id not in (None, by.pk):
        raise NobodyElsesReply("The IDVA lead replies herself, on her own page.")
    check_day(reply.replied_on, now=now, since=consultation.asked_on, field="replied_on")
    if reply.view is ConsulteeView.AGAINST and not reply.text.strip():
        raise CannotWrite("Write what speaks against it.", field="text")


def _ready_to_decide(strategy: ContactStrategy, *, by: User, now: datetime) -> None:
    """The Idva lead is heard: now the service manager, and the adviser where needed, decide."""
    case = strategy.drive_case
    settle_all(kind=TaskKind.CONSULTED, about=case.pk, outcome="Replied", by=by, now=now)
    if state_of_strategy(strategy) is not ApprovalState.CONSULTED:
        return
    roles = [Role.SERVICE_MANAGER, *([Role.PRACTICE_ADVISER] if strategy.adviser_needed else [])]
    for role in roles:
        open_case_task(
            case=case,
            kind=TaskKind.AGREE_STRATEGY,
            role=role,
            due_on=add_working_days(day_of(now), rules.WORKING_DAYS_TO_AGREE),
            key=role,
            by=by,
            now=now,
        )
