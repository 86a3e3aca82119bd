"""Whom to turn to: the next rung, and the next source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.facts import FactTopic
from drive.vocabulary.requests import EscalationLevel, RequestTopic, SourceReason
from drive.web.multiagency.rules.ladder import LEVELS, Filled, above, level_for, next_up, role_of
from drive.web.multiagency.rules.sources import (
    KNOWS,
    SPEAKS_AS,
    TOLD_AS,
    Candidate,
    rank,
    speaks_as,
)

L = EscalationLevel


def test_rungs_that_nobody_fills_are_passed_over_and_named() -> None:
    up = next_up([Filled(level=L.STRATEGIC_LEAD, who="lead")], L.PERSON)
    assert up is not None
    assert up.rung.who == "lead"
    assert up.passed == (L.MANAGER, L.SINGLE_POINT)


def test_nobody_is_asked_twice_as_somebody_else() -> None:
    rungs = [Filled(level=L.MANAGER, who="a"), Filled(level=L.BOARD, who="b")]
    up = next_up(rungs, L.PERSON, {"a"})
    assert up is not None
    assert up.rung.who == "b"
    assert next_up(rungs, L.BOARD) is None


def test_rungs_and_roles_are_the_same_ladder() -> None:
    assert [level_for(role) for role in ContactRole] == list(LEVELS)
    assert [role_of(level) for level in LEVELS] == list(ContactRole)


@given(
    st.lists(st.tuples(st.sampled_from(LEVELS), st.integers(0, 5)), max_size=8),
    st.sampled_from(LEVELS),
)
def test_the_ladder_only_goes_up_and_comes_to_an_end(
    filled: list[tuple[EscalationLevel, int]], start: EscalationLevel
) -> None:
    rungs = [Filled(level=level, who=who) for level, who in filled]
    reached, asked, climbed = start, {-1}, 0
    while (up := next_up(rungs, reached, asked)) is not None:
        assert up.rung.level in above(reached)
        assert up.rung.who not in asked
        reached, climbed = up.rung.level, climbed + 1
        asked.add(up.rung.who)
    assert climbed < len(LEVELS)


POLICE = Candidate(key=1, name="Police", kind=AgencyType.POLICE, usual_days=9)
QUICK = Candidate(key=2, name="Quick police", kind=AgencyType.POLICE, usual_days=2)
SCHOOL = Candidate(key=3, name="School", kind=AgencyType.SCHOOL, referred=True)
HOUSING = Candidate(key=4, name="Housing", kind=AgencyType.HOUSING, told=2)
OURS = Candidate(key=5, name="Drive", kind=AgencyType.DRIVE, referred=True)


def test_who_referred_comes_first_then_who_told_then_who_usually_knows_quickest_first() -> None:
    found = rank([POLICE, QUICK, SCHOOL, HOUSING, OURS], [RequestTopic.ABUSE_NOW], asked=())
    assert [(one.candidate.key, one.reason) for one in found] == [
        (3, SourceReason.REFERRED),
        (4, SourceReason.TOLD_BEFORE),
        (2, SourceReason.USUALLY_KNOWS),
        (1, SourceReason.USUALLY_KNOWS),
    ]


def test_who_knows_nothing_of_it_is_not_proposed() -> None:
    health = Candidate(key=6, name="Health", kind=AgencyType.HEALTH)
    assert rank([health], [RequestTopic.WHEREABOUTS], asked=()) == []


candidates = st.lists(
    st.builds(
        Candidate,
        key=st.integers(0, 9),
        name=st.text(max_size=3),
        kind=st.sampled_from(AgencyType),
        referred=st.booleans(),
        told=st.integers(0, 2),
        usual_days=st.none() | st.floats(0, 40),
    ),
    max_size=9,
)


@given(candidates, st.sets(st.sampled_from(RequestTopic)), st.sets(st.integers(0, 9)))
def test_nobody_who_was_asked_in_this_chain_is_asked_again(
    found: list[Candidate], topics: set[RequestTopic], asked: set[int]
) -> None:
    ranked = rank(found, topics, asked)
    assert not {one.candidate.key for one in ranked} & asked
    reasons = [list(SourceReason).index(one.reason) for one in ranked]
    assert reasons == sorted(reasons)


def test_every_topic_has_somebody_who_knows_and_a_topic_of_facts() -> None:
    assert set(KNOWS) == set(RequestTopic)
    assert set(TOLD_AS) == set(RequestTopic)
    assert all(TOLD_AS[topic] <= set(FactTopic) for topic in RequestTopic)
    assert {speaks_as(kind) for kind in AgencyType} >= set(SPEAKS_AS.values())
