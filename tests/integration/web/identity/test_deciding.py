"""What one, two and three reviewers come to, and what follows from it."""

from datetime import date

import pytest

from drive.vocabulary.allocation import Arm
from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import Exclusion, User
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation
from drive.web.allocation.queries import live_voids
from drive.web.audit.models import Event
from drive.web.identity.actions import undo
from drive.web.identity.exceptions import (
    JoinedThroughOthers,
    NotSettled,
    SecondReviewerNeeded,
    SettledAlready,
)
from drive.web.people.actions import merge_people
from drive.web.people.exceptions import KeptApart, OneDyad
from drive.web.people.models import MatchCandidate, Merge, Person
from drive.web.people.queries import root_of
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.identity import REASON, decided, question
from tests.factories.people import HER, Docket, Typed, people_of

pytestmark = pytest.mark.django_db

SAME, DIFFERENT, CANNOT_TELL = Verdict.SAME, Verdict.DIFFERENT, Verdict.CANNOT_TELL
SLIP = Typed("Tobyas")
OTHER_SLIP = Typed("Tobis")


def two_men(docket: Docket) -> tuple[MaracHearing, MaracHearing]:
    """Two hearings of nearly the same man, with the same victim-survivor."""
    first = docket.heard(Typed(), HER, heard_on=date(2017, 3, 1))
    return first, docket.heard(SLIP, HER, heard_on=date(2017, 6, 12))


def asked(docket: Docket, **about: bool) -> MatchCandidate:
    return question(docket.he(), docket.he(SLIP), **about)


def are_one(candidate: MatchCandidate) -> bool:
    return root_of(candidate.one_id) == root_of(candidate.other_id)


def test_one_reviewer_settles_an_ordinary_question(cast: Cast, docket: Docket) -> None:
    first, second = two_men(docket)
    candidate = question(people_of(first)[0], people_of(second)[0])
    assert not second.is_repeat
    decision = decided(candidate, SAME, cast.allocator)
    second.refresh_from_db()
    assert (candidate.state, candidate.verdict) == (CandidateState.SETTLED, SAME)
    assert are_one(candidate)
    assert second.is_repeat
    assert Merge.objects.get().decision == decision
    assert Event.objects.filter(action="identity.decide").count() == 1


def test_the_record_made_first_stands_for_both(cast: Cast, docket: Docket) -> None:
    earlier, later = docket.he(), docket.he(SLIP)
    decided(question(earlier, later), SAME, cast.allocator)
    assert root_of(later.pk) == root_of(earlier.pk) == earlier.pk


def test_a_sampled_question_waits_for_somebody_else(
    cast: Cast, docket: Docket, second: User
) -> None:
    candidate = asked(docket, sampled=True)
    decided(candidate, SAME, cast.allocator)
    assert candidate.state == CandidateState.SECOND
    assert not are_one(candidate)
    with pytest.raises(SecondReviewerNeeded):
        decided(candidate, SAME, cast.allocator)
    decided(candidate, SAME, second)
    assert are_one(candidate)


def test_who_cannot_tell_asks_a_second_and_two_of_them_end_it(
    cast: Cast, docket: Docket, second: User
) -> None:
    candidate = asked(docket)
    decided(candidate, CANNOT_TELL, cast.allocator)
    assert candidate.state == CandidateState.SECOND
    decided(candidate, CANNOT_TELL, second)
    assert (candidate.state, candidate.verdict) == (CandidateState.SETTLED, CANNOT_TELL)
    assert not Merge.objects.exists()


def test_of_two_who_disagree_a_third_decides(
    cast: Cast, docket: Docket, second: User, third: User
) -> None:
    candidate = asked(docket, sampled=True)
    decided(candidate, SAME, cast.allocator)
    decided(candidate, DIFFERENT, second)
    assert candidate.state == CandidateState.DISAGREED
    decided(candidate, SAME, third)
    assert are_one(candidate)


