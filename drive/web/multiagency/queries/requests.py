"""Requests that somebody may see: of a case, and those that wait at a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from drive.vocabulary.requests import ENDED, RequestDue, RequestState, RequestStepKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import unseal_field
from drive.web.core.working_days import working_days_between
from drive.web.information.models import FactVersion
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import (
    Books,
    Opened,
    all_opened,
    on_open_cases,
    unended,
)

LATE = frozenset({RequestDue.CHASE, RequestDue.PROPOSE, RequestDue.TOP})


def requests_on(case: DriveCase, actor: User) -> QuerySet[Request]:
    """Return the requests of a case that somebody may see, newest first."""
    return Request.objects.visible_to(actor).filter(drive_case=case).order_by("-number")


def words_of(step: RequestStep) -> str:
    """Return what an agency answered, or why a step was taken, opened."""
    return unseal_field(step, "sealed_text")


def text_of(request: Request) -> str:
    """Return the words that went to the agency, opened."""
    return unseal_field(request, "sealed_text")


def facts_of(step: RequestStep, actor: User) -> list[FactVersion]:
    """Return the facts that are known from an answer, as they stand."""
    standing = FactVersion.objects.visible_to(actor).filter(superseded_by=None)
    return list(standing.filter(fact__in=step.facts.all()).select_related("fact"))


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A request that somebody waits for.

    Parameters
    ----------
    days : int
        Working days since it left.
    over : int
        Working days since the answer was due; 0 while it is not.
    chasers : int
        How many chasers have left.
    """

    found: Opened
    days: int
    over: int
    chasers: int

    @property
    def is_late(self) -> bool:
        """Whether the answer was due before today."""
        return self.over > 0


def waiting_at(actor: User, today: date) -> list[Waiting]:
    """Return every request on an open case in reach that left and was not answered, latest first.

    Nothing is left out because nothing is due on it.
    """
    rows = on_open_cases(unended(Request.objects.visible_to(actor)))
    opened = all_opened(rows, Books(today), is_open=True)
    waits = [
        _waiting(found, today)
        for found in opened
        if found.state is not RequestState.DRAFT and found.state not in ENDED
    ]
    return sorted(waits, key=lambda each: (-each.over, -each.days))


def not_left(actor: User, today: date) -> list[Opened]:
    """Return every request on an open case in reach that was written and has not left."""
    rows = on_open_cases(unended(Request.objects.visible_to(actor)))
    opened = all_opened(rows, Books(today), is_open=True)
    return [found for found in opened if found.state is RequestState.DRAFT]


def _waiting(found: Opened, today: date) -> Waiting:
    left_on = found.sent.left_on or today
    days = working_days_between(left_on, today)
    chased = [s for s in found.steps if s.kind == RequestStepKind.CHASED and s.left_on]
    over = max(0, days - found.request.answer_days)
    return Waiting(found=found, days=days, over=over, chasers=len(chased))
