"""The four people who work on one case, each at a desk, from day to day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drive.web.accounts.models import User
from tests.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.steps.case_work import finds_the_case
from tests.journeys.steps.signing_in import signs_in, signs_out, types_name_and_password

HIS_NAME = "Perpetrator1 Synthetic"
HER_NAME = "Survivor1"
REFERENCE = "ES-0001"


@dataclass(kw_only=True)
class Team:
    """Who works on the case; whoever is asked for sits down and signs in, once a day."""

    cast: Cast
    settings: Any
    sit_down: Callable[[], Desk]
    desks: dict[str, Desk] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)

    @property
    def service_manager(self) -> Desk:
        """The desk of the service manager."""
        return self._at_work("service_manager", self.cast.service_manager)

    @property
    def case_manager(self) -> Desk:
        """The desk of the case manager."""
        return self._at_work("case_manager", self.cast.case_manager)

    @property
    def adviser(self) -> Desk:
        """The desk of the practice adviser."""
        return self._at_work("adviser", self.cast.practice_adviser)

    @property
    def idva(self) -> Desk:
        """The desk of the Idva who leads."""
        return self._at_work("idva", self.cast.idva)

    def _at_work(self, name: str, user: User) -> Desk:
        if name in self.present:
            return self.desks[name]
        self.present.add(name)
        if name in self.desks:
            desk = self.desks[name]
            types_name_and_password(desk, user.username)
            desk.is_at("What needs you today")
        else:
            self.desks[name] = desk = signs_in(self.sit_down(), user)
            desk.unsaid = [*HIS_NAME.split(), HER_NAME]
        return desk

    def later(self, day: date) -> None:
        """Everybody signs out, and the next day that matters comes."""
        for name in self.present:
            signs_out(self.desks[name])
        self.present.clear()
        self.settings.DRIVE_TODAY = day

    @property
    def opened(self) -> int:
        """How many pages were opened and checked."""
        return sum(desk.opened for desk in self.desks.values())


def takes_up(desk: Desk, task: str) -> None:
    """Somebody goes home and takes up what is to be done there."""
    desk.section("Home")
    desk.follow(f"{REFERENCE}: {task}")


def opens_the_case(desk: Desk) -> None:
    """Somebody finds the case in the list."""
    finds_the_case(desk, HIS_NAME)
