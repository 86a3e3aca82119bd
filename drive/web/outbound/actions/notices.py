"""Telling those who work here that something urgent waits for them, and nothing else.

Whoever is killed between the mail server and the row tells somebody twice: of a leak, twice is
better than not at all.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Max

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.outbound.models import Notice
from drive.web.outbound.presenters.letters import NOTIFICATION
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
    message = EmailMessage(settings.DRIVE_MAIL_SUBJECT, NOTIFICATION, to=[user.email])
    try:
        message.send()
    except (OSError, SMTPException) as trouble:
        _log.warning("a notice waits for the mail server: %s", type(trouble).__name__)
        return False
    Notice.objects.create(user=user, sent_at=now)
    return True
