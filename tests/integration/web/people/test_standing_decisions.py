"""What people decided stands over every run, and what a large family does."""

from datetime import date

import pytest

from drive.vocabulary.identity import CandidateState, LinkageRunKind, Verdict
from drive.web.people.actions import merge_people, say_at_entry, undo_merge
from drive.web.people.exceptions import KeptApart, OneDyad
from drive.web.people.models import (
    KnownElsewhere,
    LinkageModel,
    MatchCandidate,
    MatchDecision,
    Merge,
    Person,
)
from drive.web.people.queries import roots_of
from drive.web.people.rules import Said, likeness
from drive.web.referrals.actions import recount_repeats
from drive.web.referrals.models import MaracHearing
from tests.factories.people import BORN, Docket, Typed, people_of

pytestmark = pytest.mark.django_db

SLIP = Typed("Tobyas", "Wetherall", BORN)


def settle(docket: Docket, verdict: Verdict) -> MatchDecision:
    """Settle the one question there is, as two reviewers who agree do."""
    candidate = MatchCandidate.objects.get()
    decision = MatchDecision.objects.create(
        candidate=candidate,
        number=1,
        verdict=verdict,
        reason="Their records were compared.",
        recorded_at=docket.moment,
        recorded_by=docket.cast.allocator,
    )
    candidate.state, candidate.verdict = CandidateState.SETTLED, verdict
    candidate.save()
    return decision


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.CANNOT_TELL])
def test_a_decision_survives_a_run_over_everybody_with_a_new_model(
    docket: Docket, verdict: Verdict
) -> None:
    docket.he()
    docket.he(SLIP)
    docket.compared()
    settle(docket, verdict)
    LinkageModel.objects.all()
    for kind in (LinkageRunKind.NIGHTLY, LinkageRunKind.NEW):
        assert docket.compared(kind).candidates_opened == 0
    candidate = MatchCandidate.objects.get()
    assert (candidate.state, candidate.verdict) == (CandidateState.SETTLED, verdict)
    assert not Merge.objects.exists()


def test_two_who_were_told_apart_are_not_joined_by_a_third(docket: Docket) -> None:
    one, other = docket.he(), docket.he(SLIP)
    docket.compared()
    settle(docket, Verdict.DIFFERENT)
    with pytest.raises(KeptApart):
        merge_people(one=one, other=other, rule="any", by=docket.cast.allocator, now=docket.moment)


def test_one_who_was_made_one_is_asked_about_as_one(docket: Docket) -> None:
    one, other = docket.he(), docket.he(SLIP)
    docket.compared()
    decision = settle(docket, Verdict.SAME)
    merge_people(
        one=one, other=other, decision=decision, by=docket.cast.allocator, now=docket.moment
    )
    assert docket.compared(LinkageRunKind.NIGHTLY).candidates_opened == 0
    docket.he(Typed("Tobias", "Wetheral", BORN))
    assert docket.compared().candidates_opened == 1, "one question, not one for each record"


def test_an_undone_merge_is_no_decision_any_more_and_is_not_made_again(docket: Docket) -> None:
    cast = docket.cast
    known = Typed(telephone="07700 900123")
    docket.he(known)
    docket.compared()
    docket.he(known, marac=cast.west_sussex_marac)
    docket.compared()
    merge = Merge.objects.get()
    assert KnownElsewhere.objects.count() == 2
    undo_merge(merge=merge, reason="Cousins of one name.", by=cast.allocator, now=docket.moment)
    assert not KnownElsewhere.objects.exists(), "what is no longer true is withdrawn"
    docket.compared(LinkageRunKind.NIGHTLY)
    assert Merge.objects.filter(undone_at=None).count() == 0


