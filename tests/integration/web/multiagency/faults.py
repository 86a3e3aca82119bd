"""What is wrong with a simulated year: the days are counted anew, with numpy's calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

import numpy as np
from django.db.models import Q

from drive.vocabulary.requests import ENDED, EscalationLevel, RequestStepKind
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import CaseNote
from drive.web.core.working_days import bank_holidays
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import opened
from drive.web.organisations.rules import USUAL_WAIT
from drive.web.tasks.models import Task
from tests.integration.web.multiagency.years import PostOffice, Year

K = RequestStepKind
_BEGINS = {K.SENT, K.ESCALATED, K.ANSWERED_IN_PART, K.AGREED, K.CONTESTED}
_ENDS = {K.ANSWERED, K.DONE, K.REFUSED, K.WITHDRAWN, K.SUBSTITUTED}


def faults_of(year: Year) -> list[str]:
    """Return everything that is wrong, in words."""
    return [
        fault
        for request in year.requests
        for fault in (
            *_not_ended(request, year),
            *_wrong_chasers(request, year),
            *_wrong_numbers(request),
            *_wrong_ladder(request),
            *_wrong_work(request),
        )
    ] + list(_wrong_mail(year))


def _not_ended(request: Request, year: Year) -> Iterator[str]:
    found = opened(request, year.awake[-1])
    at_top = Task.objects.filter(kind=TaskKind.REQUEST_AT_TOP, key=str(request.pk)).exists()
    if found.state not in ENDED and not at_top:
        yield f"{request.reference} stalls as {found.state}, {found.due()}"


def _wrong_chasers(request: Request, year: Year) -> Iterator[str]:
    """Look whether each chaser went on the first day on which it could, and none was left out."""
    began: date | None = None
    window, sent = 0, 0
    for step in request.steps.order_by("sequence"):
        kind = K(step.kind)
        on = step.left_on if step.outgoing_id else step.happened_on
        if kind is K.CHASED:
            if began is None:
                yield f"{request.reference}: chased although nobody was waited for"
                continue
            yield from _wrong_day(request, step, _plus(began, window), year)
            sent += 1
            began, window = on, USUAL_WAIT
            if sent > 2 and step.by_clock:
                yield f"{request.reference}: more than two chasers by the clock"
        elif kind in _BEGINS:
            began, sent = on, 0
            window = (USUAL_WAIT if kind is K.ESCALATED else request.answer_days) + 1
        elif kind in _ENDS:
            began = None


def _wrong_numbers(request: Request) -> Iterator[str]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for step in request.steps.filter(kind=K.CHASED).order_by("sequence"):
        numbers[step.level].append(step.number)
    for level, found in numbers.items():
        if found != list(range(1, len(found) + 1)):
            yield f"{request.reference}: chasers at {level} are numbered {found}"


def _wrong_day(request: Request, step: RequestStep, due: date, year: Year) -> Iterator[str]:
    day = step.happened_on
    if day < due:
        yield f"{request.reference}: chased on {day}, due on {due}"
    if step.by_clock and not _is_working(day):
        yield f"{request.reference}: chased on {day}, when nobody works"
    awake = [each for each in year.awake if due <= each < day and _is_working(each)]
    missed = [each for each in awake if not _was_asked(request, each)]
    if step.by_clock and missed:
        yield f"{request.reference}: due on {due}, chased on {day}, though awake on {missed}"


def _was_asked(request: Request, day: date) -> bool:
    """Whether the case manager was asked to chase that day, since nobody was there to write to."""
    asked = Task.objects.filter(kind=TaskKind.CHASE_REQUEST, key=str(request.pk), due_on__lte=day)
    return asked.filter(Q(settled_at=None) | Q(settled_at__date__gte=day)).exists()


def _wrong_ladder(request: Request) -> Iterator[str]:
    order = list(EscalationLevel)
    levels = [
        order.index(EscalationLevel(step.level))
        for step in request.steps.filter(kind__in=[K.SENT, K.ESCALATED]).order_by("sequence")
    ]
    if levels != sorted(set(levels)):
        yield f"{request.reference}: went up the ladder as {levels}"
    if request.steps.filter(kind=K.ESCALATED, by_clock=True).exists():
        yield f"{request.reference}: was escalated by itself"


def _wrong_work(request: Request) -> Iterator[str]:
    steps = list(request.steps.all())
    counted = sum(
        step.left_on is not None if step.outgoing_id else step.kind != K.SUBSTITUTED
        for step in steps
    )
    notes = CaseNote.objects.filter(linked_id=request.pk).count()
    if counted != notes:
        yield f"{request.reference}: {counted} steps are work, {notes} notes say so"


def _wrong_mail(year: Year) -> Iterator[str]:
    texts = defaultdict(set)
    for message in PostOffice.taken:
        texts[message.extra_headers["Message-ID"]].add((*message.to, message.body))
    left = RequestStep.objects.filter(request__in=year.requests, left_on__isnull=False)
    on_its_way = RequestStep.objects.filter(request__in=year.requests, left_on=None)
    waiting = on_its_way.exclude(outgoing=None).count()
    mails = left.exclude(outgoing=None).count()
    if not mails <= len(texts) <= mails + waiting:
        yield f"{mails} steps left, and {len(texts)} messages went"
    if any(len(each) > 1 for each in texts.values()):
        yield "one message was sent with two texts"
    again = len(PostOffice.taken) - len(texts)
    if again > year.kills:
        yield f"{again} messages went again after {year.kills} kills"


@cache
def _holidays() -> np.ndarray:
    days = [day for at in range(2016, 2021) for day in bank_holidays(at)]
    return np.array(sorted(days), dtype="datetime64[D]")


def _plus(day: date, working_days: int) -> date:
    """Return the day by which so many working days have begun after one."""
    last = np.busday_offset(day, 0, roll="backward", holidays=_holidays())
    return np.busday_offset(last, working_days, holidays=_holidays()).astype(date)  # type: ignore[no-any-return]


def _is_working(day: date) -> bool:
    return bool(np.is_busday(day, holidays=_holidays()))
