"""The wall: what crosses is a summary, and the other side sees nothing else, not even how much."""

from __future__ import annotations

import pytest
from django.apps import apps

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import ChronologyKind, GuardOutcome, Use
from drive.web.information import actions
from drive.web.information.exceptions import CannotCross, NotYours, WrongHandling
from drive.web.information.models import (
    Derivation,
    EventRelease,
    Fact,
    ReleasedItem,
    RestsOn,
)
from drive.web.information.queries.citing import verdict_of
from drive.web.information.queries.crossing import events_released, received_by
from drive.web.information.queries.facts import facts_in
from drive.web.information.queries.words import opened
from tests.cast import NOW, Cast
from tests.factories.facts import (
    Pair,
    event,
    fact,
    her_word,
    keeper,
    pair,
    released,
    saying,
    wished,
)

pytestmark = pytest.mark.django_db

HIS_SIDE = ("case_manager", "service_manager", "practice_adviser")


@pytest.fixture
def both(cast: Cast) -> Pair:
    return pair(cast)


def test_nobody_of_the_other_side_sees_any_row(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.hers)
    second = fact(cast, both.hers, "Made of it.", told)
    wished(told)
    actions.corroborate(
        fact=told, corroborated_by=second, independent="no", why="Mine.", by=cast.idva, now=NOW
    )
    event(both.hers)
    mine = fact(cast, both.his)
    rows = {
        model: model.objects.count()
        for model in apps.get_app_config("information").get_models()
        if hasattr(model, "access")
    }
    for name in HIS_SIDE:
        for model, count in rows.items():
            seen = model.objects.visible_to(cast.users[name])
            assert not seen.filter(recorded_by=cast.idva).exists(), model
            assert count == 0 or seen.count() < count or model.__name__ == "Document"
    for model in rows:
        assert not model.objects.visible_to(cast.other_idva).exists()
        assert not model.objects.visible_to(cast.west_sussex_service_manager).exists()
    assert [row.fact for row in facts_in(both.his, cast.case_manager)] == [mine]
    assert not Fact.objects.visible_to(cast.idva).filter(folder=both.his).exists()


def test_a_summary_crosses_and_the_guard_follows_it_back(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.hers, "He sleeps at his sister's.")
    wished(told)
    item = released(cast, both.hers, both.his, told, text="He is not at home at night.")
    [row] = facts_in(both.his, cast.case_manager)
    assert opened(row, "sealed_statement") == "He is not at home at night."
    verdict = verdict_of([row.fact_id], Use.CONTACT)
    assert verdict.outcome is GuardOutcome.STOPPED
    assert verdict.footings[0].wish == "not_used"
    assert list(received_by(both.his, cast.case_manager)) == [item]
    # That it rests on a fact of hers, and on how many, is seen by nobody of his side.
    for model in (Derivation, RestsOn):
        assert model.objects.count() == 1
        assert not model.objects.visible_to(cast.case_manager).exists()
        assert not model.objects.visible_to(cast.service_manager).exists()


def test_what_crosses_and_comes_back_is_still_hers(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.hers)
    over = released(cast, both.hers, both.his, told)
    back = released(cast, both.his, both.hers, over.fact, text="Round and round.")
    assert verdict_of([back.fact_id], Use.CONTACT).outcome is GuardOutcome.STOPPED


def test_what_does_not_cross_is_refused(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.hers, handling=HandlingCode.VICTIM_SIDE_ONLY)
    other = her_word(cast, both.hers)
    elsewhere = pair(cast, 2)
    for giver, receiver, facts in (
        (both.hers, both.his, []),
        (both.hers, both.his, [told]),
        (both.hers, both.hers, [other]),
        (both.hers, elsewhere.his, [other]),
        (both.his, both.hers, [other]),
    ):
        with pytest.raises(CannotCross):
            released(cast, giver, receiver, *facts)
    with pytest.raises(CannotCross):
        released(cast, both.hers, both.his, other, purpose=" ")
    summary = actions.Summary(
        text="Open.", topic="abuse", purpose="None.", handling=HandlingCode.ORDINARY
    )
    with pytest.raises(WrongHandling):
        actions.release(
            giver=both.hers, receiver=both.his, facts=[other], summary=summary,
            by=cast.idva, now=NOW,
        )  # fmt: skip
    assert not ReleasedItem.objects.exists()


def test_what_was_released_is_put_right_where_it_came_from(cast: Cast, both: Pair) -> None:
    item = released(cast, both.hers, both.his, her_word(cast, both.hers))
    police = fact(cast, both.his, "Seen.")
    by = cast.case_manager
    for refused in (
        lambda: actions.correct_fact(fact=item.fact, said=saying(), seen=None, by=by, now=NOW),
        lambda: actions.withdraw_fact(fact=item.fact, reason="Mine.", by=by, now=NOW),
        lambda: actions.derive(fact=item.fact, derives_from=[police], by=by, now=NOW),
    ):
        with pytest.raises(NotYours):
            refused()


def test_a_withdrawn_summary_carries_nothing_and_is_shown_no_more(cast: Cast, both: Pair) -> None:
    records = [fact(cast, both.hers, f"Court {number}.") for number in range(2)]
    item = released(cast, both.hers, both.his, *records)
    assert verdict_of([item.fact_id], Use.CONTACT).outcome is GuardOutcome.FREE
    actions.withdraw_release(item=item, by=cast.idva, now=NOW)
    assert verdict_of([item.fact_id], Use.CONTACT).outcome is GuardOutcome.STOPPED
    assert not facts_in(both.his, cast.case_manager).exists()
    actions.withdraw_release(item=item, by=cast.idva, now=NOW)
    assert item.fact.versions.count() == 2


def test_each_side_sees_only_the_events_that_the_other_released(cast: Cast, both: Pair) -> None:
    hers, his = event(both.hers), event(both.his, ChronologyKind.CONTACT)
    assert not events_released(both.his, cast.case_manager).exists()
    actions.release_events(giver=both.hers, receiver=both.his, events=[hers], by=cast.idva, now=NOW)
    assert [row.event for row in events_released(both.his, cast.case_manager)] == [hers]
    with pytest.raises(CannotCross):
        actions.release_events(
            giver=both.hers, receiver=both.his, events=[his], by=cast.idva, now=NOW
        )
    actions.withdraw_event(source=hers.source, by=cast.idva, now=NOW)
    assert not events_released(both.his, cast.case_manager).exists()


def test_an_event_that_is_withdrawn_from_the_other_side_is_seen_no_more(
    cast: Cast, both: Pair
) -> None:
    hers = event(both.hers)
    [row] = actions.release_events(
        giver=both.hers, receiver=both.his, events=[hers], by=cast.idva, now=NOW
    )
    actions.withdraw_event_release(released=row, by=cast.idva, now=NOW)
    assert not events_released(both.his, cast.case_manager).exists()
    actions.release_events(giver=both.hers, receiver=both.his, events=[hers], by=cast.idva, now=NOW)
    assert EventRelease.objects.count() == 2


def test_a_new_keeper_sees_it_and_the_one_before_does_not(cast: Cast, both: Pair) -> None:
    from drive.web.insights.actions import hand_over

    her_word(cast, both.hers)
    hand_over(case=both.idva_case, to=cast.other_idva, by=cast.idva, now=NOW)
    assert keeper(both.hers) == cast.other_idva
    assert facts_in(both.hers, cast.other_idva).count() == 1
    assert facts_in(both.hers, cast.idva).count() == 0
