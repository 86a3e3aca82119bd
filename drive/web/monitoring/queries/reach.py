"""Over which sites somebody watches, and what of them is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from drive.vocabulary.allocation import OF_THE_SERVICE, AllocationOrigin
from drive.web.accounts.models import User
from drive.web.accounts.roles import READS, Compartment, Reach, Role
from drive.web.organisations.models import Site
from drive.web.organisations.queries import all_sites

OF_A_PANEL = Q(origin__in=OF_THE_SERVICE)
"""Allocations that no control arm stands against: a panel selected, or drew for its places."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The sites that are looked at, and the origin of the allocations; None for every origin."""

    sites: Sequence[Site]
    origin: AllocationOrigin | None = None

    @property
    def origins(self) -> list[AllocationOrigin]:
        """The origins of a trial that are looked at: whom a panel selected was not drawn."""
        return [self.origin] if self.origin else [AllocationOrigin.DRAWN, AllocationOrigin.HISTORIC]


def sites_within(actor: User, compartment: Compartment) -> list[Site]:
    """Return the sites whose counts of a kind somebody may see."""
    of_one: set[UUID] = set()
    for holding in actor.holdings if actor.is_active else ():
        reach = READS[Role(holding.role)].get(compartment)
        if reach is Reach.ALL:
            return list(all_sites())
        if reach is Reach.SITE and holding.site_id:
            of_one.add(holding.site_id)
    return list(all_sites().filter(pk__in=of_one)) if of_one else []
