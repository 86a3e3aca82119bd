"""What a simulated year is made of: its chances, its requests, and the mail server."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.core.mail.backends.base import BaseEmailBackend

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import (
    RequestStepKind,
)
from drive.web.casework.models import DriveCase
from drive.web.core.dates import LONDON
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.standing import Books, Opened, all_opened
from tests.cast import Cast

K = RequestStepKind
LONGEST = timedelta(days=365)
KINDS = (AgencyType.POLICE, AgencyType.PROBATION_SERVICE, AgencyType.HOUSING, AgencyType.CSC)
MAIL = "tests.integration.web.multiagency.years.PostOffice"


class Killed(BaseException):
    """What kill -9 is to the code: nothing of it runs on."""


class PostOffice(BaseEmailBackend):
    """A mail server that can be down, and in whose hands the worker can die."""

    taken: list[Any] = []
    down = False
    dies: str = ""

    def send_messages(self, messages: Any) -> int:
        """Take some messages, or not."""
        if PostOffice.down:
            raise OSError("nobody there")
        dies, PostOffice.dies = PostOffice.dies, ""
        if dies == "before":
            raise Killed
        PostOffice.taken.extend(messages)
        if dies == "after":
            raise Killed
        return len(messages)


@dataclass
class Year:
    """One simulated year.

    Parameters
    ----------
    awake : list of date
        The days on which the worker came to its end at least once.
    """

    cast: Cast
    case: DriveCase
    chance: np.random.Generator
    kills: int = 0
    awake: list[date] = field(default_factory=list)
    sleeps_until: datetime = datetime(2017, 1, 1, tzinfo=LONDON)
    down_until: datetime = datetime(2017, 1, 1, tzinfo=LONDON)
    requests: list[Request] = field(default_factory=list)
    acts: Counter[str] = field(default_factory=Counter)
    replies: dict[tuple[object, str], date | None] = field(default_factory=dict)
    tried: dict[object, date] = field(default_factory=dict)

    @property
    def by(self) -> Any:
        """The case manager."""
        return self.cast.case_manager

    def opened(self, moment: datetime) -> list[Opened]:
        """Return the requests of the year as they stand."""
        rows = Request.objects.filter(pk__in=[each.pk for each in self.requests])
        return all_opened(rows.order_by("number"), Books(moment.date()), is_open=True)

    def happens(self, chance: float) -> bool:
        """Whether something happens that has a chance."""
        return bool(self.chance.random() < chance)

    def days(self, low: int, high: int) -> int:
        """Return some number of days."""
        return int(self.chance.integers(low, high + 1))
