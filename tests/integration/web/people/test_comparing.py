"""The engine: what the machine asks, what it joins, and what it never does."""

from datetime import date

import pytest

from drive.vocabulary.identity import CandidateState, LinkageRunKind, PartyRole
from drive.vocabulary.jobs import RunState
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.people.models import (
    KnownElsewhere,
    LinkageModel,
    MatchCandidate,
    Merge,
    Person,
)
from drive.web.people.queries import identity_unsettled, roots_of
from tests.factories.people import BORN, HER, Docket, Typed

pytestmark = pytest.mark.django_db

SLIP = Typed("Tobyas", "Wetherall", BORN)


def test_whoever_stands_alone_is_compared_and_nobody_is_asked(docket: Docket) -> None:
    person = docket.he()
    run = docket.compared()
    assert (run.state, run.candidates_opened, run.merged) == (RunState.DONE, 0, 0)
    assert (run.people_in_all, run.people_done) == (2, 2)
    person.refresh_from_db()
    assert person.compared_at is not None


def test_a_likeness_is_put_to_a_reviewer_in_words_without_a_score(docket: Docket) -> None:
    one, other = docket.he(), docket.he(SLIP)
    docket.compared()
    candidate = MatchCandidate.objects.get()
    assert {candidate.one_id, candidate.other_id} == {one.pk, other.pk}
    assert candidate.state == CandidateState.OPEN
    assert "the same surname" in candidate.agreements
    assert "the same date of birth" in candidate.agreements
    assert "telephone number" in candidate.unknown
    words = " ".join([*candidate.agreements, *candidate.disagreements, *candidate.unknown])
    assert not any(letter.isdigit() for letter in words)
    assert not candidate.crosses_roles


def test_day_and_month_the_other_way_round_are_asked_about(docket: Docket) -> None:
    docket.he(Typed(born_on=date(1984, 3, 9)))
    docket.he(Typed(born_on=date(1984, 9, 3)))
    docket.compared()
    candidate = MatchCandidate.objects.get()
    assert "day and month of birth the other way round" in candidate.agreements


def test_the_telephone_joins_two_sites_by_a_rule_that_stands_on_the_merge(docket: Docket) -> None:
    cast = docket.cast
    known = Typed(telephone="07700 900123")
    one = docket.he(known)
    docket.compared()
    other = docket.he(known, marac=cast.west_sussex_marac)
    run = docket.compared()
    merge = Merge.objects.get()
    assert run.merged == 1
    assert (merge.rule, merge.run) == ("equal name, birth date and telephone", run)
    assert not MatchCandidate.objects.exists()
    assert set(roots_of([one.pk, other.pk]).values()) == {one.pk}
    told = {(each.site.code, each.other_site.code) for each in KnownElsewhere.objects.all()}
    assert told == {("essex", "west_sussex"), ("west_sussex", "essex")}


def test_a_victim_survivor_is_told_to_the_later_site_only_and_without_a_place(
    docket: Docket,
) -> None:
    her = Typed("Rosalind", "Quennell", HER.born_on, postcode="CM1 4QP")
    docket.she(her)
    other = docket.she(her, marac=docket.cast.west_sussex_marac)
    docket.compared()
    notice = KnownElsewhere.objects.get()
    assert (notice.person_id, notice.role) == (other.pk, PartyRole.VICTIM_SURVIVOR)
    assert notice.site.code == "west_sussex"
    assert notice.other_site is None


def test_equal_names_and_birth_alone_are_asked_about_and_not_joined(docket: Docket) -> None:
    docket.he()
    docket.he(marac=docket.cast.west_sussex_marac)
    run = docket.compared()
    assert (run.merged, run.candidates_opened) == (0, 1)


def test_the_night_proposes_and_makes_nobody_one(docket: Docket) -> None:
    known = Typed(telephone="07700 900123")
    docket.he(known)
    docket.he(known, marac=docket.cast.west_sussex_marac)
    run = docket.compared(LinkageRunKind.NIGHTLY)
    assert (run.merged, run.candidates_opened) == (0, 1)
    assert not Merge.objects.exists()
    assert Person.objects.filter(compared_at=None).count() == 4


def test_the_night_asks_nothing_twice_and_keeps_one_model(docket: Docket) -> None:
    docket.he()
    docket.he(SLIP)
    docket.compared()
    again = docket.compared(LinkageRunKind.NIGHTLY)
    assert again.candidates_opened == 0
    assert MatchCandidate.objects.count() == 1
    row = LinkageModel.objects.get()
    assert again.model == row
    assert "wetherall" not in row.sealed_text.casefold()
    assert row.versions["splink"]


