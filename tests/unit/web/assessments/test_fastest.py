"""What would complete an assessment fastest: whom to ask, the most gained first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.answers import InformationSource as Who
from drive.web.assessments.rules import Asked, fastest


def asked(label: str, *likely: Who, answer: Answer | None = None) -> Asked:
    return Asked(section="needs", label=label, answer=answer, likely=likely)


def test_whoever_closes_most_comes_first_and_nothing_is_counted_twice() -> None:
    found = fastest(
        [
            asked("drugs", Who.PROBATION, Who.HEALTH),
            asked("alcohol", Who.PROBATION, Who.SU),
            asked("mental health", Who.HEALTH, Who.PROBATION),
            asked("children", Who.CSC),
        ]
    )
    assert [(each.who, each.ask) for each in found] == [
        (Who.PROBATION, ("drugs", "alcohol", "mental health")),
        (Who.CSC, ("children",)),
    ]


def test_an_agency_that_has_not_replied_is_reminded() -> None:
    silent = Answer(status=ValueStatus.AGENCY_NO_REPLY, source=Who.HOUSING)
    requested = unknown(ValueStatus.REQUESTED)
    (housing,) = fastest(
        [
            asked("rent", Who.PROBATION, answer=silent),
            asked("home", Who.HOUSING, Who.SU, answer=requested),
        ]
    )
    assert (housing.who, housing.remind, housing.ask, housing.gained) == (
        Who.HOUSING,
        ("rent", "home"),
        (),
        2,
    )


def test_whoever_did_not_know_or_cannot_be_reached_is_not_asked_again() -> None:
    did_not_know = Answer(status=ValueStatus.ASKED_NOT_KNOWN, source=Who.POLICE)
    out_of_reach = unknown(ValueStatus.NOT_CONTACTABLE)
    found = fastest(
        [
            asked("offences", Who.POLICE, Who.PROBATION, answer=did_not_know),
            asked("work", Who.SU, Who.COURT, answer=out_of_reach),
        ]
    )
    assert {each.who for each in found} == {Who.PROBATION, Who.COURT}


def test_what_is_known_or_was_declined_is_left_in_peace() -> None:
    quiet = [known("yes"), *map(unknown, (ValueStatus.DECLINED, ValueStatus.NOT_APPLICABLE))]
    assert fastest(asked("x", Who.SU, answer=each) for each in quiet) == []


answers = st.one_of(
    st.none(),
    st.just(known("yes")),
    st.sampled_from([status for status in ValueStatus if status is not ValueStatus.KNOWN]).map(
        unknown
    ),
)
questions = st.builds(
    Asked,
    section=st.just("s"),
    label=st.text(min_size=1, max_size=4),
    answer=answers,
    likely=st.lists(st.sampled_from(list(Who)), max_size=3, unique=True).map(tuple),
)


@given(st.lists(questions, max_size=20))
def test_each_gap_is_given_to_one_person_at_most(all_asked: list[Asked]) -> None:
    found = fastest(all_asked)
    given_out = [label for each in found for label in (*each.ask, *each.remind)]
    open_labels = [
        each.label for each in all_asked if each.answer is None or not each.answer.is_known
    ]
    assert len(given_out) <= len(open_labels)
    assert set(given_out) <= set(open_labels)
    gains = [each.gained for each in found]
    assert gains == sorted(gains, reverse=True)
    assert len({each.who for each in found}) == len(found)
