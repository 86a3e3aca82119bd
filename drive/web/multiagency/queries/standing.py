"""Requests with their steps, as the rules look at them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from drive.vocabulary.casework import CaseState
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import EscalationLevel, RequestState, RequestStepKind
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import state_of as case_state_of
from drive.web.casework.queries.cases import still_open
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.rules.clock import Due, Standing, what_is_due
from drive.web.multiagency.rules.ladder import Filled, Up, level_for, next_up
from drive.web.multiagency.rules.states import Happened
from drive.web.organisations.models import Site
from drive.web.organisations.queries import RungNow, SiteBook, rungs_of, site_book

_OVER = (
    RequestStepKind.ANSWERED,
    RequestStepKind.DONE,
    RequestStepKind.WITHDRAWN,
    RequestStepKind.SUBSTITUTED,
)
"""With these steps nobody waits any more, whatever comes after them."""


@dataclass
class Books:
    """The directories of some sites on a day, each read once, when it is first needed."""

    day: date
    _read: dict[UUID, SiteBook] = field(default_factory=dict)

    def of(self, site: Site) -> SiteBook:
        """Return the directory of a site."""
        if site.pk not in self._read:
            self._read[site.pk] = site_book(site, self.day)
        return self._read[site.pk]


@dataclass
class Opened:
    """A request with its steps and its ladder on a day: what rules, actions and pages go by."""

    request: Request
    books: Books
    is_open: bool | None = None
    """Whether the case is open, where that is known already."""

    @cached_property
    def steps(self) -> list[RequestStep]:
        """Its steps, in the order in which they were taken."""
        return sorted(self.request.steps.all(), key=lambda step: step.sequence)

    @cached_property
    def rungs(self) -> list[RungNow]:
        """The ladder of its agency on the day."""
        return rungs_of(self.request.agency, self.books.day, book=self.book)

    @property
    def book(self) -> SiteBook:
        """The directory of its site."""
        return self.books.of(self.request.agency.site)

    @cached_property
    def standing(self) -> Standing:
        """What the clock looks at."""
        return Standing(
            steps=[happened(step) for step in self.steps],
            answer_days=self.request.answer_days,
            waits={level_for(rung.role): rung.wait_days for rung in self.rungs},
            can_go_up=self.next_rung is not None,
            rests=not self.is_open if self.is_open is not None else is_closed(self.request),
        )

    @property
    def state(self) -> RequestState:
        """Where it stands."""
        return self._plain.state

    @property
    def level(self) -> EscalationLevel:
        """How far up the ladder it has come."""
        return self._plain.level

    @cached_property
    def _plain(self) -> Standing:
        steps = [happened(step) for step in self.steps]
        return Standing(steps=steps, answer_days=self.request.answer_days)

    @cached_property
    def next_rung(self) -> Up | None:
        """The next rung on which somebody stands; None at the top."""
        person = self.book.person
        rungs = [
            Filled(level=level_for(rung.role), who=person[rung.contact.pk])
            for rung in self.rungs
            if rung.contact
        ]
        return next_up(rungs, self.level, self.asked)

    @property
    def asked(self) -> set[UUID]:
        """The people whom it went to, whichever of their rows was used."""
        rows = {step.contact_id for step in self.steps if step.contact_id and step.left_on}
        return {self.book.person.get(key, key) for key in rows}

    @property
    def sent(self) -> RequestStep:
        """The step with which it is sent."""
        return next(step for step in self.steps if step.kind == RequestStepKind.SENT)

    def due(self) -> Due:
        """Return what is due on the day."""
        return what_is_due(self.standing, self.books.day)

    @property
    def on_its_way(self) -> list[RequestStep]:
        """The steps whose words were written and have not left."""
        return [step for step in self.steps if happened(step).is_on_its_way]


def happened(step: RequestStep) -> Happened:
    """Return a step as the rules look at it."""
    left_on = step.left_on if step.outgoing_id else step.happened_on
    return Happened(
        kind=RequestStepKind(step.kind),
        on=step.happened_on,
        level=EscalationLevel(step.level),
        number=step.number,
        left_on=left_on,
        called_back=left_on is None and stands(step) is OutgoingState.RECALLED,
    )


def stands(step: RequestStep) -> OutgoingState:
    """Return how far something has come that was written with a step."""
    letter: Any = step.outgoing
    return OutgoingState(max(letter.steps.all(), key=lambda each: each.sequence).state)


def with_steps(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Return requests with everything that `Opened` reads."""
    steps = RequestStep.objects.select_related("outgoing", "contact", "recorded_by")
    return rows.select_related(
        "drive_case__site",
        "drive_case__perpetrator__person",
        "agency__site",
        "contact",
        "agreement",
        "recorded_by",
    ).prefetch_related(Prefetch("steps", steps.prefetch_related("outgoing__steps")))


def opened(request: Request, day: date, books: Books | None = None) -> Opened:
    """Return a request as it stands now."""
    found = with_steps(Request.objects.all()).get(pk=request.pk)
    return Opened(found, books or Books(day))


def all_opened(
    rows: QuerySet[Request], books: Books, *, is_open: bool | None = None
) -> list[Opened]:
    """Return several requests as they stand now."""
    return [Opened(row, books, is_open) for row in with_steps(rows)]


def unended(rows: QuerySet[Request] | None = None) -> QuerySet[Request]:
    """Return the requests on which something can still be due; a refused one is among them."""
    over = RequestStep.objects.filter(request=OuterRef("pk"), kind__in=_OVER)
    return (Request.objects.all() if rows is None else rows).filter(~Exists(over))


def on_open_cases(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Return those of some requests whose cases are open."""
    return rows.filter(drive_case__in=still_open(DriveCase.objects.all()))


def is_closed(request: Request) -> bool:
    """Whether the case of a request is closed."""
    return case_state_of(request.drive_case) is CaseState.CLOSED
