"""Serious events counted by arm: what the monitor sees, and what an analysis of harm begins with.

The arm of an event is worked out each time from who the perpetrator is found to be today and from
the draw that stands; it is kept nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from drive.vocabulary.allocation import AllocationOrigin, Arm
from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.web.allocation.queries import standing
from drive.web.harm.models import MonitorNotice, RelatednessJudgement, SeriousEvent
from drive.web.harm.queries.reports import IN_BOTH_ARMS
from drive.web.harm.rules import (
    Column,
    Delivery,
    InColumn,
    Place,
    Report,
    column_on,
    events_among,
    in_columns,
)
from drive.web.people.queries import groups_of, roots_of

_AT_ONCE = 500


@dataclass(frozen=True)
class Allocated:
    """How many people stand in each arm."""

    drive: int
    control: int

    def of(self, column: Column) -> int:
        """Return by how many the events of a column are divided; 0 for what is no arm."""
        return {Column.DRIVE: self.drive, Column.CONTROL: self.control}.get(column, 0)


def events_in_columns() -> list[InColumn]:
    """Return every event that stands, by arm, kind and day; several reports of one count once."""
    rows = list(_standing_events())
    people = roots_of(
        key
        for row in rows
        for key in (row.dyad.perpetrator.person_id, row.dyad.victim_survivor.person_id)
    )
    events = events_among(_report(row, number, people) for number, row in enumerate(rows))
    return in_columns(events, places_of({event.him for event in events}))


def _standing_events() -> Iterable[SeriousEvent]:
    return (
        SeriousEvent.objects.filter(superseded_by=None, taken_back=False)
        .select_related("dyad__perpetrator", "dyad__victim_survivor")
        .order_by("recorded_at", "pk")
    )


def _report(row: SeriousEvent, order: int, people: dict[UUID, UUID]) -> Report:
    return Report(
        him=people[row.dyad.perpetrator.person_id],
        her=people[row.dyad.victim_survivor.person_id],
        kind=SeriousEventKind(row.kind),
        harmed=Harmed(row.harmed),
        day=row.counted_on,
        order=order,
        by=row.recorded_by_id,
        by_both_arms=row.reported_as in IN_BOTH_ARMS,
    )


def places_of(people: Iterable[UUID]) -> dict[UUID, Place]:
    """Return where some people belong: the earliest allocation that stands, of whatever record."""
    groups = groups_of(people)
    everybody = sorted(set().union(*groups.values()))
    held: dict[UUID, Place] = {}
    for first in range(0, len(everybody), _AT_ONCE):
        found = standing().filter(perpetrator__person__in=everybody[first : first + _AT_ONCE])
        for person, arm, day, origin in found.order_by().values_list(
            "perpetrator__person", "arm", "allocated_on", "origin"
        ):
            place = Place(column=_column(arm, origin), since=day)
            held[person] = min(place, held.get(person, place), key=lambda each: each.since)
    found_of = {
        key: [held[one] for one in sorted(group) if one in held] for key, group in groups.items()
    }
    return {key: min(of, key=lambda each: each.since) for key, of in found_of.items() if of}


def _column(arm: str, origin: str) -> Column:
    if origin == AllocationOrigin.SELECTED:
        return Column.SELECTED
    return Column(arm)


def allocated_in_each_arm() -> Allocated:
    """Return how many draws stand in each arm; whoever a panel selected is in neither."""
    counted = dict(
        standing()
        .exclude(origin=AllocationOrigin.SELECTED)
        .order_by()
        .values_list("arm")
        .annotate(number=Count("pk"))
    )
    return Allocated(drive=counted.get(Arm.DRIVE, 0), control=counted.get(Arm.CONTROL, 0))


def deliveries() -> list[Delivery]:
    """Return how the notice of each report came; corrections are not new reports."""
    found = MonitorNotice.objects.filter(event__supersedes=None)
    return [
        Delivery(due_at=due, given_at=given, acknowledged_at=read)
        for due, given, read in found.values_list("due_at", "given_at", "acknowledged_at")
    ]


def corrections() -> tuple[int, int]:
    """Return how many reports were corrected, and how many were taken back."""
    later = Counter(
        SeriousEvent.objects.filter(supersedes__isnull=False).values_list("taken_back", flat=True)
    )
    return later[False], later[True]


def judged_in_drive() -> dict[Relatedness, int]:
    """Return how the reports of the Drive arm that stand were judged last."""
    rows = list(_standing_events())
    roots = roots_of(row.dyad.perpetrator.person_id for row in rows)
    places = places_of(set(roots.values()))
    latest: dict[UUID, Relatedness] = {}
    for event, word in RelatednessJudgement.objects.order_by("recorded_at", "pk").values_list(
        "event", "relatedness"
    ):
        latest[event] = Relatedness(word)
    counted = Counter(
        latest.get(row.pk, Relatedness.NOT_JUDGED)
        for row in rows
        if column_on(row.counted_on, places.get(roots[row.dyad.perpetrator.person_id]))
        is Column.DRIVE
    )
    return {word: counted[word] for word in Relatedness}
