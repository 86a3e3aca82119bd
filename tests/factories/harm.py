"""Serious events reported by walking the real actions. All people are synthetic."""

from datetime import date, datetime, timedelta

from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.harm.actions import NewEvent, record
from drive.web.harm.models import SeriousEvent
from drive.web.people.models import Dyad
from tests.cast import NOW, PASSWORD

HAPPENED_ON = date(2017, 6, 29)
NO_DAY = unknown(ValueStatus.ASKED_NOT_KNOWN)


def said(
    *,
    kind: SeriousEventKind = SeriousEventKind.SERIOUS_INJURY,
    harmed: Harmed = Harmed.VICTIM_SURVIVOR,
    happened_on: date | None = HAPPENED_ON,
    known_at: datetime = NOW - timedelta(hours=2),
    account: str = "She has a broken wrist; the police were called.",
) -> NewEvent:
    """Return what somebody says of an event."""
    day: Answer = known(happened_on.isoformat()) if happened_on else NO_DAY
    return NewEvent(kind=kind, harmed=harmed, happened_on=day, known_at=known_at, account=account)


def reported(dyad: Dyad, by: User, *, now: datetime = NOW, **about: object) -> SeriousEvent:
    """Report an event about a pair."""
    return record(dyad=dyad, event=said(**about), by=by, now=now)  # type: ignore[arg-type]


def monitor(username: str = "second-monitor") -> User:
    """Add one more monitor."""
    by = system_user()
    user = add_user(username=username, name="Somebody else", password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.MONITOR, by=by, now=NOW)
    return User.objects.get(pk=user.pk)
