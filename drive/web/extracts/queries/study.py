"""What every table of one snapshot needs: pseudonyms, and days from allocation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from uuid import UUID

import pandas as pd

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.snapshot import table
from drive.web.allocation.models import Allocation
from drive.web.extracts import rules
from drive.web.people.models import Dyad, Person

Row = tuple[object, ...]


class Study:
    """The key of the pseudonyms, who is who, and the day on which each was allocated."""

    def __init__(self, key: bytes) -> None:
        """Read who is who and the days of allocation once."""
        self._key = key
        self._allocated_on: dict[UUID, date] = dict(
            Allocation.objects.values_list("perpetrator_id", "allocated_on")
        )
        self._perpetrator_of: dict[UUID, UUID] = dict(
            Dyad.objects.values_list("id", "perpetrator_id")
        )
        self._root_of: dict[UUID, UUID] = dict(
            Person.objects.exclude(survivor=None).values_list("id", "survivor_id")
        )
        self.pseudonym = cache(self._pseudonym)

    def _pseudonym(self, row_id: UUID) -> str:
        return rules.pseudonym(self._key, str(row_id))

    def part(self, owner_id: UUID, *names: str) -> str:
        """Return the pseudonym of a part of a row, told from its siblings by `names`.

        Answers, ratings and coded activities are named so and not by their own keys, since
        those differ from one load of the pilot to the next.
        """
        return rules.pseudonym(self._key, str(owner_id), *names)

    def person(self, person_id: UUID, role: PartyRole) -> str:
        """Return the pseudonym of a human being in one role, the same however often recorded.

        Another one stands for the same human being in the other role: whoever is abused in one
        case must not be found in the tables as the perpetrator of another.
        """
        return self.part(self.root(person_id), role)

    def root(self, person_id: UUID) -> UUID:
        """Return the key of the person who stands for this human being."""
        return self._root_of.get(person_id, person_id)

    def day(self, perpetrator_id: UUID, day: date | None) -> int | None:
        """Return a day in days from the perpetrator's allocation; None without one."""
        return rules.days_from(self._allocated_on.get(perpetrator_id), day)

    def day_of_dyad(self, dyad_id: UUID, day: date | None) -> int | None:
        """Return a day in days from the allocation of the dyad's perpetrator."""
        return self.day(self._perpetrator_of[dyad_id], day)


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Return a table of the snapshot from rows whose cells stand in the table's own order."""
    return pd.DataFrame.from_records(list(rows), columns=table(name).column_names)
