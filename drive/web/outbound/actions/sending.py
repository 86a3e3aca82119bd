"""Sending: through the gate, with a hold in which it can be called back, or at once."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from drive.vocabulary.outbound import CheckOutcome, OutgoingChannel, OutgoingState
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.core.sealing import seal_field
from drive.web.core.working_days import add_working_days
from drive.web.outbound.actions.asking import (
    Question,
    ask_idvas,
    ask_service_manager,
    settle_about,
)
from drive.web.outbound.actions.steps import locked, require, require_own_side, take
from drive.web.outbound.exceptions import NotAtOnce, NotFromHere, NotReady
from drive.web.outbound.models import Outgoing, OutgoingReview, OutgoingStep, QueuedMail
from drive.web.outbound.queries.case import pairs_of
from drive.web.outbound.queries.checking import Checked, checked

_CAN_BE_SENT = (OutgoingState.WRITTEN, OutgoingState.STOPPED)
_NOT_HERE = "It was sent or called back meanwhile."


@transaction.atomic
def send(*, outgoing: Outgoing, reason: str = "", by: User, now: datetime) -> OutgoingStep:
    """Send it after the hold, or stop it: what the gate stops stands as stopped, with its reasons.

    Raises
    ------
    NotReady
        If the gate warns and nobody says why it goes all the same.
    """
    row = locked(outgoing)
    require_own_side(row, by)
    require(row, *_CAN_BE_SENT, words=_NOT_HERE)
    found = checked(row)
    if found.outcome is CheckOutcome.STOPPED:
        step = take(row, OutgoingState.STOPPED, findings=found.findings, by=by, now=now)
        record_change("outbound.stop", row, by=by, now=now)
        return step
    _reasoned(found, reason)
    return _hold(row, found, until=now + _length_of_hold(row), reason=reason, by=by, now=now)


@transaction.atomic
def send_now(*, outgoing: Outgoing, reason: str, by: User, now: datetime) -> OutgoingStep:
    """Send it without hold, since a life or a child is in danger; it is reviewed afterwards.

    Raises
    ------
    NotAtOnce
        If it is for something else, or goes to his side.
    NotReady
        If there is no reason.
    """
    row = locked(outgoing)
    require_own_side(row, by)
    require(row, *_CAN_BE_SENT, words=_NOT_HERE)
    found = checked(row)
    if not found.sending.waits_for_nothing:
        raise NotAtOnce(
            "Only what is for a threat to life or a child at risk, and not for the service user's "
            "side, is sent without the hold."
        )
    if not reason.strip():
        raise NotReady("Write why it cannot wait", field="reason")
    step = _hold(row, found, until=now, reason=reason, by=by, now=now, at_once=True)
    question = _question(row, TaskKind.REVIEW_SENT_NOW, days=1, now=now)
    ask_service_manager(question, by=by, now=now)
    return step


def _length_of_hold(row: Outgoing) -> timedelta:
    """Return how long it is held. What is read out leaves word by word: it needs no hold."""
    is_read_out = row.channel == OutgoingChannel.TELEPHONE
    return timedelta(seconds=0 if is_read_out else settings.DRIVE_HOLD_SECONDS)


def _reasoned(found: Checked, reason: str) -> None:
    if found.outcome is CheckOutcome.WARNED and not reason.strip():
        raise NotReady("Write why it goes although the gate warns", field="reason")


def _hold(
    row: Outgoing,
    found: Checked,
    *,
    until: datetime,
    reason: str,
    by: User,
    now: datetime,
    at_once: bool = False,
) -> OutgoingStep:
    step = take(
        row,
        OutgoingState.HELD,
        held_until=until,
        at_once=at_once,
        findings=found.findings,
        reason=reason,
        by=by,
        now=now,
    )
    if row.channel == OutgoingChannel.EMAIL:
        QueuedMail.objects.update_or_create(
            outgoing=row, defaults={"due_at": until, "stopped_at": None}
        )
    if found.sending.is_never_stopped:
        _tell(row, by=by, now=now)
    record_change("outbound.send", row, step, by=by, now=now)
    return step


def _tell(row: Outgoing, *, by: User, now: datetime) -> None:
    """Tell the Idva lead and the service manager at once of what is shared to protect."""
    question = _question(row, TaskKind.READ_SHARED, days=0, now=now)
    ask_idvas(question, by=by, now=now)
    ask_service_manager(question, by=by, now=now)


def _question(row: Outgoing, kind: TaskKind, *, days: int, now: datetime) -> Question:
    return Question(
        kind=kind,
        thing=row.pk,
        about=row.about,
        reference=row.reference,
        site=row.site,
        pairs=pairs_of(row.perpetrator),
        due_on=add_working_days(now.astimezone(LONDON).date(), days),
    )


@transaction.atomic
def review(*, outgoing: Outgoing, text: str, by: User, now: datetime) -> OutgoingReview:
    """Note what came of looking at something that was sent; that settles what one was asked."""
    if not text.strip():
        raise NotReady("Write what came of it", field="text")
    row = OutgoingReview(outgoing=outgoing, recorded_at=now, recorded_by=by)
    seal_field(row, "sealed_text", text.strip())
    row.save(force_insert=True)
    kinds = (TaskKind.READ_SHARED, TaskKind.REVIEW_SENT_NOW)
    settle_about(outgoing.pk, kinds, by=by, now=now)
    record_change("outbound.review", outgoing, row, by=by, now=now)
    return row


@transaction.atomic
def call_back(*, outgoing: Outgoing, reason: str = "", by: User, now: datetime) -> OutgoingStep:
    """Call something back before it has left; whoever did not write it stops it, with a reason.

    Raises
    ------
    NotFromHere
        If it has left.
    """
    row = locked(outgoing)
    step = require(
        row,
        OutgoingState.HELD,
        OutgoingState.WRITTEN,
        OutgoingState.STOPPED,
        OutgoingState.QUEUED,
        words="It has left, or was called back before.",
    )
    mail = QueuedMail.objects.select_for_update().filter(outgoing=row).first()
    if mail and mail.attempts and mail.sent_at is None and step.state == OutgoingState.HELD:
        raise NotFromHere("It is being handed to the mail server at this moment.")
    if by.pk != row.recorded_by_id and not reason.strip():
        raise NotReady("Write why you stop it", field="reason")
    if mail:
        mail.stopped_at = now
        mail.save(update_fields=["stopped_at"])
    taken = take(row, OutgoingState.RECALLED, reason=reason, by=by, now=now)
    record_change("outbound.call_back", row, taken, by=by, now=now)
    return taken
