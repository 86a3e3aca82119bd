"""Days that can be: not in the future, not before what they are about began."""

from datetime import date, datetime

from drive.web.core.dates import LONDON, in_words
from drive.web.recording.exceptions import ImpossibleDay


def check_day(
    day: date, *, now: datetime, field: str = "happened_on", since: date | None = None
) -> None:
    """Refuse a day after `now`, or before `since`."""
    if day > now.astimezone(LONDON).date():
        raise ImpossibleDay(f"{in_words(day)} is in the future.", field=field)
    if since is not None and day < since:
        raise ImpossibleDay(f"The day must be {in_words(since)} or later.", field=field)
