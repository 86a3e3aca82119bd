"""Who lives through a simulated year: the agencies, and the case manager."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import (
    ENDED,
    RefusalReason,
    RequestState,
    RequestTopic,
    RequestWay,
)
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import system_user
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.sources import next_sources
from drive.web.multiagency.queries.standing import Opened, opened
from drive.web.multiagency.queries.whom import asking, who_is_above, who_is_asked_now
from drive.web.multiagency.rules.texts import to_chase, to_contest, to_escalate
from drive.web.organisations.models import Absence, Agency, AgencyContact, Succession
from drive.web.tasks.models import Task
from tests.factories.agencies import agency_in, contact_in, new_request, to
from tests.integration.web.multiagency.years import (
    KINDS,
    K,
    Year,
)


def agencies(year: Year, since: date) -> list[Agency]:
    made = []
    for kind in KINDS:
        agency = agency_in(year.cast.essex, kind, f"{kind.label} {since}")
        for role in ContactRole:
            if role is ContactRole.PRACTITIONER or year.happens(0.5):
                contact_in(agency, role, f"{role.label} of {kind.value}", starts_on=since)
        made.append(agency)
    return [made[at] for at in year.chance.permutation(len(made))]


def agencies_change(year: Year, moment: datetime) -> None:
    """Let people go on leave, with cover or without, or for good, and agencies be joined."""
    there = AgencyContact.objects.filter(agency__in=[each.agency for each in year.requests])
    for contact in there.filter(ends_on=None):
        if year.happens(0.1):
            _goes_on_leave(year, contact, moment)
        elif year.happens(0.04):
            contact.ends_on = moment.date()
            contact.save()
    if year.happens(0.05) and len(year.requests) > 1:
        _joined(year.requests[0].agency, year.requests[-1].agency, moment)


def _goes_on_leave(year: Year, contact: AgencyContact, moment: datetime) -> None:
    others = AgencyContact.objects.filter(agency=contact.agency_id).exclude(pk=contact.pk)
    Absence.objects.create(
        contact=contact,
        starts_on=moment.date(),
        ends_on=moment.date() + timedelta(days=year.days(1, 20)),
        cover=others.first() if year.happens(0.6) else None,
        recorded_at=moment,
        recorded_by=system_user(),
    )


def _joined(before: Agency, after: Agency, moment: datetime) -> None:
    """Let one agency do what another did, unless they have to do with each other already."""
    known = Succession.objects.filter(before__in=[before, after])
    if before != after and not known.exists():
        Succession.objects.create(
            before=before,
            after=after,
            on=moment.date(),
            recorded_at=moment,
            recorded_by=system_user(),
        )


def perhaps_replies(year: Year, found: Opened, moment: datetime) -> bool:
    """Answer on the day that was drawn for this request at this rung, if one was drawn."""
    if found.state in {RequestState.DRAFT, *ENDED}:
        return False
    key = (found.request.pk, f"{found.level} {found.state}")
    if key not in year.replies:
        waits = year.days(1, 30)
        year.replies[key] = moment.date() + timedelta(days=waits) if year.happens(0.4) else None
    day = year.replies[key]
    if day is None or moment.date() < day:
        return False
    del year.replies[key]
    _replies(year, opened(found.request, moment.date()), moment)
    return True


def _replies(year: Year, found: Opened, moment: datetime) -> None:
    said: dict[str, Any] = {"happened_on": moment.date(), "way": RequestWay.EMAIL}
    open_topics = [RequestTopic(topic) for topic in found.request.topics]
    drawn = year.chance.random()
    if drawn < 0.25:
        reply = actions.Reply(kind=K.ANSWERED_IN_PART, still_open=open_topics[:1], **said)
    elif drawn < 0.5:
        refusal = RefusalReason.OUT_OF_AREA if year.happens(0.5) else RefusalReason.NO_CAPACITY
        reply = actions.Reply(kind=K.REFUSED, refusal=refusal, **said)
    else:
        reply = actions.Reply(kind=K.ANSWERED, **said)
    actions.answer(request=found.request, reply=reply, by=year.by, now=moment)
    year.acts[reply.kind.value] += 1


def ask(year: Year, agency: Agency, moment: datetime, before: Request | None = None) -> None:
    new = new_request(agency, answer_days=year.days(1, 10), instead_of=before)
    made = actions.ask_and_send(case=year.case, new=new, by=year.by, now=moment)
    year.requests.append(made)


def case_manager_lives(year: Year, found: list[Opened], moment: datetime) -> None:
    """Do what the tasks ask, some days after they came; contest some refusals."""
    by_key = {str(each.request.pk): each for each in found}
    for task in Task.objects.filter(about=year.case.pk, settled_at=None, key__in=by_key):
        ready_on = year.tried.setdefault(task.pk, moment.date() + timedelta(days=year.days(0, 6)))
        if moment.date() >= ready_on:
            _acts_on(year, task, by_key[task.key].request, moment)
    for each in found:
        last = each.steps[-1]
        refused = each.state is RequestState.REFUSED and last.refusal == RefusalReason.OUT_OF_AREA
        if refused and not _contested(each) and year.happens(0.5):
            _contest(year, each, moment)


def _acts_on(year: Year, task: Task, request: Request, moment: datetime) -> None:
    found = opened(request, moment.date())
    kind = TaskKind(task.kind)
    year.acts[kind.value] += 1
    if kind is TaskKind.NEXT_SOURCE:
        _goes_on(year, found, moment)
    elif kind is TaskKind.CHASE_REQUEST and not found.on_its_way:
        reached = who_is_asked_now(found)
        text = to_chase(asking(found), reached.to.way)
        actions.chase(request=request, to=reached.to, text=text, by=year.by, now=moment)


def _goes_on(year: Year, found: Opened, moment: datetime) -> None:
    """Ask another source, or go up the ladder; while another source is on its way, wait."""
    if Request.objects.filter(instead_of=found.request).exists():
        return
    sources = next_sources(found)
    above = who_is_above(found)
    up = found.next_rung
    if sources and (up is None or year.happens(0.3)):
        agency = Agency.objects.get(pk=sources[0].candidate.key)
        if to(agency).address:
            ask(year, agency, moment, found.request)
            return
    if up is None or above is None or found.on_its_way:
        return
    actions.escalate(
        request=found.request,
        level=up.rung.level,
        to=above.to,
        text=to_escalate(asking(found), above.to.way),
        by=year.by,
        now=moment,
    )


def _contested(found: Opened) -> bool:
    return any(step.kind == K.CONTESTED for step in found.steps)


def _contest(year: Year, found: Opened, moment: datetime) -> None:
    reached = who_is_asked_now(found)
    text = to_contest(asking(found), RefusalReason.OUT_OF_AREA, reached.to.way)
    actions.contest(request=found.request, to=reached.to, text=text, by=year.by, now=moment)