def test_the_two_of_one_case_cannot_be_merged_even_by_way_of_others(docket: Docket) -> None:
    him, her = people_of(docket.heard())
    third = docket.she(Typed())
    by, now = docket.cast.allocator, docket.moment
    merge_people(one=him, other=third, rule="any", by=by, now=now)
    with pytest.raises(OneDyad):
        merge_people(one=third, other=her, rule="any", by=by, now=now)
    words = likeness(Said(forename="A", surname="B"), Said(forename="A", surname="B"))
    said = say_at_entry(
        person=him,
        other=her,
        role="perpetrator",
        likeness=words,
        verdict=Verdict.SAME,
        by=by,
        now=now,
    )
    assert said is None
    assert not MatchCandidate.objects.exists()


def test_a_machine_rule_never_joins_two_people_on_record_through_a_third(docket: Docket) -> None:
    """Who shares his telephone with one and his postcode with another joins one of them only."""
    cast = docket.cast
    one = docket.he(Typed(telephone="07700 900123"))
    two = docket.he(Typed(postcode="CM1 4QP"), marac=cast.west_sussex_marac)
    docket.compared()
    settle(docket, Verdict.CANNOT_TELL)
    both = Typed(forename="TOBIAS", telephone="07700 900123", postcode="CM1 4QP", born_on=BORN)
    third = docket.she(both)
    him = Person.objects.get(pk=third.pk)
    docket.compared()
    roots = roots_of([one.pk, two.pk, him.pk])
    assert roots[one.pk] != roots[two.pk]


def test_a_large_family_is_asked_about_and_never_joined(docket: Docket) -> None:
    cast = docket.cast
    from drive.web.people.actions import Mention, TypedPerson, mention_people
    from drive.web.vault.actions import Whereabouts, keep_all

    mentions = [
        Mention(
            typed=TypedPerson(
                forename=f"Tobias{'abcdefghij'[number % 10]}",
                surname="Wetherall",
                date_of_birth=date(1984, 3, 2 + number % 9),
            ),
            role="perpetrator",
            agency=cast.essex_marac,
            source_row=str(number),
            apart=True,
        )
        for number in range(60)
    ]
    people = mention_people(mentions, source="list", by=cast.allocator, now=docket.moment)
    where = [Whereabouts(subject_id=each.pk, postcode="CM1 4QP") for each in people]
    keep_all(where, by=cast.allocator, now=docket.moment)

    run = docket.compared()

    assert run.merged == 0
    assert 0 < run.candidates_opened < 60, "as many questions as joining them needs"
    assert MatchCandidate.objects.filter(of_large_group=True).exists()


def test_repeats_are_counted_by_who_people_are(docket: Docket) -> None:
    cast, her = docket.cast, Typed("Rosalind", "Quennell", date(1979, 11, 6))
    docket.heard(Typed(), her, heard_on=date(2017, 3, 1))
    docket.heard(SLIP, her, heard_on=date(2017, 6, 12))
    assert not MaracHearing.objects.filter(is_repeat=True).exists()
    one, other = Person.objects.filter(surname="Wetherall")
    merge = merge_people(one=one, other=other, rule="any", by=cast.allocator, now=docket.moment)
    assert merge is not None

    assert recount_repeats([one, other]) == 1
    assert MaracHearing.objects.get(is_repeat=True).meeting.held_on == date(2017, 6, 12)
    undo_merge(merge=merge, reason="Cousins.", by=cast.allocator, now=docket.moment)
    assert recount_repeats([one, other]) == 1
    assert not MaracHearing.objects.filter(is_repeat=True).exists()


def test_a_new_hearing_of_one_who_was_made_one_is_a_repeat(docket: Docket) -> None:
    cast, her = docket.cast, Typed("Rosalind", "Quennell", date(1979, 11, 6))
    first = docket.heard(Typed(), her, heard_on=date(2017, 3, 1))
    second = docket.he(SLIP)
    merge_people(
        one=people_of(first)[0], other=second, rule="any", by=cast.allocator, now=docket.moment
    )
    third = docket.heard(SLIP, her, heard_on=date(2017, 6, 26))
    assert people_of(third)[0] == second
    assert third.is_repeat
