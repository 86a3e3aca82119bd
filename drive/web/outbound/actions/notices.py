"""Telling those who work here that something waits for them, and nothing else.

What is urgent is told within minutes: whoever is killed between the mail server and the row tells
somebody twice, since of a leak twice is better than not at all. What is due is told once on each
working day, by one message however often it is handed over.
"""

import logging
from datetime import date, datetime, time, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Max

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.core.dates import LONDON
from drive.web.core.working_days import is_working_day
from drive.web.outbound.models import Digest, Notice
from drive.web.outbound.presenters.letters import NOTIFICATION, message_id
from drive.web.tasks.queries import last_asked, tasks_of

URGENT = frozenset(
    {
        TaskKind.READ_SHARED,
        TaskKind.REVIEW_SAFETY,
        TaskKind.REVIEW_SENT_NOW,
        TaskKind.ADDRESS_CLASH,
        TaskKind.GONE_QUIET,
        TaskKind.DECIDE_OVERRIDE,
        TaskKind.DECIDE_SENDING,
    }
)
"""What somebody is told of by e-mail, too; everything else waits on the home page."""
PAUSE = timedelta(minutes=15)
"""Between two e-mails to one person."""
DIGEST_FROM = time(7)
"""The time of a working day from which somebody is told what is due."""

_log = logging.getLogger("drive.web.outbound")


def notify_due(*, now: datetime) -> int:
    """Tell everybody for whom something urgent was opened since the last time; return how many.

    The worker asks every few seconds, so it begins with what is open: whoever is asked nothing
    costs nothing.
    """
    asked = last_asked(URGENT)
    told = dict(
        Notice.objects.filter(user__in=asked)
        .order_by()
        .values_list("user")
        .annotate(last=Max("sent_at"))
    )
    due = [user for user, at in asked.items() if _is_due(at, told.get(user), now)]
    people = User.objects.filter(pk__in=due, is_active=True).exclude(email="")
    return sum(_notify(user, told.get(user.pk), now=now) for user in people)


def _is_due(asked: datetime, last: datetime | None, now: datetime) -> bool:
    return last is None or (asked > last and now - last >= PAUSE)


def _notify(user: User, last: datetime | None, *, now: datetime) -> bool:
    waiting = tasks_of(user).filter(kind__in=URGENT)
    if last:
        waiting = waiting.filter(recorded_at__gt=last)
    if not waiting.exists():
        return False
    if not _told(user):
        return False
    Notice.objects.create(user=user, sent_at=now)
    return True


def digest_due(*, now: datetime) -> int:
    """Tell everybody for whom something is due, once a working day; return how many."""
    local = now.astimezone(LONDON)
    if not is_working_day(local.date()) or local.time() < DIGEST_FROM:
        return 0
    people = User.objects.filter(is_active=True).exclude(email="")
    return sum(_digest(user, now=now) for user in people)


def _digest(user: User, *, now: datetime) -> bool:
    today = now.astimezone(LONDON).date()
    if not tasks_of(user).filter(due_on__lte=today).exists():
        return False
    row = _claimed(user, today, now=now)
    if row is None or not _told(user, {"Message-ID": message_id(row.pk)}):
        return False
    row.sent_at = now
    row.save(update_fields=["sent_at"])
    return True


@transaction.atomic
def _claimed(user: User, day: date, *, now: datetime) -> Digest | None:
    """Take the message of a day for one attempt; None if it was sent, or is being sent now."""
    Digest.objects.get_or_create(user=user, day=day)
    row = Digest.objects.select_for_update().get(user=user, day=day)
    if row.sent_at or (row.tried_at and now - row.tried_at < PAUSE):
        return None
    row.tried_at = now
    row.save(update_fields=["tried_at"])
    return row


def _told(user: User, headers: dict[str, str] | None = None) -> bool:
    message = EmailMessage(
        settings.DRIVE_MAIL_SUBJECT, NOTIFICATION, to=[user.email], headers=headers
    )
    try:
        message.send()
    except (OSError, SMTPException) as trouble:
        _log.warning("a notice waits for the mail server: %s", type(trouble).__name__)
        return False
    return True
