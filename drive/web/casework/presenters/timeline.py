"""One entry of a timeline, made the same way by every room that adds to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What happened on a case.

    Parameters
    ----------
    what : str
        What it was, in a few words.
    kind : TimelineKind
        By which it is filtered.
    on : datetime.date
        The day on which it happened.
    at : datetime.datetime
        When it was recorded: it orders the entries of one day.
    by : User
        Who recorded it.
    key : UUID
        The row, by which it can be pinned.
    text : callable
        Its words: called for the entries of the page that is shown, since it may be sealed.
    major : bool
        Whether it is one of the few that tell the story of the case.
    victim_side : bool
        Whether it came from the victim-survivor or her Idva; left out of prints.
    href : str
        Where more of it stands.
    """

    what: str
    kind: TimelineKind
    on: date
    at: datetime
    by: User
    key: UUID
    text: Callable[[], str] = str
    major: bool = False
    victim_side: bool = False
    href: str = ""
