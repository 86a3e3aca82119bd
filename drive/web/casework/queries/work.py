"""Counting the work that is coded on notes: of a case, a case manager, a site, or all in reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.clock import ClockStart
from drive.vocabulary.work import Attribution
from drive.web.accounts.models import User
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.casework.queries.cases import held
from drive.web.casework.rules.clock import clock_start
from drive.web.casework.rules.work import (
    Coded,
    Line,
    Period,
    Tally,
    WorkCounts,
    by_month,
    by_week,
    counts,
)
from drive.web.organisations.models import Site


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whose work is counted: what is named narrows what the actor may see, and nothing widens it.

    Parameters
    ----------
    case, case_manager, site
        One case; the cases that somebody holds now as case manager; the cases of a site.
    since, until : datetime.date or None
        The first and the last day.
    completed : bool
        Only closed cases.
    cases : frozenset of UUID or None
        Only some cases, by key.
    """

    case: DriveCase | None = None
    case_manager: User | None = None
    site: Site | None = None
    since: date | None = None
    until: date | None = None
    completed: bool = False
    cases: frozenset[UUID] | None = None

    @property
    def names_cases(self) -> bool:
        """Whether it narrows which cases are counted."""
        named = (self.site, self.case_manager, self.cases)
        return self.completed or any(each is not None for each in named)


def work_in(scope: Scope, actor: User) -> QuerySet[ActivityTag]:
    """Return the coded activities of a scope that somebody may read and that count."""
    notes = CaseNote.objects.visible_to(actor).order_by()
    if scope.since is not None:
        notes = notes.filter(happened_on__gte=scope.since)
    if scope.until is not None:
        notes = notes.filter(happened_on__lte=scope.until)
    if scope.case is not None:
        notes = notes.filter(drive_case=scope.case)
    elif scope.names_cases:
        notes = notes.filter(drive_case__in=cases_in(scope, DriveCase.objects.order_by()))
    return ActivityTag.objects.counted().filter(note__in=notes)


def cases_in(scope: Scope, cases: QuerySet[DriveCase]) -> QuerySet[DriveCase]:
    """Return those of some cases that are in a scope."""
    if scope.case is not None:
        cases = cases.filter(pk=scope.case.pk)
    if scope.site is not None:
        cases = cases.filter(site=scope.site)
    if scope.completed:
        cases = cases.filter(closure__isnull=False)
    if scope.cases is not None:
        cases = cases.filter(pk__in=scope.cases)
    if scope.case_manager is not None:
        cases = held(cases, scope.case_manager)
    return cases


def work_counts(scope: Scope, actor: User) -> WorkCounts:
    """Return the tables of work, in one query."""
    return counts(_coded(work_in(scope, actor)))


def _coded(tags: QuerySet[ActivityTag]) -> Iterator[Coded]:
    grouped = tags.values_list(
        "note__drive_case", "mode", "activity", "intent", "note__agency_kind", "attribution"
    ).annotate(references=Count("pk"))
    for case, mode, activity, intent, agency, attribution, references in grouped:
        yield Coded(
            case=case,
            mode=WorkMode(mode),
            activity=ActivityCode(activity),
            intent=Intent(intent) if intent else None,
            agency=AgencyType(agency) if agency else None,
            attribution=Attribution(attribution) if attribution else None,
            references=references,
        )


def actions_with_agencies(scope: Scope, actor: User) -> Tally:
    """Return what was done in indirect work with agencies, counted by action and not by reference.

    An action is one note. It stands in the line of each activity that is coded on it, so the shares
    add up to more than the whole.
    """
    tags = work_in(scope, actor).filter(mode=WorkMode.INDIRECT).exclude(note__agency_kind="")
    actions = Count("note", distinct=True)
    cases = Count("note__drive_case", distinct=True)
    found = tags.values_list("activity").annotate(n=actions, of=cases).order_by("-n", "activity")
    whole = tags.aggregate(n=actions, of=cases)
    return Tally(
        lines=tuple(Line(ActivityCode(code), n, of) for code, n, of in found),
        references=whole["n"],
        cases=whole["of"],
    )


def work_by_month(scope: Scope, actor: User) -> dict[int, Period]:
    """Return the work of each month of the intervention, from where each case counts it."""
    found = (
        work_in(scope, actor)
        .values_list(
            "note__drive_case__clock_start",
            "note__drive_case__allocation__allocated_on",
            "note__drive_case__opened_on",
            "note__happened_on",
            "mode",
        )
        .annotate(references=Count("pk"))
    )
    return by_month(
        (
            clock_start(ClockStart(kind), allocated_on=allocated_on, opened_on=opened_on),
            day,
            WorkMode(mode),
            n,
        )
        for kind, allocated_on, opened_on, day, mode, n in found
    )


def work_by_week(scope: Scope, actor: User) -> dict[date, Period]:
    """Return the work of each week, by its Monday."""
    found = (
        work_in(scope, actor)
        .values_list("note__happened_on", "mode")
        .annotate(references=Count("pk"))
    )
    return by_week((day, WorkMode(mode), n) for day, mode, n in found)
