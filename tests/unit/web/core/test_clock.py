"""The clock of a demonstration: its day is set, and it goes on at midnight."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from drive.web.core import clock

LONDON = ZoneInfo("Europe/London")
EVENING = datetime(2026, 11, 21, 23, 59, 30, tzinfo=LONDON)
NIGHT = datetime(2026, 11, 22, 0, 0, 30, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def started_in_the_evening(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Start the demonstration half a minute before midnight."""
    settings.DRIVE_TODAY = date(2017, 6, 30)
    monkeypatch.setattr(clock, "_started", EVENING)


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Read the clock at a real moment."""
    monkeypatch.setattr(clock, "_real", lambda: moment)
    return clock.now()


def test_the_day_is_the_demonstrations_and_the_time_is_real(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert at(EVENING, monkeypatch) == datetime(2017, 6, 30, 23, 59, 30, tzinfo=LONDON)


def test_time_never_runs_backwards_at_midnight(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = at(EVENING, monkeypatch), at(NIGHT, monkeypatch)
    assert before < after
    assert clock.today() == date(2017, 7, 1)


def test_without_a_day_the_moment_is_the_real_one(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.DRIVE_TODAY = None
    assert at(NIGHT, monkeypatch) == NIGHT
