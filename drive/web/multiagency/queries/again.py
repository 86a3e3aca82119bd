"""The hearings of a pair, which of them came of a referral, and who began it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.requests import InitiatedBy, MaracTrigger, RequestStepKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import MaracReferralAgain, RequestStep
from drive.web.multiagency.rules.again import HeardOn, came_of_it, is_repeat_referral
from drive.web.people.models import Dyad
from drive.web.people.queries import groups_of
from drive.web.referrals.models import MaracHearing


def hearings_of(case: DriveCase, actor: User) -> QuerySet[MaracHearing]:
    """Return the hearings of the pairs of a case that somebody may know of, the latest first."""
    pairs = Dyad.objects.visible_to(actor).filter(perpetrator=case.perpetrator_id)
    rows = MaracHearing.objects.filter(dyad__in=pairs.values("pk"))
    return rows.select_related("meeting__marac", "dyad__victim_survivor__person").order_by(
        "-meeting__held_on", "pk"
    )


def of_the_same_two(hearing: MaracHearing) -> list[HeardOn]:
    """Return every hearing of the same two people, however often they stand on record."""
    pair = hearing.dyad
    people = (pair.perpetrator.person_id, pair.victim_survivor.person_id)
    same = groups_of(people)
    rows = MaracHearing.objects.filter(
        dyad__perpetrator__person__in=same[people[0]],
        dyad__victim_survivor__person__in=same[people[1]],
    ).order_by("meeting__held_on", "pk")
    return [
        HeardOn(hearing=key, day=day) for key, day in rows.values_list("pk", "meeting__held_on")
    ]


def is_repeat(referral: MaracReferralAgain) -> bool:
    """Return whether it is a repeat: further abuse within twelve months of a hearing."""
    days = [each.day for each in of_the_same_two(referral.original)]
    return is_repeat_referral(MaracTrigger(referral.trigger), referral.trigger_on, days)


def hearing_that_came(referral: MaracReferralAgain) -> MaracHearing | None:
    """Return the hearing that came of a referral, whether or not anybody said so yet."""
    if referral.heard_again_id:
        return referral.heard_again
    found = came_of_it(
        of_the_same_two(referral.original),
        original=referral.original_id,
        referred_on=_referred_on(referral),
    )
    rows = MaracHearing.objects.select_related("meeting__marac")
    return rows.get(pk=found.hearing) if found else None


def _referred_on(referral: MaracReferralAgain) -> date | None:
    sent = RequestStep.objects.filter(request=referral.request_id, kind=RequestStepKind.SENT)
    return sent.values_list("left_on", flat=True).first()


def who_began(hearings: Iterable[UUID]) -> dict[UUID, InitiatedBy]:
    """Return who began the referral from which each of some hearings came, where one is known.

    Drive itself brings hearings about: with this an evaluation counts them with and without.
    """
    wanted = set(hearings)
    referrals = MaracReferralAgain.objects.select_related("original__dyad__perpetrator")
    rows = referrals.select_related("original__dyad__victim_survivor").order_by("recorded_at")
    found: dict[UUID, InitiatedBy] = {}
    for referral in rows:
        came = hearing_that_came(referral)
        if came is not None and came.pk in wanted:
            found.setdefault(came.pk, InitiatedBy(referral.initiated_by))
    return found
