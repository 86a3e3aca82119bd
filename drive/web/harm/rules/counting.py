"""Reports counted as events, and events put where they belong in a trial.

In the Drive arm more people work with a case, so more of them can report what happened. Counted by
report, that arm would look worse for being watched more closely. So reports of one event by
several people count once, and what people who work in both arms have reported is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.vocabulary.word import Word

DAYS_APART = 3
"""Reports of the same kind that lie no more days apart may speak of one event."""

FATAL = frozenset({SeriousEventKind.DEATH, SeriousEventKind.SUICIDE})


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report that stands.

    Parameters
    ----------
    him, her : UUID
        The human beings: perpetrator and victim-survivor, under whatever records.
    day : date
        When it happened; where that is not known, when somebody first knew.
    order : int
        Which report was recorded before which.
    by : UUID
        Who recorded it.
    by_both_arms : bool
        Whether whoever recorded it works with people of both arms.
    """

    him: UUID
    her: UUID
    kind: SeriousEventKind
    harmed: Harmed
    day: date
    order: int
    by: UUID
    by_both_arms: bool


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One event; `by_both_arms` if somebody who works in both arms has reported it."""

    him: UUID
    kind: SeriousEventKind
    harmed: Harmed
    day: date
    by_both_arms: bool


def events_among(reports: Iterable[Report]) -> list[Counted]:
    """Return the events that some reports speak of.

    Reports about the same people, of the same kind and harm, no more than three days apart are
    taken together; there are as many events among them as the one person reported who reported
    most. Nobody dies twice: whatever reports a death of the victim-survivor or of the perpetrator
    is one event, of the kind that was recorded last.
    """
    groups: dict[tuple[object, ...], list[Report]] = {}
    for each in sorted(reports, key=lambda report: report.order):
        groups.setdefault(_about(each), []).append(each)
    found = []
    for group in groups.values():
        if _is_one_death(group[0]):
            found.append(_death(group))
        else:
            found += [event for some in _near(group) for event in _events_of(some)]
    return sorted(found, key=lambda event: (event.day, event.kind, event.harmed, event.him))


def _is_one_death(report: Report) -> bool:
    one_person = report.harmed in {Harmed.VICTIM_SURVIVOR, Harmed.PERPETRATOR}
    return report.kind in FATAL and one_person


def _about(report: Report) -> tuple[object, ...]:
    her = report.her if report.harmed is Harmed.VICTIM_SURVIVOR else None
    if _is_one_death(report):
        return report.him, her, report.harmed, "death"
    return report.him, her, report.harmed, report.kind


def _death(group: list[Report]) -> Counted:
    return Counted(
        him=group[0].him,
        kind=group[-1].kind,
        harmed=group[0].harmed,
        day=min(each.day for each in group),
        by_both_arms=any(each.by_both_arms for each in group),
    )


def _near(group: list[Report]) -> Iterator[list[Report]]:
    """Give the reports in runs whose neighbours lie near one another."""
    in_days = sorted(group, key=lambda report: (report.day, report.order))
    run = in_days[:1]
    for before, after in pairwise(in_days):
        if (after.day - before.day).days > DAYS_APART:
            yield run
            run = []
        run.append(after)
    yield run


def _events_of(run: list[Report]) -> list[Counted]:
    made = Counter(each.by for each in run)
    of_both = Counter(each.by for each in run if each.by_both_arms)
    known_to_both = max(of_both.values(), default=0)
    most = max(made, key=lambda who: made[who])
    first = [each for each in run if each.by == most]
    return [
        Counted(
            him=each.him,
            kind=each.kind,
            harmed=each.harmed,
            day=each.day,
            by_both_arms=number < known_to_both,
        )
        for number, each in enumerate(first)
    ]


class Column(Word):
    """Where an event is counted."""

    DRIVE = "drive", "Drive"
    CONTROL = "control", "Control"
    BEFORE = "before", "Before the draw"
    NEVER = "never", "Not drawn"
    SELECTED = "selected", "Selected, not drawn"


@dataclass(frozen=True, kw_only=True)
class Place:
    """What somebody was given, and when."""

    column: Column
    since: date


@dataclass(frozen=True, kw_only=True)
class InColumn:
    """One event of one column. This is what an analysis of harm by arm and time begins with."""

    column: Column
    kind: SeriousEventKind
    harmed: Harmed
    day: date
    by_both_arms: bool

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.day.replace(day=1)


def in_columns(events: Iterable[Counted], places: Mapping[UUID, Place]) -> list[InColumn]:
    """Put events where they belong: in an arm from the day of the draw on, else apart."""
    return [
        InColumn(
            column=column_on(event.day, places.get(event.him)),
            kind=event.kind,
            harmed=event.harmed,
            day=event.day,
            by_both_arms=event.by_both_arms,
        )
        for event in events
    ]


def column_on(day: date, place: Place | None) -> Column:
    """Return where something that happened on a day belongs."""
    if place is None:
        return Column.NEVER
    return Column.BEFORE if day < place.since else place.column


def months_between(first: date, last: date) -> list[date]:
    """Return the first day of each month from that of `first` to that of `last`."""
    months = [first.replace(day=1)]
    while (months[-1].year, months[-1].month) < (last.year, last.month):
        year, month = divmod(months[-1].year * 12 + months[-1].month, 12)
        months.append(date(year, month + 1, 1))
    return months
