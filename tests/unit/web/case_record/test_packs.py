"""What is left out of the service user's pack by itself, what is blacked out, and who signs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import Answer, InformationSource, SourceSafety, ValueStatus
from drive.vocabulary.disclosure import BY_DECISION, NEVER_IN, NOT_DECIDED, LeftOut, PackKind
from drive.vocabulary.disclosure import SignsAs as As
from drive.web.case_record.rules import packs as rules

KEY = UUID(int=1)


def material(**about: object) -> rules.Material:
    return rules.Material(
        kind=PackKind.NOTE, source=KEY, on=date(2017, 6, 1), heading="Note", **about
    )


def test_every_reason_is_of_one_kind() -> None:
    assert set(LeftOut) == NEVER_IN | NOT_DECIDED | BY_DECISION
    assert not (NEVER_IN & NOT_DECIDED)
    assert not (NEVER_IN & BY_DECISION)
    assert not (NOT_DECIDED & BY_DECISION)


@pytest.mark.parametrize(
    ("asked_on", "due"),
    [
        (date(2017, 6, 15), date(2017, 7, 15)),
        (date(2017, 1, 31), date(2017, 2, 28)),
        (date(2017, 12, 31), date(2018, 1, 31)),
    ],
)
def test_it_is_due_one_month_later(asked_on: date, due: date) -> None:
    assert rules.due_on(asked_on) == due


@pytest.mark.parametrize("told_by", [*InformationSource, None])
def test_only_what_he_said_himself_is_in_unread(told_by: InformationSource | None) -> None:
    reason = rules.reason_at_first(material(told_by=told_by), holds_protected=False)
    assert (reason is None) == (told_by is InformationSource.SU)


@pytest.mark.parametrize("told_by", [*InformationSource, None])
@pytest.mark.parametrize("kept_back", [*NEVER_IN, None])
def test_what_holds_something_protected_or_is_kept_back_is_never_in_at_first(
    told_by: InformationSource | None, kept_back: LeftOut | None
) -> None:
    found = rules.reason_at_first(
        material(told_by=told_by, kept_back=kept_back), holds_protected=True
    )
    assert found is (kept_back or LeftOut.PROTECTED)


@pytest.mark.parametrize("source", InformationSource)
def test_whose_word_is_hers(source: InformationSource) -> None:
    hers = source in {
        InformationSource.VICTIM_SURVIVOR,
        InformationSource.IDVA,
        InformationSource.FAMILY,
    }
    assert rules.speaks_for_her(source) is hers
    assert rules.may_be_told(Answer(value="yes", source=source)) is not hers


def test_a_service_at_her_side_speaks_for_her() -> None:
    assert rules.speaks_for_her(InformationSource.OTHER, AgencyType.VS_SECTOR)
    assert not rules.speaks_for_her(None, AgencyType.POLICE)
    assert not rules.speaks_for_her("", "")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=ValueStatus.WITHHELD_FOR_SAFETY),
        Answer(value="yes"),
        Answer(
            value="yes",
            source=InformationSource.POLICE,
            safety=SourceSafety.SOLE_INFORMANT_VS,
        ),
    ],
)
def test_an_answer_that_may_be_hers_is_not_told(answer: Answer) -> None:
    assert not rules.may_be_told(answer)


def test_a_bar_is_as_long_whatever_it_covers() -> None:
    assert rules.blacked_out("She is at Elm.", [(0, 3)]) == f"{rules.BAR} is at Elm."
    assert rules.blacked_out("abcdef", [(3, 5), (0, 4)]) == f"{rules.BAR}f"
    assert rules.blacked_out("abc", []) == "abc"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_nothing_blacked_out_is_left(text: str, pairs: list[tuple[int, int]]) -> None:
    places = [(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    places = [place for place in places if place[0] < place[1]]
    covered = {at for start, end in places for at in range(start, end)}
    left = "".join(letter for at, letter in enumerate(text) if at not in covered)
    assert rules.blacked_out(text, places).replace(rules.BAR, "") == left.replace(rules.BAR, "")


def test_words_are_found_wherever_they_stand() -> None:
    assert rules.places_of("anna", "Anna and ANNA") == [(0, 4), (9, 13)]
    assert rules.places_of("x", "Anna") == []
    assert rules.places_of("", "Anna") == []
    assert rules.places_of("Straße", "İ Straße") == [(2, 8)]


def why(standing: list[rules.Signed], by: str, signs_as: As = As.SERVICE_MANAGER) -> str:
    return rules.why_not_sign(standing, by=by, signs_as=signs_as, put_together_by="maker")


def test_whoever_put_it_together_signs_first_then_somebody_else() -> None:
    first = rules.Signed("maker", As.SERVICE_MANAGER)
    assert why([], "maker") == ""
    assert "first" in why([], "other")
    assert "first" in why([], "lead", As.IDVA_LEAD)
    assert "first" in why([], "maker", As.IDVA_LEAD)
    assert "already" in why([first], "maker")
    assert why([first], "other") == why([first], "lead", As.IDVA_LEAD) == ""
    both = [first, rules.Signed("lead", As.IDVA_LEAD)]
    assert "both" in why(both, "other")


def test_two_people_are_two_and_one_of_them_a_service_manager() -> None:
    manager, lead = rules.Signed("a", As.SERVICE_MANAGER), rules.Signed("b", As.IDVA_LEAD)
    assert rules.is_signed_by_two([manager, lead])
    assert rules.is_signed_by_two([manager, rules.Signed("b", As.SERVICE_MANAGER)])
    assert not rules.is_signed_by_two([manager])
    assert not rules.is_signed_by_two([manager, rules.Signed("a", As.IDVA_LEAD)])
    assert not rules.is_signed_by_two([lead, rules.Signed("c", As.IDVA_LEAD)])
