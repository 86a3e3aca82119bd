"""Which allocated perpetrator a row is about: by name and birth date, within the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.linkage.cleaning import read_day, tidy
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.cleaning.exceptions import ListIsPast
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.queries.linked import AllocatedPair, allocated_pairs
from drive.web.cleaning.queries.sealed import cells_in
from drive.web.cleaning.rules.states import InsightsListState


@dataclass(frozen=True)
class Link:
    """The allocated perpetrator of a row, and her if the two were heard together."""

    perpetrator: UUID | None = None
    victim_survivor: UUID | None = None


_Cells = Mapping[str, str]


def links_of(rows: Mapping[int, tuple[str | None, _Cells]]) -> dict[int, Link]:
    """Return the link of each row, by number, that has one; given are its site and its cells.

    He is the one if his names and his birth date are equal. Where one of the two birth dates is
    not known, his names and hers must be those of two people who were heard together.
    """
    by_name: dict[tuple[str | None, str, str], list[AllocatedPair]] = {}
    for pair in allocated_pairs():
        by_name.setdefault((pair.site, *_names(pair.his_names)), []).append(pair)
    links = {}
    for number, (site, cells) in rows.items():
        his = _names((cells["perpetrator_forename"], cells["perpetrator_surname"]))
        if link := _link(by_name.get((site, *his), ()), cells):
            links[number] = link
    return links


def _link(pairs: Iterable[AllocatedPair], cells: _Cells) -> Link | None:
    born, hers = read_day(cells["perpetrator_born"]), _hers(cells)
    certain = [pair for pair in pairs if born and pair.his_birth == born]
    together = [pair for pair in pairs if _names(pair.her_names) == hers]
    vague = [pair for pair in together if born is None or pair.his_birth is None]
    for pair in [*(each for each in certain if each in together), *vague]:
        return Link(pair.perpetrator, pair.victim_survivor)
    return Link(certain[0].perpetrator) if certain else None


def _hers(cells: _Cells) -> tuple[str, str]:
    return _names((cells["victim_forename"], cells["victim_surname"]))


def _names(typed: tuple[str, str]) -> tuple[str, str]:
    return tidy(typed[0]), tidy(typed[1])


@transaction.atomic
def link_again(*, insights_list: InsightsList, by: User, now: datetime) -> int:
    """Look again for the allocated perpetrators of a list's rows; return how many are linked.

    Raises
    ------
    ListIsPast
        If the rows are erased: there is nothing left to look with.
    """
    locked = InsightsList.objects.select_for_update().get(pk=insights_list.pk)
    if locked.state not in {InsightsListState.WAITING, InsightsListState.DECIDED}:
        raise ListIsPast("The rows of this list are erased, so they cannot be linked again.")
    rows = list(locked.rows.select_related("site"))
    links = links_of(
        {row.number: (row.site.code if row.site else None, cells_in(row)) for row in rows}
    )
    changed = []
    for row in rows:
        link = links.get(row.number, Link())
        if (row.perpetrator_id, row.victim_survivor_id) != (link.perpetrator, link.victim_survivor):
            row.perpetrator_id, row.victim_survivor_id = link.perpetrator, link.victim_survivor
            changed.append(row)
    locked.rows.bulk_update(changed, ["perpetrator", "victim_survivor"], batch_size=500)
    record_change("cleaning.link_again", locked, by=by, now=now)
    return len(links)
