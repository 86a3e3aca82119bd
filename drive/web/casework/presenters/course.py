"""The entries of a timeline about contacting safely, the clock, and what came in late."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.strategy import ApprovalState, Consultee, ConsulteeView, HoldState
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.casework.models import (
    ConsultationReply,
    DriveCase,
    HoldStep,
    PlannedContact,
    StrategyStep,
    VictimSurvivorVoice,
)
from drive.web.casework.presenters.clock import change_in_words
from drive.web.casework.presenters.strategies import planned_in_words
from drive.web.casework.presenters.timeline import Entry
from drive.web.casework.queries.clock import changes_of, off_loadings_of
from drive.web.casework.queries.closing import late_on, late_text
from drive.web.casework.queries.strategies import text_in, view_in
from drive.web.design_system.presenters import label

_MAJOR = (ApprovalState.APPROVED, ApprovalState.EXPIRED)


def timeline_items(case: DriveCase, actor: User) -> Iterable[Entry]:
    """Return what happened about contacting safely and the course of the work."""
    yield from _strategies(case, actor)
    yield from _replies(case, actor)
    yield from _voices(case, actor)
    yield from _plans(case, actor)
    yield from _holds(case, actor)
    yield from _changes(case, actor)
    yield from _off_loadings(case, actor)
    yield from _late(case, actor)


def _strategies(case: DriveCase, actor: User) -> Iterable[Entry]:
    steps = StrategyStep.objects.visible_to(actor).filter(strategy__drive_case=case)
    for step in steps.select_related("strategy", "recorded_by"):
        state = ApprovalState(step.state)
        yield Entry(
            what=gettext("Contact strategy, version %(number)s: %(state)s")
            % {"number": step.strategy.number, "state": label(state).lower()},
            kind=TimelineKind.STRATEGY,
            on=localtime(step.recorded_at).date(),
            at=step.recorded_at,
            by=step.recorded_by,
            key=step.pk,
            major=state in _MAJOR,
            href=reverse("casework:strategy", args=[case.pk, step.strategy_id]),
        )


def _replies(case: DriveCase, actor: User) -> Iterable[Entry]:
    found = ConsultationReply.objects.visible_to(actor).filter(
        consultation__strategy__drive_case=case, superseded_by=None
    )
    for reply in found.select_related("consultation", "recorded_by"):
        yield Entry(
            what=gettext("Reply on the contact strategy: %(who)s, %(view)s")
            % {
                "who": label(Consultee(reply.consultation.consultee)),
                "view": label(ConsulteeView(reply.view)).lower(),
            },
            kind=TimelineKind.STRATEGY,
            on=reply.replied_on,
            at=reply.recorded_at,
            by=reply.recorded_by,
            key=reply.pk,
            text=partial(text_in, reply),
            victim_side=bool(reply.sealed_text),
        )


def _voices(case: DriveCase, actor: User) -> Iterable[Entry]:
    found = VictimSurvivorVoice.objects.visible_to(actor).filter(
        strategy__drive_case=case, superseded_by=None
    )
    for voice in found.select_related("recorded_by"):
        yield Entry(
            what=gettext("What the victim-survivor knows and thinks"),
            kind=TimelineKind.STRATEGY,
            on=localtime(voice.recorded_at).date(),
            at=voice.recorded_at,
            by=voice.recorded_by,
            key=voice.pk,
            text=partial(view_in, voice),
            victim_side=True,
        )


def _plans(case: DriveCase, actor: User) -> Iterable[Entry]:
    found = PlannedContact.objects.visible_to(actor).filter(drive_case=case)
    for plan in found.select_related("recorded_by", "office_time__office"):
        yield Entry(
            what=gettext("Contact planned and cancelled")
            if plan.cancelled_at
            else gettext("Contact planned"),
            kind=TimelineKind.STRATEGY,
            on=localtime(plan.recorded_at).date(),
            at=plan.recorded_at,
            by=plan.recorded_by,
            key=plan.pk,
            text=partial(planned_in_words, plan),
        )


def _holds(case: DriveCase, actor: User) -> Iterable[Entry]:
    steps = HoldStep.objects.visible_to(actor).filter(hold__drive_case=case)
    for step in steps.select_related("hold", "recorded_by"):
        yield Entry(
            what=gettext("Criminal-justice hold: %s") % label(HoldState(step.state)).lower(),
            kind=TimelineKind.STRATEGY,
            on=localtime(step.recorded_at).date(),
            at=step.recorded_at,
            by=step.recorded_by,
            key=step.pk,
            text=partial(str, step.reason or step.hold.proceedings),
            major=True,
        )


def _changes(case: DriveCase, actor: User) -> Iterable[Entry]:
    for change in changes_of(case, actor):
        yield Entry(
            what=gettext("Proposed: %s") % change_in_words(change),
            kind=TimelineKind.CASE,
            on=localtime(change.recorded_at).date(),
            at=change.recorded_at,
            by=change.recorded_by,
            key=change.pk,
            text=partial(str, change.reason),
        )
        decision = getattr(change, "decision", None)
        if decision:
            said = gettext("Approved: %s") if decision.approved else gettext("Not approved: %s")
            yield Entry(
                what=said % change_in_words(change),
                kind=TimelineKind.CASE,
                on=localtime(decision.recorded_at).date(),
                at=decision.recorded_at,
                by=decision.recorded_by,
                key=decision.pk,
                text=partial(str, decision.reason),
                major=decision.approved,
            )


def _off_loadings(case: DriveCase, actor: User) -> Iterable[Entry]:
    for each in off_loadings_of(case, actor):
        yield Entry(
            what=gettext("Left to Drive: %s") % label(AgencyType(each.agency)),
            kind=TimelineKind.CASE,
            on=each.happened_on,
            at=each.recorded_at,
            by=each.recorded_by,
            key=each.pk,
            text=partial(str, each.what),
        )


def _late(case: DriveCase, actor: User) -> Iterable[Entry]:
    for late in late_on(case, actor):
        yield Entry(
            what=gettext("Came in after closing"),
            kind=TimelineKind.CASE,
            on=late.learned_on,
            at=late.recorded_at,
            by=late.recorded_by,
            key=late.pk,
            text=partial(late_text, late),
            victim_side=bool(late.sealed_text),
        )
