"""Asking an agency: the request, its words, the facts that it rests on, and the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from drive.vocabulary.directory import ContactRole, LawfulBasis
from drive.vocabulary.facts import CitationKind, Use
from drive.vocabulary.requests import (
    DisruptionType,
    EscalationLevel,
    RequestKind,
    RequestPurpose,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions.steps import lock_open
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import seal_field
from drive.web.information.actions.citing import cite
from drive.web.information.models import Fact
from drive.web.multiagency.actions.kinds import follows
from drive.web.multiagency.actions.kinds.details import NewDetail
from drive.web.multiagency.actions.steps import day_of, locked, require, take
from drive.web.multiagency.actions.writing import let_go, letter_to
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import opened
from drive.web.multiagency.queries.whom import To
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.ladder import level_for
from drive.web.organisations.models import SharingAgreement
from drive.web.outbound.queries.checking import Checked, checked

LONGEST_ANSWER_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class NewRequest:
    """What somebody asks an agency for.

    Parameters
    ----------
    to : To
        Whom, by which way.
    without_agreement : str
        Why it is asked although no agreement covers it. It goes all the same.
    text : str
        The words that go to the agency.
    instead_of : Request or None
        The request that nobody answered; once this one has left, that one ends.
    again : Request or None
        The request that never left, which this one says anew.
    entry : UUID or None
        The key of what it is about in the registers.
    detail : NewDvds, NewMarac or None
        What its kind asks beyond the rest.
    """

    kind: RequestKind
    to: To
    topics: Sequence[RequestTopic] = ()
    action: DisruptionType | None = None
    purpose: RequestPurpose
    use: Use
    basis: LawfulBasis
    agreement: SharingAgreement | None = None
    without_agreement: str = ""
    answer_days: int
    text: str
    facts: Sequence[Fact] = field(default_factory=tuple)
    instead_of: Request | None = None
    again: Request | None = None
    entry: UUID | None = None
    detail: NewDetail | None = None

    @property
    def way(self) -> RequestWay:
        """By which way it goes."""
        return self.to.way


@transaction.atomic
def ask(*, case: DriveCase, new: NewRequest, by: User, now: datetime) -> Request:
    """Write a request. Nothing leaves by it: `send` hands it to the gate."""
    lock_open(case)
    _check(case, new)
    follows(new.kind).check_new(case, new, by=by, today=day_of(now))
    request = _row(case, new, by=by, now=now)
    letter = letter_to(case, new.to, new.text, use=new.use, facts=new.facts, by=by, now=now)
    if new.facts:
        cite(
            facts=new.facts,
            use=new.use,
            kind=CitationKind.REQUEST,
            about=request.pk,
            by=by,
            now=now,
        )
    take(
        opened(request, day_of(now)),
        RequestStepKind.SENT,
        outgoing=letter,
        contact=new.to.contact,
        level=_level(new),
        by=by,
        now=now,
    )
    follows(new.kind).asked(request, new, by=by, now=now)
    if new.again is not None:
        _take_back(new.again, by=by, now=now)
    record_change("multiagency.ask", case, request, by=by, now=now)
    return request


@transaction.atomic
def send_request(*, request: Request, reason: str = "", by: User, now: datetime) -> RequestStep:
    """Hand a request to the gate. It is sent on the day on which it leaves.

    What the gate stops stays unsent, and stands there with the reasons.
    """
    found = locked(request, now)
    step = found.sent
    if step.left_on or step.outgoing is None:
        require(found, RequestStepKind.SENT)
    let_go(step.outgoing, reason, by=by, now=now)  # type: ignore[arg-type]
    record_change("multiagency.send", request.drive_case, request, by=by, now=now)
    return step


@transaction.atomic
def ask_and_send(
    *, case: DriveCase, new: NewRequest, reason: str = "", by: User, now: datetime
) -> Request:
    """Write a request and hand it to the gate at once."""
    request = ask(case=case, new=new, by=by, now=now)
    send_request(request=request, reason=reason, by=by, now=now)
    return request


class _LookedAt(Exception):
    """Undoes what was written only to be looked at."""


def what_the_gate_says(
    *, case: DriveCase, new: NewRequest, by: User, now: datetime
) -> Checked | None:
    """Return what the gate would say of a request; nothing of it is kept."""
    found = None
    try:
        with transaction.atomic():
            request = ask(case=case, new=new, by=by, now=now)
            letter = request.steps.get(kind=RequestStepKind.SENT).outgoing
            found = checked(letter) if letter else None
            raise _LookedAt
    except _LookedAt:
        return found


def _row(case: DriveCase, new: NewRequest, *, by: User, now: datetime) -> Request:
    last = Request.objects.filter(drive_case=case).aggregate(last=Max("number"))["last"] or 0
    row = Request(
        drive_case=case,
        number=last + 1,
        kind=new.kind,
        agency=new.to.agency,
        contact=new.to.contact,
        topics=[topic.value for topic in new.topics],
        action=new.action or "",
        purpose=new.purpose,
        use=new.use,
        basis=new.basis,
        agreement=new.agreement,
        without_agreement="" if new.agreement else new.without_agreement.strip(),
        way=new.way,
        answer_days=new.answer_days,
        entry=new.entry,
        instead_of=new.instead_of,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_text", new.text.strip())
    row.save(force_insert=True)
    return row


def _level(new: NewRequest) -> EscalationLevel:
    contact = new.to.contact
    return level_for(ContactRole(contact.role)) if contact else EscalationLevel.PERSON


def _take_back(request: Request, *, by: User, now: datetime) -> None:
    """End a request that never left, since it is said anew."""
    found = locked(request, now)
    if found.sent.left_on is None:
        require(found, RequestStepKind.WITHDRAWN)
        take(found, RequestStepKind.WITHDRAWN, by=by, now=now)
        follows(request.kind).ended(request, by=by, now=now)


def _check_of_kind(case: DriveCase, new: NewRequest) -> None:
    kind, agency = KINDS[new.kind], new.to.agency
    if agency.site_id != case.site_id:
        raise CannotAsk("Choose an agency of the site of this case.", field="agency")
    if not kind.may_ask(agency.kind):
        raise CannotAsk("This is asked of another kind of agency: choose one", field="agency")
    if new.use not in kind.uses:
        raise CannotAsk("Choose what it is for", field="use")
    if "topics" in kind.asks and not new.topics:
        raise CannotAsk("Choose what you ask for", field="topics")
    if "action" in kind.asks and new.action is None:
        raise CannotAsk("Choose what they are asked to do", field="action")


def _check(case: DriveCase, new: NewRequest) -> None:
    _check_of_kind(case, new)
    to = new.to
    if not to.address.strip():
        raise CannotAsk(
            "The directory does not say where they are reached this way: write it here",
            field="address",
        )
    if new.agreement is None and not new.without_agreement.strip():
        raise CannotAsk(
            "No agreement covers it: say why you ask all the same", field="without_agreement"
        )
    if not 1 <= new.answer_days <= LONGEST_ANSWER_DAYS:
        raise CannotAsk("Give them 1 to 60 working days", field="answer_days")
    if not new.text.strip():
        raise CannotAsk("Write the text", field="text")
