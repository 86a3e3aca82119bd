"""What cannot be so, in words for whoever records a serious event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.core.dates import LONDON, in_words

LONGEST_ACCOUNT = 12_000


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the field beside which it is said."""

    words: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody says of an event; `happened_on` is None where the day is not known."""

    kind: SeriousEventKind
    harmed: Harmed
    happened_on: date | None
    known_at: datetime
    account: str


def problem_in(said: Said, *, now: datetime) -> Problem | None:
    """Return the first thing that cannot be so, or None."""
    return _whom(said) or _when(said, now) or _what(said)


def _whom(said: Said) -> Problem | None:
    if said.kind is SeriousEventKind.CHILD_REMOVAL and said.harmed is not Harmed.CHILD:
        return Problem("It is a child who is taken out of a family: choose ‘A child’", "harmed")
    if said.kind is SeriousEventKind.LEAK and said.harmed is Harmed.PERPETRATOR:
        return Problem("Choose whose information reached the perpetrator", "harmed")
    return None


def _when(said: Said, now: datetime) -> Problem | None:
    known_on, today = _day(said.known_at), _day(now)
    if said.known_at > now:
        field = "known_on" if known_on > today else "known_time"
        return Problem("The moment when somebody first knew must be in the past", field)
    if said.happened_on is None:
        return None
    if said.happened_on > today:
        return Problem("The day on which it happened must be today or in the past", "happened")
    if said.happened_on > known_on:
        return Problem(
            f"You say that somebody knew of it on {in_words(known_on)}, before it happened on "
            f"{in_words(said.happened_on)}. Put one of the two days right",
            "happened",
        )
    return None


def _what(said: Said) -> Problem | None:
    if not said.account.strip():
        return Problem("Write what happened", "account")
    if len(said.account) > LONGEST_ACCOUNT:
        return Problem(f"Write at most {LONGEST_ACCOUNT:,} characters", "account")
    return None


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
