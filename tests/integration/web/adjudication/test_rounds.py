"""A round is drawn of both arms, redacted, looked over, rated apart, and released at once."""

from __future__ import annotations

import pytest

from drive.vocabulary.abuse import Severity
from drive.vocabulary.adjudication import ArmLabel, NarrativeState
from drive.vocabulary.allocation import Arm
from drive.vocabulary.jobs import RunState
from drive.web.accounts.actions import grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.adjudication.actions.results import release_result
from drive.web.adjudication.actions.rounds import draw_sample, make_round
from drive.web.adjudication.exceptions import (
    NotAnAdjudicator,
    NotFinished,
    NothingToDraw,
    NotToBeShown,
    RatedAlready,
    ReleasedAlready,
)
from drive.web.adjudication.jobs import draw_round
from drive.web.adjudication.models import Narrative, Round, Verdict
from drive.web.adjudication.queries.results import labels_of
from drive.web.adjudication.queries.rounds import progress_of
from drive.web.people.actions import hold
from tests.cast import NOW, Cast
from tests.factories.adjudication import (
    Drawn,
    coder,
    drawn,
    looked_over,
    made,
    verdict_of,
)

pytestmark = pytest.mark.django_db


def test_one_narrative_of_each_arm_is_drawn(cast: Cast) -> None:
    found = drawn(cast)
    assert found.round.state == RunState.DONE
    assert [each.place for each in Narrative.objects.all()] == [1, 2]
    assert progress_of(found.round).by_state[NarrativeState.REDACTED] == 2


def test_the_same_seed_draws_the_same(cast: Cast) -> None:
    found = drawn(cast)
    people = [found.first, found.second]
    other = make_round(size=2, adjudicators=people, by=cast.evaluator, now=NOW)
    Round.objects.filter(pk=other.pk).update(seed=found.round.seed)
    draw_sample(about=other, now=NOW)
    order = [
        list(Narrative.objects.filter(round=each).values_list("insights_form", flat=True))
        for each in (found.round, other)
    ]
    assert order[0] == order[1]


def test_drawn_twice_it_stays_as_it_is(cast: Cast) -> None:
    found = drawn(cast)
    draw_sample(about=found.round, now=NOW)
    assert Narrative.objects.filter(round=found.round).count() == 2


def test_without_an_arm_nothing_is_drawn_and_the_round_says_so(cast: Cast) -> None:
    about = make_round(
        size=2, adjudicators=[coder("one"), coder("two")], by=cast.evaluator, now=NOW
    )
    with pytest.raises(NothingToDraw):
        draw_sample(about=about, now=NOW)
    draw_round.enqueue(round_id=str(about.pk))
    about.refresh_from_db()
    assert (about.state, Narrative.objects.count()) == (RunState.FAILED, 0)
    assert "no narrative" in about.message


# -- Who may rate ---------------------------------------------------------------------------------


def test_two_different_people_rate(cast: Cast) -> None:
    one = coder("one")
    with pytest.raises(NotAnAdjudicator, match="two different"):
        make_round(size=2, adjudicators=[one, one], by=cast.evaluator, now=NOW)


@pytest.mark.parametrize("name", ["idva", "case_manager", "evaluator", "allocator", "nobody"])
def test_whoever_knows_cases_or_arms_does_not_rate(name: str, cast: Cast) -> None:
    chosen = [coder("one"), getattr(cast, name)]
    with pytest.raises(NotAnAdjudicator):
        make_round(size=2, adjudicators=chosen, by=cast.evaluator, now=NOW)


def test_whoever_ever_held_a_pair_does_not_rate_even_as_a_coder(cast: Cast) -> None:
    found = drawn(cast)
    dyad = found.arms.control.dyad
    hold(dyad=dyad, user=found.first, on_behalf_of=dyad.pk, by=cast.coordinator, now=NOW)
    with pytest.raises(NotAnAdjudicator, match="worked with a case"):
        made(cast, [found.first, found.second])
    narrative = found.narratives[0]
    looked_over(narrative, cast.idva)
    with pytest.raises(NotAnAdjudicator):
        verdict_of(narrative, found.first)


def test_whoever_comes_to_another_role_later_rates_no_more(cast: Cast) -> None:
    found = drawn(cast)
    looked_over(found.narratives[0], cast.idva)
    grant_role(user=found.first, role=Role.ALLOCATOR, by=system_user(), now=NOW)
    with pytest.raises(NotAnAdjudicator):
        verdict_of(found.narratives[0], User.objects.get_queryset().get(pk=found.first.pk))


