"""Finding contact strategies, who was consulted on them, and which may be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from drive.vocabulary.strategy import ApprovalState, Consultee
from drive.web.accounts.models import User
from drive.web.casework.models import (
    Consultation,
    ConsultationReply,
    ContactStrategy,
    DriveCase,
    PlannedContact,
    StrategyStep,
    VictimSurvivorVoice,
)
from drive.web.casework.rules.strategies import Standing
from drive.web.core.dates import LONDON
from drive.web.core.sealing import unseal_field
from drive.web.organisations.models import Agency
from drive.web.referrals.models import MaracHearing

_LATEST_STEP = StrategyStep.objects.filter(strategy=OuterRef("pk")).order_by("-sequence")


def _with_state(found: QuerySet[ContactStrategy]) -> QuerySet[ContactStrategy]:
    return found.select_related("recorded_by", "drive_case__site").annotate(
        state=Subquery(_LATEST_STEP.values("state")[:1]),
        state_since=Subquery(_LATEST_STEP.values("recorded_at")[:1]),
        trigger=Subquery(_LATEST_STEP.values("trigger")[:1]),
    )


def strategies_of(case: DriveCase, actor: User) -> QuerySet[ContactStrategy]:
    """Return the versions that somebody may read, each with its `state`, the newest first."""
    return _with_state(ContactStrategy.objects.visible_to(actor).filter(drive_case=case))


def versions_of(case: DriveCase) -> list[ContactStrategy]:
    """Return every version of a case with its `state`, the newest first."""
    return list(_with_state(ContactStrategy.objects.filter(drive_case=case)))


def latest_version(case: DriveCase) -> ContactStrategy | None:
    """Return the version written last."""
    return case.strategies.order_by("-number").select_related("recorded_by").first()


def state_of_strategy(strategy: ContactStrategy) -> ApprovalState:
    """Return where a version stands now."""
    return ApprovalState(strategy.steps.order_by("-sequence")[0].state)


def agreed_version(case: DriveCase) -> ContactStrategy | None:
    """Return the version that is agreed now, in date or not."""
    found = _with_state(case.strategies.all()).filter(state=ApprovalState.APPROVED)  # type: ignore[misc]
    return found.order_by("-number").first()


def standing_of(strategy: ContactStrategy | None) -> Standing | None:
    """Return what decides whether contact may be planned on a version."""
    if strategy is None:
        return None
    return Standing(
        state=state_of_strategy(strategy),
        review_on=strategy.review_on,
        has_voice=strategy.voices.exists(),
    )


def usable_on(case: DriveCase, day: date) -> ContactStrategy | None:
    """Return the version that was agreed, and had not ended, on a day: it may be recorded later."""
    for version in case.strategies.order_by("-number").prefetch_related("steps"):
        if _was_agreed_on(version.steps.all(), day) and version.review_on >= day:
            return version
    return None


def _was_agreed_on(steps: Iterable[StrategyStep], day: date) -> bool:
    agreed_on = ended_on = None
    for step in steps:
        on = step.recorded_at.astimezone(LONDON).date()
        if step.state == ApprovalState.APPROVED:
            agreed_on = on
        elif agreed_on is not None:
            ended_on = on
    return agreed_on is not None and agreed_on <= day and (ended_on is None or day <= ended_on)


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """One consultee of a version: what was asked, and the reply that stands."""

    consultee: Consultee
    asked: Consultation | None
    reply: ConsultationReply | None


def matrix_of(strategy: ContactStrategy, actor: User) -> list[MatrixRow]:
    """Return a row for each consultee, whether asked or not."""
    asked = {
        Consultee(each.consultee): each
        for each in Consultation.objects.visible_to(actor)
        .filter(strategy=strategy)
        .select_related("recorded_by", "user")
    }
    replies = {
        each.consultation_id: each
        for each in ConsultationReply.objects.visible_to(actor)
        .filter(consultation__strategy=strategy, superseded_by=None)
        .select_related("recorded_by")
    }
    return [
        MatrixRow(
            consultee=each,
            asked=asked.get(each),
            reply=replies.get(asked[each].pk) if each in asked else None,
        )
        for each in Consultee
    ]


def has_replied(strategy: ContactStrategy, consultee: Consultee) -> bool:
    """Return whether a consultee has replied on a version."""
    return ConsultationReply.objects.filter(
        consultation__strategy=strategy, consultation__consultee=consultee
    ).exists()


def voice_of(strategy: ContactStrategy, actor: User) -> VictimSurvivorVoice | None:
    """Return what stands of the victim-survivor's voice on a version."""
    return (
        VictimSurvivorVoice.objects.visible_to(actor)
        .filter(strategy=strategy, superseded_by=None)
        .select_related("recorded_by")
        .first()
    )


def view_in(voice: VictimSurvivorVoice) -> str:
    """Return her view, opened."""
    return unseal_field(voice, "sealed_view")


def text_in(reply: ConsultationReply) -> str:
    """Return the text of a reply, opened where it is sealed."""
    return reply.text or unseal_field(reply, "sealed_text")


def maracs_of(case: DriveCase) -> Sequence[Agency]:
    """Return the Maracs that heard the case, the one that heard it first in front."""
    heard = MaracHearing.objects.filter(dyad__perpetrator=case.perpetrator_id)
    found = heard.order_by("meeting__held_on", "pk").select_related("meeting__marac__site")
    return list(dict.fromkeys(each.meeting.marac for each in found))


def overrides_of(case: DriveCase, actor: User) -> QuerySet[PlannedContact]:
    """Return the contacts in reach that were planned without an agreed strategy."""
    found = PlannedContact.objects.visible_to(actor).filter(drive_case=case, strategy=None)
    return found.select_related("recorded_by", "office_time__office").order_by("-planned_on")


def planned_for(case: DriveCase, actor: User) -> QuerySet[PlannedContact]:
    """Return the planned contacts in reach that were neither made nor cancelled."""
    return (
        PlannedContact.objects.visible_to(actor)
        .filter(drive_case=case, cancelled_at=None, contact=None)
        .select_related("recorded_by", "strategy", "office_time__office")
    )