def test_nobody_makes_two_roles_one_alone(
    cast: Cast, docket: Docket, second: User, third: User
) -> None:
    candidate = question(docket.he(), docket.she(), crosses_roles=True)
    decided(candidate, SAME, cast.allocator)
    decided(candidate, DIFFERENT, second)
    decided(candidate, SAME, cast.allocator)
    assert candidate.state == CandidateState.SECOND
    assert not are_one(candidate)
    decided(candidate, DIFFERENT, second)
    assert candidate.verdict == DIFFERENT
    decided(candidate, SAME, second, overrule=True)
    assert are_one(candidate)


def test_overruling_towards_one_person_waits_for_a_second_where_much_hangs_on_it(
    cast: Cast, docket: Docket, second: User, third: User
) -> None:
    candidate = question(docket.he(), docket.she(), crosses_roles=True)
    decided(candidate, DIFFERENT, cast.allocator)
    decided(candidate, DIFFERENT, second)
    decided(candidate, SAME, third, overrule=True)
    assert (candidate.state, candidate.verdict) == (CandidateState.SECOND, "")
    decided(candidate, SAME, second)
    assert are_one(candidate)


def test_what_is_settled_is_overruled_with_a_reason_and_not_by_accident(
    cast: Cast, docket: Docket, second: User
) -> None:
    candidate = asked(docket)
    with pytest.raises(NotSettled):
        decided(candidate, SAME, second, overrule=True)
    decided(candidate, SAME, cast.allocator)
    with pytest.raises(SettledAlready):
        decided(candidate, DIFFERENT, second)
    with pytest.raises(SettledAlready):
        decided(candidate, SAME, second, overrule=True)
    decided(candidate, DIFFERENT, second, overrule=True)
    assert not are_one(candidate)
    assert Merge.objects.get().undone_reason == REASON
    assert [each.verdict for each in candidate.decisions.all()] == [SAME, DIFFERENT]


def test_the_two_of_one_case_are_never_one(cast: Cast, docket: Docket, second: User) -> None:
    him, her = people_of(docket.heard())
    candidate = question(him, her, crosses_roles=True)
    with pytest.raises(OneDyad) as refusal:
        decided(candidate, SAME, cast.allocator)
    assert refusal.value.field == "verdict"
    candidate.refresh_from_db()
    assert candidate.state == CandidateState.OPEN
    assert not candidate.decisions.exists()


def test_nor_are_they_by_way_of_a_third_record(cast: Cast, docket: Docket) -> None:
    him, her = people_of(docket.heard())
    another = docket.he(SLIP)
    decided(question(him, another), SAME, cast.allocator)
    with pytest.raises(OneDyad):
        decided(question(another, her, crosses_roles=True), SAME, cast.allocator)


def test_who_was_kept_apart_is_not_joined_by_way_of_a_third_record(
    cast: Cast, docket: Docket
) -> None:
    one, two, three = docket.he(), docket.he(SLIP), docket.he(OTHER_SLIP)
    decided(question(one, two), DIFFERENT, cast.allocator)
    decided(question(two, three), SAME, cast.allocator)
    with pytest.raises(KeptApart):
        decided(question(one, three), SAME, cast.allocator)


def test_what_is_joined_through_others_is_parted_there_first(cast: Cast, docket: Docket) -> None:
    one, two, three = docket.he(), docket.he(SLIP), docket.he(OTHER_SLIP)
    decided(question(one, two), SAME, cast.allocator)
    decided(question(two, three), SAME, cast.allocator)
    between = question(one, three)
    with pytest.raises(JoinedThroughOthers):
        decided(between, DIFFERENT, cast.allocator)
    decided(between, SAME, cast.allocator)
    assert Merge.objects.count() == 2


def drawn(cast: Cast, hearings: tuple[MaracHearing, MaracHearing]) -> list[Allocation]:
    rows = [
        HistoricAllocation(hearing=hearing, arm=arm, allocated_on=day)
        for hearing, arm, day in zip(
            hearings, (Arm.CONTROL, Arm.DRIVE), (date(2017, 3, 2), date(2017, 6, 14)), strict=True
        )
    ]
    return import_historic(rows=rows, by=cast.allocator, now=NOW)