def test_the_two_of_one_case_are_never_asked_about_or_joined(docket: Docket) -> None:
    twin = Typed("Tobias", "Wetherall", BORN, telephone="07700 900123")
    hearing = docket.heard(twin, twin)
    his, hers = hearing.dyad.perpetrator.person_id, hearing.dyad.victim_survivor.person_id
    assert his != hers
    docket.compared()
    docket.compared(LinkageRunKind.NIGHTLY)
    assert not MatchCandidate.objects.exists()
    assert not Merge.objects.exists()


def test_across_roles_two_reviewers_are_asked_and_never_the_machine(docket: Docket) -> None:
    both = Typed(telephone="07700 900123")
    docket.he(both)
    docket.she(both)
    run = docket.compared()
    candidate = MatchCandidate.objects.get()
    assert candidate.crosses_roles
    assert run.merged == 0


def test_a_record_that_names_two_people_goes_to_a_person(docket: Docket) -> None:
    two = Typed("Tobias and Jasper", "Wetherall", telephone="07700 900123")
    docket.he(two)
    docket.he(two)
    run = docket.compared()
    assert run.merged == 0
    assert Person.objects.filter(forename=two.forename).count() == 2


@pytest.mark.parametrize(
    "nobody",
    [
        Typed("UNKNOWN", "UNKNOWN", None),
        Typed("Unknown", "Unknown", date(1980, 1, 1)),
        Typed("Tobias", "Wetherall", None),
    ],
)
def test_what_says_nothing_joins_nobody(docket: Docket, nobody: Typed) -> None:
    docket.he(nobody)
    docket.he(nobody)
    docket.compared()
    assert not Merge.objects.exists()


def test_the_first_of_january_stands_for_no_day_and_no_rule_joins_by_it(docket: Docket) -> None:
    year_only = Typed(born_on=date(1984, 1, 1), postcode="CM1 4QP")
    docket.he(year_only)
    docket.he(year_only, marac=docket.cast.west_sussex_marac)
    run = docket.compared()
    assert (run.merged, run.candidates_opened) == (0, 1)


def test_a_name_in_another_script_is_compared_without_a_fault(docket: Docket) -> None:
    docket.he(Typed("Олена", "Коваленко", BORN, telephone="07700 900123"))
    docket.he(Typed("Olena", "Kovalenko", BORN, telephone="07700 900123"))
    run = docket.compared()
    assert run.state == RunState.DONE
    assert run.candidates_opened + run.merged == 1


def test_the_postcode_of_a_refuge_joins_nobody(docket: Docket) -> None:
    for number in range(27):
        docket.she(
            Typed("Rosalind", f"Quennell{'abcdefghijklmnopqrstuvwxyzz'[number] * 3}", HER.born_on,
                  postcode="CM1 4QP")
        )  # fmt: skip
    docket.she(Typed("Rosalind", "Quennell", HER.born_on, postcode="CM1 4QP"))
    docket.she(
        Typed("Rosalind", "Quennell", HER.born_on, postcode="CM1 4QP"),
        marac=docket.cast.west_sussex_marac,
    )
    docket.compared()
    assert not Merge.objects.exists()


def test_who_was_not_compared_or_is_asked_about_is_unsettled(docket: Docket) -> None:
    one = docket.he()
    assert identity_unsettled([one.pk]) == {one.pk: one.recorded_at}
    docket.compared()
    assert identity_unsettled([one.pk]) == {}
    other = docket.he(SLIP)
    docket.compared()
    asked_at = MatchCandidate.objects.get().recorded_at
    assert identity_unsettled([one.pk, other.pk]) == {one.pk: asked_at, other.pk: asked_at}


def test_a_question_across_roles_holds_nobodys_draw(docket: Docket) -> None:
    him = docket.he()
    docket.she(Typed())
    docket.compared()
    assert MatchCandidate.objects.get().crosses_roles
    assert identity_unsettled([him.pk]) == {}


def test_whoever_is_kept_away_by_name_sees_no_question_about_the_person(docket: Docket) -> None:
    from drive.web.accounts.actions import keep_out

    cast = docket.cast
    one = docket.he()
    docket.he(SLIP)
    docket.compared()
    assert MatchCandidate.objects.visible_to(cast.allocator).count() == 1
    assert not MatchCandidate.objects.visible_to(cast.coordinator).exists()
    keep_out(
        user=cast.allocator,
        person_id=one.pk,
        reason="He is her neighbour.",
        by=cast.service_manager,
        now=docket.moment,
    )
    assert not MatchCandidate.objects.visible_to(cast.allocator).exists()


def test_a_model_of_another_version_is_not_used_but_made_anew(docket: Docket) -> None:
    docket.he()
    docket.compared()
    old = LinkageModel.objects.get()
    text = unseal_field(old, "sealed_text")
    seal_field(old, "sealed_text", text.replace('"splink": "', '"splink": "0.'))
    old.save()
    docket.he(SLIP)
    run = docket.compared()
    assert run.candidates_opened == 1
    assert run.model != old
