"""How the hearings of an open panel stand at this moment, and what settling it would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from uuid import UUID

from drive.vocabulary.panels import PanelOutcome, PanelVerdict
from drive.web.allocation.queries import as_waiting, doors_of, locked_people, undecided
from drive.web.allocation.rules import Door, companions, units_of
from drive.web.panels.models import Panel, PanelDecision, PanelHearing
from drive.web.panels.queries.panels import latest_decisions
from drive.web.panels.rules import Way, outcome_of, way_of


class Standing(Enum):
    """Whether a panel can decide on a hearing now."""

    OPEN = "open"
    HELD = "held"
    NOT_OPEN = "not_open"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A hearing of a panel: what the panel said last, and whether it can be decided on."""

    entry: PanelHearing
    decision: PanelDecision | None
    standing: Standing

    @property
    def verdict(self) -> PanelVerdict | None:
        """What the panel said last."""
        return PanelVerdict(self.decision.verdict) if self.decision else None

    @property
    def is_open(self) -> bool:
        """Whether the hearing can be decided on."""
        return self.standing is Standing.OPEN

    @property
    def is_selected(self) -> bool:
        """Whether the panel selected him, and may."""
        return self.is_open and self.verdict is PanelVerdict.SELECTED


@dataclass(frozen=True, kw_only=True)
class Prospect:
    """What settling a panel would do if nothing changes.

    Parameters
    ----------
    rows : list of Row
        The hearings before it.
    units : int
        How many places those selected would take: co-perpetrators of one hearing take one.
    way : Way
        How the places are given out.
    mark : str
        Another one whenever any of this is another.
    """

    rows: list[Row]
    units: int
    way: Way
    mark: str

    def outcome(self, row: Row) -> PanelOutcome:
        """Return what becomes of one hearing."""
        return outcome_of(row.verdict, self.way, is_open=row.is_open)

    def having(self, outcome: PanelOutcome) -> list[Row]:
        """Return the hearings of which that becomes."""
        return [row for row in self.rows if self.outcome(row) is outcome]


def prospect_of(panel: Panel, *, today: date) -> Prospect:
    """Return how the hearings of an open panel stand, and what settling it would do."""
    entries = list(
        panel.hearings.select_related("panel", "hearing__meeting__marac", "perpetrator__person")
    )
    doors = _doors(panel, entries, today)
    standings = _standings(doors)
    said = latest_decisions(entries)
    rows = [
        Row(
            entry=entry,
            decision=said.get(entry.pk),
            standing=standings.get(entry.hearing_id, Standing.NOT_OPEN),
        )
        for entry in entries
    ]
    selected = {row.entry.hearing_id for row in rows if row.is_selected}
    units = len(units_of(door for door in doors if door.waiting.hearing in selected))
    return Prospect(
        rows=rows, units=units, way=way_of(units, panel.places), mark=_mark(panel, rows)
    )


def _doors(panel: Panel, entries: Iterable[PanelHearing], today: date) -> list[Door]:
    hearings = undecided(panel.site).filter(pk__in=[entry.hearing_id for entry in entries])
    return doors_of(panel.site, as_waiting(hearings), today=today)


def _standings(doors: Sequence[Door]) -> dict[UUID, Standing]:
    locked, beside = locked_people(), companions(doors)

    def standing(door: Door) -> Standing:
        if door.waiting.person in locked:
            return Standing.NOT_OPEN
        if door.is_held or door.waiting.hearing in beside:
            return Standing.HELD
        return Standing.OPEN if door.eligibility.may_be_drawn else Standing.NOT_OPEN

    return {door.waiting.hearing: standing(door) for door in doors}


def _mark(panel: Panel, rows: Iterable[Row]) -> str:
    lines = [
        f"{row.entry.pk.hex}:{row.decision.pk.hex if row.decision else ''}:{row.standing.value}"
        for row in rows
    ]
    return sha256("\n".join([str(panel.places), *sorted(lines)]).encode()).hexdigest()
