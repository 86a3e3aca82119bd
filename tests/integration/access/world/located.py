"""Kept in the vault: of her by her Idva, of him by his case manager, and looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.vault import DetailKind
from drive.web.accounts.models import User
from drive.web.people.models import Dyad
from drive.web.tasks.models import Task
from drive.web.vault.models import Reveal
from tests.cast import NOW
from tests.factories.vault import (
    HIS,
    address_of,
    detail_of,
    looked_at,
    number_of,
    plan_of,
)
from tests.integration.access.world.numbers import ESSEX


@dataclass(frozen=True, kw_only=True)
class Located:
    """One row of each of the two, who looked at it, and that something is kept of both."""

    hers: Any
    his: Any
    her_look: Reveal
    his_look: Reveal
    clash: Task


def located(users: dict[str, User], dyad: Dyad) -> Located:
    """Keep of each kind one row, and look at an address of each; both looks are over."""
    idva, manager = users["idva"], users["case_manager"]
    hers = address_of(dyad, idva, lines=f"1 hidden{ESSEX}", place=f"placed{ESSEX}")
    number_of(dyad, idva, number=f"07700911{ESSEX}")
    detail_of(dyad, idva, DetailKind.NEW_NAME, f"Renamed{ESSEX}")
    plan_of(dyad, idva, when=f"whensafe{ESSEX}", password=f"bluebell{ESSEX}")
    his = address_of(dyad, manager, role=HIS, lines=f"1 hishidden{ESSEX}", postcode="")
    looks = looked_at(hers, idva), looked_at(his, manager)
    earlier = NOW - timedelta(hours=1)
    Reveal.objects.update(recorded_at=earlier, until=earlier + timedelta(minutes=1))
    return Located(
        hers=hers,
        his=his,
        her_look=looks[0],
        his_look=looks[1],
        clash=Task.objects.get(kind=TaskKind.ADDRESS_CLASH, about=dyad.pk, user=idva),
    )