def test_of_two_draws_the_later_is_void_until_the_merge_is_undone(
    cast: Cast, docket: Docket, second: User
) -> None:
    heard = two_men(docket)
    earlier, later = drawn(cast, heard)
    candidate = question(people_of(heard[0])[0], people_of(heard[1])[0])
    decided(candidate, SAME, cast.allocator)
    assert candidate.state == CandidateState.SECOND
    decided(candidate, SAME, second)
    assert [void.allocation for void in live_voids()] == [later]
    undo(merge=Merge.objects.get(), reason=REASON, by=second, now=NOW)
    assert not live_voids().exists()
    assert {row.arm for row in Allocation.objects.all()} == {Arm.CONTROL, Arm.DRIVE}
    assert earlier.pk != later.pk


def test_undoing_counts_again_and_keeps_the_two_apart(
    cast: Cast, docket: Docket, second: User
) -> None:
    first, later = two_men(docket)
    candidate = question(people_of(first)[0], people_of(later)[0])
    decided(candidate, SAME, cast.allocator)
    undo(merge=Merge.objects.get(), reason=REASON, by=second, now=NOW)
    candidate.refresh_from_db()
    later.refresh_from_db()
    assert (candidate.state, candidate.verdict) == (CandidateState.SETTLED, DIFFERENT)
    assert not later.is_repeat
    assert not are_one(candidate)


def test_undoing_overrules_whoever_said_the_opposite_of_other_records(
    cast: Cast, docket: Docket, second: User
) -> None:
    one, two, three = docket.he(), docket.he(SLIP), docket.he(OTHER_SLIP)
    decided(question(one, two), SAME, cast.allocator)
    decided(question(two, three), SAME, cast.allocator)
    between = question(one, three)
    decided(between, SAME, cast.allocator)
    joined = Merge.objects.get(one__in=[one, two], other__in=[one, two])
    undo(merge=joined, reason=REASON, by=second, now=NOW)
    between.refresh_from_db()
    assert between.verdict == DIFFERENT
    assert root_of(one.pk) == one.pk
    assert root_of(three.pk) == root_of(two.pk)


def test_a_merge_by_rule_is_undone_like_any_other(cast: Cast, docket: Docket) -> None:
    one, other = docket.he(), docket.he(SLIP)
    merge = merge_people(one=one, other=other, rule="a rule", by=cast.allocator, now=NOW)
    assert merge is not None
    undo(merge=merge, reason=REASON, by=cast.allocator, now=NOW)
    candidate = MatchCandidate.objects.get()
    assert (candidate.state, candidate.verdict) == (CandidateState.SETTLED, DIFFERENT)
    assert candidate.decisions.get().reason == REASON


def test_whoever_is_kept_away_from_one_is_kept_away_from_both_for_good(
    cast: Cast, docket: Docket
) -> None:
    candidate = asked(docket)
    keep_out(
        user=cast.case_manager,
        person_id=candidate.one_id,
        reason="A cousin.",
        by=cast.service_manager,
        now=NOW,
    )
    decided(candidate, SAME, cast.allocator)
    kept = Exclusion.objects.filter(user=cast.case_manager).values_list("person_id", flat=True)
    assert set(kept) == {candidate.one_id, candidate.other_id}
    undo(merge=Merge.objects.get(), reason=REASON, by=cast.allocator, now=NOW)
    assert Exclusion.objects.filter(user=cast.case_manager, lifted_at=None).count() == 2


def test_nothing_points_to_another_person_after_a_merge(cast: Cast, docket: Docket) -> None:
    first, later = two_men(docket)
    before = [people_of(first)[0].pk, people_of(later)[0].pk]
    decided(question(people_of(first)[0], people_of(later)[0]), SAME, cast.allocator)
    after = [
        MaracHearing.objects.get(pk=hearing.pk).dyad.perpetrator.person_id
        for hearing in (first, later)
    ]
    assert after == before
    assert Person.objects.filter(pk__in=before).count() == 2
