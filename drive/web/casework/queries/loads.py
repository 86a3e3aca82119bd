"""How many open cases case managers hold, what these weigh, and when places become free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.models import Capacity, CaseAssignment, CaseStateChange, SuContact
from drive.web.casework.queries.clock import ends_on
from drive.web.casework.queries.holds import on_hold
from drive.web.casework.rules.loads import Weighed, weighed_as, weight
from drive.web.organisations.models import Site
from drive.web.organisations.queries import all_sites

_LATEST_STATE = CaseStateChange.objects.filter(drive_case=OuterRef("drive_case")).order_by(
    "-sequence"
)
_REACHED = SuContact.objects.filter(drive_case=OuterRef("drive_case"), successful=True)


@dataclass(frozen=True, kw_only=True)
class HeldCase:
    """An open case as it weighs on whoever holds it."""

    state: CaseState
    weighed: Weighed
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class HeldLoad:
    """The open cases of one case manager, and what they weigh on a day."""

    held: tuple[HeldCase, ...]
    on: date

    @property
    def cases(self) -> int:
        """How many they are."""
        return len(self.held)

    @property
    def weight(self) -> float:
        """What they weigh together."""
        return weight((each.weighed for each in self.held), self.on)

    def ending(self, until: date) -> int:
        """Return how many are planned to end until a day."""
        return sum(each.ends_on <= until for each in self.held)

    def of(self, state: CaseState) -> int:
        """Return how many stand at a state."""
        return sum(each.state is state for each in self.held)


def sites_managed_by(actor: User) -> QuerySet[Site]:
    """Return the sites of which somebody is service manager."""
    managed = {
        holding.site_id
        for holding in actor.holdings
        if holding.role == Role.SERVICE_MANAGER and holding.site_id
    }
    return all_sites().filter(pk__in=managed)


def open_holdings(users: Iterable[UUID]) -> QuerySet[CaseAssignment]:
    """Return the rows by which some people hold open cases as case managers."""
    return CaseAssignment.objects.filter(
        user__in=list(users),
        capacity=Capacity.CASE_MANAGER,
        ended_at=None,
        drive_case__closure=None,
    )


def loads_by_weight(users: Iterable[UUID], day: date) -> dict[UUID, HeldLoad]:
    """Return the load of each of some people, in three queries for all of them."""
    keys = list(users)
    rows = open_holdings(keys).annotate(
        state=Subquery(_LATEST_STATE.values("state")[:1]),
        contacted=Exists(_REACHED),
        ends_on=ends_on("drive_case"),
    )
    found = list(rows.values_list("user", "drive_case", "state", "contacted", "ends_on"))
    held = on_hold(case for _, case, *_ in found)
    by_user: dict[UUID, list[HeldCase]] = {key: [] for key in keys}
    for user, case, state, contacted, ends in found:
        stands = CaseState(state)
        weighed = weighed_as(stands, contacted=contacted, on_hold=case in held)
        by_user[user].append(HeldCase(state=stands, weighed=weighed, ends_on=ends))
    return {key: HeldLoad(held=tuple(cases), on=day) for key, cases in by_user.items()}


def load_of(user: User, day: date) -> HeldLoad:
    """Return the load of one case manager."""
    return loads_by_weight([user.pk], day)[user.pk]


def ending_until(users: Iterable[UUID], until: date) -> QuerySet[CaseAssignment]:
    """Return the holdings of some people whose cases are planned to end until a day."""
    return open_holdings(users).annotate(ends_on=ends_on("drive_case")).filter(ends_on__lte=until)