# -- Rating and the result ------------------------------------------------------------------------


def test_what_is_not_looked_over_is_not_rated(cast: Cast) -> None:
    found = drawn(cast)
    with pytest.raises(NotToBeShown):
        verdict_of(found.narratives[0], found.first)


def test_a_rating_stands_as_it_was_sent(cast: Cast) -> None:
    found = drawn(cast)
    looked_over(found.narratives[0], cast.idva)
    verdict_of(found.narratives[0], found.first)
    with pytest.raises(RatedAlready):
        verdict_of(found.narratives[0], found.first)
    with pytest.raises(RatedAlready, match="kept out"):
        looked_over(found.narratives[0], cast.idva, passages=["at her door"])
    looked_over(found.narratives[0], cast.idva, NarrativeState.KEPT_OUT)


def test_nobody_sees_what_the_other_said(cast: Cast) -> None:
    found = drawn(cast)
    looked_over(found.narratives[0], cast.idva)
    verdict_of(found.narratives[0], found.first)
    assert Verdict.objects.visible_to(found.first).count() == 1
    for other in (found.second, cast.evaluator, cast.idva):
        assert not Verdict.objects.visible_to(other).exists()


def rated(cast: Cast) -> Drawn:
    """Rate both: in Drive the adjudicators say moderate where she said high."""
    found = drawn(cast)
    for narrative, levels in zip(
        found.narratives,
        ((Severity.MODERATE, Severity.MODERATE), (Severity.HIGH, Severity.MODERATE)),
        strict=True,
    ):
        looked_over(narrative, cast.idva)
        for user, level in zip((found.first, found.second), levels, strict=True):
            verdict_of(narrative, user, level)
    return found


def test_a_result_is_released_once_when_all_is_done(cast: Cast) -> None:
    found = drawn(cast)
    with pytest.raises(NotFinished):
        release_result(about=found.round, by=cast.evaluator, now=NOW)


def test_the_result_is_the_idva_minus_the_adjudicators_by_arm(cast: Cast) -> None:
    found = rated(cast)
    result = release_result(about=found.round, by=cast.evaluator, now=NOW)
    labels = labels_of(found.round)
    physical = result.numbers["types"]["physical"]["severity"]
    assert {label: physical[label]["compared"] for label in ArmLabel} == {"a": 1, "b": 1}
    assert physical[labels[Arm.DRIVE]]["exact"]["value"] == 1
    assert physical[labels[Arm.CONTROL]]["exact"]["value"] == 0
    # One narrative of each arm is too few for a mean with an interval: it says so.
    assert "undefined" in physical["bias"]["value"]
    sexual = result.numbers["types"]["sexual"]["severity"]
    assert sexual["a"]["idva_not_known"] == sexual["b"]["idva_not_known"] == 1
    with pytest.raises(ReleasedAlready):
        release_result(about=found.round, by=cast.evaluator, now=NOW)


def test_after_the_release_nobody_reads_or_changes_a_narrative(cast: Cast) -> None:
    found = rated(cast)
    assert Narrative.objects.visible_to(found.first).count() == 2
    release_result(about=found.round, by=cast.evaluator, now=NOW)
    assert not Narrative.objects.visible_to(found.first).exists()
    with pytest.raises(ReleasedAlready):
        looked_over(found.narratives[0], cast.idva, NarrativeState.KEPT_OUT)


def test_what_is_kept_out_is_counted_by_arm_and_not_compared(cast: Cast) -> None:
    found = drawn(cast)
    shown, hidden = found.narratives
    looked_over(shown, cast.idva)
    looked_over(hidden, cast.idva, NarrativeState.KEPT_OUT)
    for user in (found.first, found.second):
        verdict_of(shown, user)
    numbers = release_result(about=found.round, by=cast.evaluator, now=NOW).numbers
    labels = labels_of(found.round)
    assert numbers["drawn"][labels[Arm.CONTROL]] == {"drawn": 1, "kept_out": 1}
    assert numbers["types"]["physical"]["used"][labels[Arm.CONTROL]]["narratives"] == 0


def test_a_narrative_that_nobody_can_judge_is_counted_as_such(cast: Cast) -> None:
    found = drawn(cast)
    for narrative in found.narratives:
        looked_over(narrative, cast.idva)
        verdict_of(narrative, found.first, None)
        verdict_of(narrative, found.second)
    numbers = release_result(about=found.round, by=cast.evaluator, now=NOW).numbers
    assert numbers["types"]["physical"]["severity"]["a"]["not_told"] == 1
