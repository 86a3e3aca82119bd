"""Handing e-mails to the mail server, when they are due; while it is down they wait."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from drive.vocabulary.outbound import OutgoingState
from drive.web.accounts.models import User
from drive.web.information.queries import content_of
from drive.web.outbound.actions.letting_out import pass_gate
from drive.web.outbound.actions.steps import take
from drive.web.outbound.models import Outgoing, QueuedMail
from drive.web.outbound.presenters.letters import email_body, message_id
from drive.web.outbound.queries.outgoing import latest_step, texts_of

_log = logging.getLogger("drive.web.outbound")
LONGEST_WAIT = timedelta(hours=1)
"""After this time at most a mail that could not be handed over is tried again."""
_FIRST_WAIT = timedelta(minutes=1)


def deliver_due(*, now: datetime) -> int:
    """Hand over what is due, one by one; return how many left."""
    due = QueuedMail.objects.filter(Q(sent_at=None, stopped_at=None, due_at__lte=now))
    return sum(
        _deliver(key, now=now) for key in due.order_by("due_at").values_list("pk", flat=True)
    )


def _deliver(key: UUID, *, now: datetime) -> bool:
    mail = _taken(key, now=now)
    if mail is None:
        return False
    try:
        _message(mail).send()
    except (OSError, SMTPException) as trouble:
        # The text of the error may hold the address.
        _log.warning("an e-mail waits for the mail server: %s", type(trouble).__name__)
        _waits(mail, now=now)
        return False
    _left(mail, now=now)
    return True


@transaction.atomic
def _taken(key: UUID, *, now: datetime) -> QueuedMail | None:
    """Take a mail out of the queue for one attempt, if the gate lets it pass still.

    It comes back by itself: whoever is killed between here and the end has not lost it.
    """
    mail = (
        QueuedMail.objects.select_for_update(of=("self",))
        .filter(pk=key, sent_at=None, stopped_at=None, due_at__lte=now)
        .first()
    )
    if mail is None:
        return None
    row = mail.outgoing
    sender = _sender(row)
    if mail.release_id is None:
        mail.release = pass_gate(row, by=sender, now=now)
        if mail.release is None:
            mail.stopped_at = now
            mail.save(update_fields=["stopped_at"])
            take(row, OutgoingState.STOPPED, by=sender, now=now)
            return None
    mail.attempts += 1
    mail.due_at = now + min(_FIRST_WAIT * 2 ** min(mail.attempts, 10), LONGEST_WAIT)
    mail.save(update_fields=["release", "attempts", "due_at"])
    return mail


def _sender(row: Outgoing) -> User:
    return latest_step(row).recorded_by


@transaction.atomic
def _waits(mail: QueuedMail, *, now: datetime) -> None:
    if latest_step(mail.outgoing).state != OutgoingState.QUEUED:
        take(mail.outgoing, OutgoingState.QUEUED, by=_sender(mail.outgoing), now=now)


@transaction.atomic
def _left(mail: QueuedMail, *, now: datetime) -> None:
    mail.sent_at = now
    mail.save(update_fields=["sent_at"])
    sender = _sender(mail.outgoing)
    take(mail.outgoing, OutgoingState.SENT, release=mail.release, by=sender, now=now)


def _message(mail: QueuedMail) -> EmailMessage:
    row, texts = mail.outgoing, texts_of(mail.outgoing)
    message = EmailMessage(
        subject=settings.DRIVE_MAIL_SUBJECT,
        body=email_body(row, texts, mail.release.mark if mail.release else ""),
        to=[texts.address],
        # The same each time it is handed over: whoever is killed before the row is written sends
        # it again, and the other side knows that it is one message.
        headers={"Message-ID": message_id(mail.release_id)} if mail.release_id else None,
    )
    for number, document in enumerate(row.encloses.all(), start=1):
        message.attach(f"document-{number}.{document.form}", content_of(document))
    return message
