"""A Marac again: linked to the first hearing. Whoever was drawn is never drawn again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from drive.vocabulary.requests import RequestStepKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.core.dates import in_words
from drive.web.multiagency.actions.kinds.details import Follows, Happening, HeardAgain, NewMarac
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import MaracReferralAgain, Request
from drive.web.multiagency.queries.again import hearing_that_came, hearings_of
from drive.web.referrals.models import MaracHearing


def _check_new(case: DriveCase, new: Any, *, by: User, today: date) -> None:
    said = new.detail
    if (
        not isinstance(said, NewMarac)
        or not hearings_of(case, by).filter(pk=said.original.pk).exists()
    ):
        raise CannotAsk("Choose the hearing after which it happened", field="original")
    if said.trigger_on > today:
        raise CannotAsk("The day must be today or in the past", field="trigger_on")
    heard_on = said.original.meeting.held_on
    if said.trigger_on < heard_on:
        raise CannotAsk(
            f"The hearing was on {in_words(heard_on)}. Enter what happened after it",
            field="trigger_on",
        )


def _asked(request: Request, new: Any, *, by: User, now: datetime) -> None:
    said: NewMarac = new.detail
    MaracReferralAgain.objects.create(
        request=request,
        original=said.original,
        initiated_by=said.initiated_by,
        trigger=said.trigger,
        trigger_on=said.trigger_on,
        recorded_at=now,
        recorded_by=by,
    )


def _check(request: Request, reply: Any, *, today: date) -> None:  # noqa: ARG001
    named = _named(reply)
    if named is not None and named.pk == request.marac.original_id:
        raise CannotAsk("Choose the hearing that came, not the first one", field="heard_again")


def _answered(happening: Happening, reply: Any) -> None:
    if reply.kind is not RequestStepKind.DONE:
        return
    referral = MaracReferralAgain.objects.select_related("original").get(request=happening.request)
    came = _named(reply) or hearing_that_came(referral)
    if came is not None:
        referral.heard_again = came
        referral.save(update_fields=["heard_again"])


def _named(reply: Any) -> MaracHearing | None:
    return reply.detail.hearing if isinstance(reply.detail, HeardAgain) else None


MARAC = Follows(check_new=_check_new, check_reply=_check, asked=_asked, answered=_answered)
