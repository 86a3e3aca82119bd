"""The sole-informant guard: against brute force, and by the cases that people bring to it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drive.vocabulary.facts import (
    LIFE_SAVING,
    SEEN_BY_HIM,
    Duty,
    GuardOutcome,
    Independence,
    OverrideRole,
    Use,
    WishAnswer,
)
from drive.web.information.rules.guard import (
    Corroboration,
    Graph,
    Node,
    Override,
    Verdict,
    footing,
    judge,
)
from tests.unit.web.information import provenance

HERS, POLICE, COURT, REPORT = "hers", "police", "court", "report"

ALL_SEEN = sorted(SEEN_BY_HIM)
NEVER_STOPPED = [use for use in Use if use not in SEEN_BY_HIM]


def test_agrees_with_brute_force_on_20_000_random_graphs() -> None:
    rng, said = Random(20_000), Counter[tuple[GuardOutcome, bool]]()  # noqa: S311
    for _ in range(20_000):
        graph, cited, use, overrides = provenance.drawn_case(rng)
        verdict = judge(graph, cited, use, overrides)
        _agrees(verdict, graph, cited, overrides)
        said[verdict.outcome, verdict.overridden] += 1
    # The graphs are worth something only if every answer came up often.
    assert len(said) == 4
    assert min(said.values()) > 300


def _agrees(verdict: Verdict, graph: Graph, cited: list[int], overrides: list[Override]) -> None:
    expected = provenance.outcome_by_force(graph, cited, verdict.use, overrides)
    assert verdict.outcome == expected
    have = provenance.origins(graph)
    kept = {each.fact: set(each.independent) for each in verdict.footings}
    assert kept == {fact: have[fact] for fact in cited}


@settings(max_examples=500)
@given(
    graph=provenance.graphs(),
    cited=provenance.CITED,
    use=st.sampled_from(Use),
    overrides=provenance.OVERRIDES,
)
def test_agrees_with_brute_force_where_it_is_looked_for(
    graph: Graph, cited: list[int], use: Use, overrides: list[Override]
) -> None:
    _agrees(judge(graph, cited, use, overrides), graph, cited, overrides)


@settings(max_examples=500)
@given(
    graph=provenance.graphs(),
    cited=provenance.CITED,
    use=st.sampled_from(NEVER_STOPPED),
    overrides=provenance.OVERRIDES,
)
def test_no_path_refuses_to_protect_or_to_save_a_life(
    graph: Graph, cited: list[int], use: Use, overrides: list[Override]
) -> None:
    verdict = judge(graph, cited, use, overrides)
    assert not verdict.stops
    assert verdict.outcome is GuardOutcome.FREE
    assert Duty.LEDGER in verdict.duties
    assert (Duty.REVIEW_NEXT_WORKING_DAY in verdict.duties) == (use in LIFE_SAVING)
    if verdict.alone:
        assert {Duty.NOT_TO_BE_REVEALED, Duty.TELL_IDVA_LEAD, Duty.TELL_SERVICE_MANAGER} <= set(
            verdict.duties
        )


@settings(max_examples=500)
@given(graph=provenance.graphs(), cited=provenance.CITED, use=st.sampled_from(ALL_SEEN))
def test_what_she_told_besides_never_frees_anything(
    graph: Graph, cited: list[int], use: Use
) -> None:
    """One more fact of hers, derived from or corroborating, changes no verdict for the better."""
    before = judge(graph, cited, use)
    with_hers = dict(graph)
    with_hers["new"] = Node(hers=True)
    for fact in set(cited) & set(graph):
        node = graph[fact]
        with_hers[fact] = Node(
            hers=node.hers,
            derives_from=node.derives_from,
            corroborated_by=(
                *node.corroborated_by,
                Corroboration(by="new", independent=Independence.YES),
            ),
            withdrawn=node.withdrawn,
        )
    assert judge(with_hers, cited, use).outcome == before.outcome


def _graph(**report: object) -> Graph:
    made = Node(hers=False, **report)  # type: ignore[arg-type]
    sources = {HERS: Node(hers=True, wish=WishAnswer.NOT_USED), POLICE: Node(hers=False)}
    return {**sources, COURT: Node(hers=False), REPORT: made}


def test_her_word_alone_is_stopped_and_carries_her_wish() -> None:
    verdict = judge(_graph(), [HERS], Use.CONTACT)
    assert verdict.stops
    assert verdict.alone == {HERS}
    assert verdict.footings[0].wish is WishAnswer.NOT_USED


def test_her_wish_stands_on_whatever_is_made_of_what_she_told() -> None:
    graph = _graph(derives_from=(HERS, POLICE))
    assert judge(graph, [REPORT], Use.CONTACT).footings[0].wish is WishAnswer.NOT_USED
    assert judge(graph, [POLICE], Use.CONTACT).footings[0].wish is None


def test_a_police_record_of_her_call_is_her_word_again() -> None:
    assert judge(_graph(derives_from=(HERS,)), [REPORT], Use.ARREST).stops


@pytest.mark.parametrize(
    ("independent", "outcome"),
    [
        (Independence.YES, GuardOutcome.WARNED),
        (Independence.NO, GuardOutcome.STOPPED),
        (Independence.UNSURE, GuardOutcome.STOPPED),
    ],
)
def test_only_an_independent_corroboration_helps(
    independent: Independence, outcome: GuardOutcome
) -> None:
    said = (Corroboration(by=POLICE, independent=independent),)
    graph = _graph(derives_from=(HERS,), corroborated_by=said)
    assert judge(graph, [REPORT], Use.CONTACT).outcome is outcome


def test_two_origins_that_are_not_hers_are_free() -> None:
    graph = _graph(derives_from=(POLICE, COURT, HERS))
    verdict = judge(graph, [REPORT], Use.CONDITION)
    assert verdict.outcome is GuardOutcome.FREE
    assert verdict.footings[0].hers


def test_the_weakest_fact_decides() -> None:
    graph = _graph(derives_from=(POLICE, COURT))
    assert judge(graph, [REPORT], Use.CONTACT).outcome is GuardOutcome.FREE
    assert judge(graph, [REPORT, POLICE], Use.CONTACT).outcome is GuardOutcome.WARNED
    assert judge(graph, [REPORT, POLICE, HERS], Use.CONTACT).outcome is GuardOutcome.STOPPED


def test_what_was_withdrawn_or_is_missing_carries_nothing() -> None:
    assert judge(_graph(withdrawn=True), [REPORT], Use.CONTACT).stops
    assert judge(_graph(derives_from=("elsewhere",)), [REPORT], Use.CONTACT).stops
    assert judge({}, [REPORT], Use.CONTACT).stops


def test_two_facts_that_derive_from_each_other_stand_on_nothing() -> None:
    graph = {"a": Node(hers=False, derives_from=("b",)), "b": Node(hers=False, derives_from=("a",))}
    assert judge(graph, ["a"], Use.CONTACT).stops
    assert footing(graph, "a").hers


def test_nothing_cited_stops_nothing() -> None:
    assert judge({}, [], Use.CONTACT).outcome is GuardOutcome.FREE


def _override(role: OverrideRole, by: str, *facts: str, reason: str = "She asked.") -> Override:
    return Override(role=role, by=by, reason=reason, facts=frozenset(facts))


MANAGER, LEAD = OverrideRole.SERVICE_MANAGER, OverrideRole.IDVA_LEAD


@pytest.mark.parametrize(
    ("overrides", "carried"),
    [
        ([], False),
        ([_override(MANAGER, "m", HERS)], False),
        ([_override(LEAD, "l", HERS)], False),
        ([_override(MANAGER, "m", HERS), _override(LEAD, "l", HERS)], True),
        ([_override(MANAGER, "m", HERS), _override(LEAD, "m", HERS)], False),
        ([_override(MANAGER, "m", HERS), _override(LEAD, "l", HERS, reason=" ")], False),
        ([_override(MANAGER, "m", HERS), _override(LEAD, "l", POLICE)], False),
    ],
)
def test_only_both_override_and_only_what_they_saw(
    overrides: list[Override], carried: bool
) -> None:
    verdict = judge(_graph(), [HERS], Use.CONTACT, overrides)
    assert verdict.overridden is carried
    assert verdict.stops is not carried


def test_protection_of_what_is_not_hers_troubles_nobody() -> None:
    verdict = judge(_graph(), [POLICE], Use.PROTECTIVE_SHARING)
    assert verdict.duties == (Duty.LEDGER,)
