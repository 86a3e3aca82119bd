"""A Marac again: linked to the first hearing, told apart by who began it, and never re-drawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from drive.vocabulary.allocation import AllocationOutcome, Arm
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import (
    InitiatedBy,
    MaracTrigger,
    RequestKind,
    RequestState,
    RequestStepKind,
)
from drive.vocabulary.work import Attribution
from drive.web.allocation.exceptions import NothingToDraw
from drive.web.allocation.models import Allocation, EligibilityDecision
from drive.web.casework.models import DriveCase
from drive.web.information.models import Folder
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import MaracReferralAgain, Request
from drive.web.multiagency.queries.again import hearing_that_came, is_repeat, who_began
from drive.web.multiagency.queries.standing import opened
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.agencies import about, asked, contact_in, left, replied, sent, to
from tests.factories.allocation import drawn, locked, ratio
from tests.factories.casework import case_at
from tests.factories.facts import her_word
from tests.factories.referrals import HEARD_ON, hearing

pytestmark = pytest.mark.django_db
K, TODAY = RequestStepKind, NOW.date()
HEARD = {"kind": K.DONE, "attribution": Attribution.CRITICAL}


def first_hearing() -> MaracHearing:
    return MaracHearing.objects.select_related("meeting").earliest("meeting__held_on")


def again(**changed: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        "original": first_hearing(),
        "initiated_by": InitiatedBy.DRIVE,
        "trigger": MaracTrigger.VIOLENCE,
        "trigger_on": TODAY - timedelta(days=2),
    }
    return about(RequestKind.MARAC, detail=actions.NewMarac(**said | changed))


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    contact_in(cast.essex_marac)
    return case_at(cast)


def referred(cast: Cast, case: DriveCase, **changed: Any) -> Request:
    return sent(case, cast.essex_marac, cast.case_manager, **again(**changed))


def referral() -> MaracReferralAgain:
    return MaracReferralAgain.objects.select_related("original__meeting").get()


def test_it_is_linked_to_the_first_hearing_and_says_who_began_it(
    cast: Cast, case: DriveCase
) -> None:
    request = referred(cast, case)
    row = referral()
    assert (row.original, row.initiated_by, row.trigger) == (
        first_hearing(),
        InitiatedBy.DRIVE,
        MaracTrigger.VIOLENCE,
    )
    assert opened(request, TODAY).state is RequestState.SENT
    assert hearing_that_came(row) is None


@pytest.mark.parametrize(
    ("trigger", "repeat"),
    [
        (MaracTrigger.VIOLENCE, True),
        (MaracTrigger.STALKING, True),
        (MaracTrigger.RELEASE, False),
    ],
)
def test_further_abuse_within_twelve_months_is_a_repeat(
    cast: Cast, case: DriveCase, trigger: MaracTrigger, repeat: bool
) -> None:
    referred(cast, case, trigger=trigger)
    assert is_repeat(referral()) is repeat


def test_what_cannot_be_referred_is_refused_in_words(cast: Cast, case: DriveCase) -> None:
    stranger = hearing(cast, 7, heard_on=date(2017, 6, 1))
    for words, changed in (
        ("Choose the hearing", {"original": stranger}),
        ("in the past", {"trigger_on": TODAY + timedelta(days=1)}),
        ("what happened after it", {"trigger_on": HEARD_ON - timedelta(days=1)}),
    ):
        said = again(original=MaracHearing.objects.get(dyad__perpetrator=case.perpetrator))
        detail = actions.NewMarac(**{**vars(said["detail"]), **changed})
        with pytest.raises(CannotAsk, match=words):
            asked(case, cast.essex_marac, cast.case_manager, **said | {"detail": detail})
    assert not MaracReferralAgain.objects.exists()


def test_the_hearing_that_came_is_shown_and_tells_who_began_it(cast: Cast, case: DriveCase) -> None:
    request = referred(cast, case)
    came = hearing(cast, 1, heard_on=TODAY)
    assert hearing_that_came(referral()) == came
    assert who_began([came.pk, first_hearing().pk]) == {came.pk: InitiatedBy.DRIVE}
    replied(request, cast.case_manager, **HEARD)
    assert referral().heard_again == came
    assert opened(request, TODAY).state is RequestState.DONE


def test_a_hearing_before_the_referral_left_or_of_another_pair_did_not_come_of_it(
    cast: Cast, case: DriveCase
) -> None:
    hearing(cast, 1, heard_on=TODAY - timedelta(days=5))
    request = referred(cast, case)
    hearing(cast, 1, heard_on=TODAY, victim_survivor=9)
    assert hearing_that_came(referral()) is None
    replied(request, cast.case_manager, **HEARD)
    assert referral().heard_again is None


def test_the_first_hearing_is_not_the_one_that_came(cast: Cast, case: DriveCase) -> None:
    request = referred(cast, case)
    itself = actions.HeardAgain(hearing=first_hearing())
    with pytest.raises(CannotAsk, match="not the first one"):
        replied(request, cast.case_manager, detail=itself, **HEARD)
    with pytest.raises(IntegrityError), transaction.atomic():
        MaracReferralAgain.objects.update(heard_again=first_hearing())


def test_what_others_began_is_told_from_what_drive_did(cast: Cast, case: DriveCase) -> None:
    referred(cast, case, initiated_by=InitiatedBy.POLICE)
    came = hearing(cast, 1, heard_on=TODAY)
    assert who_began([came.pk]) == {came.pk: InitiatedBy.POLICE}


def test_whoever_was_drawn_keeps_his_arm_and_is_not_drawn_again(cast: Cast) -> None:
    ratio(cast, control=1)
    contact_in(cast.essex_marac)
    case = case_at(cast)
    arms = list(Allocation.objects.values_list("pk", "arm"))
    assert [arm for _, arm in arms] == [Arm.DRIVE]
    referred(cast, case)
    came = hearing(cast, 1, heard_on=TODAY)
    made = locked(cast)
    assert made.batch is None
    decision = EligibilityDecision.objects.get(hearing=came)
    assert decision.outcome == AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED
    with pytest.raises(NothingToDraw):
        locked(cast)
    assert list(Allocation.objects.values_list("pk", "arm")) == arms
    assert who_began([came.pk]) == {came.pk: InitiatedBy.DRIVE}


def test_a_batch_in_which_he_is_heard_again_draws_the_others_alone(cast: Cast) -> None:
    ratio(cast, control=1)
    contact_in(cast.essex_marac)
    case = case_at(cast)
    referred(cast, case)
    came = hearing(cast, 1, heard_on=TODAY)
    other = hearing(cast, 2, heard_on=TODAY)
    result = drawn(cast)
    assert [row.perpetrator for row in result.allocations] == [other.dyad.perpetrator]
    his = Allocation.objects.get(perpetrator=case.perpetrator)
    assert his.arm == Arm.DRIVE
    assert {row.hearing_id for row in result.decisions} == {came.pk, other.pk}


def test_her_word_never_stops_a_referral_since_it_protects(cast: Cast, case: DriveCase) -> None:
    told = her_word(cast, Folder.objects.get(about=case.pk))
    request = sent(case, cast.essex_marac, cast.case_manager, facts=[told], **again())
    assert opened(request, TODAY).state is RequestState.SENT
    with pytest.raises(CannotAsk, match="what it is for"):
        asked(case, cast.essex_marac, cast.case_manager, **again() | {"use": Use.DISRUPTION})


def test_a_chaser_of_what_protects_says_nothing_further_and_tells_nobody(
    cast: Cast, case: DriveCase
) -> None:
    request = referred(cast, case)
    later = NOW + timedelta(days=14)

    step = actions.chase(
        request=request, to=to(cast.essex_marac), text="Again.", by=cast.case_manager, now=later
    )
    left(request, at=later)
    assert latest_step(step.outgoing).state == OutgoingState.SENT
    assert step.outgoing.use == Use.INFORMATION
