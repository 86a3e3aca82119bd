"""Facts: sealed, put right and withdrawn, and what the guard makes of their provenance."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import GuardOutcome, Independence, Use, WishAnswer
from drive.web.audit.models import Event
from drive.web.information import actions
from drive.web.information.exceptions import (
    Circle,
    ImpossibleDay,
    NotRecordable,
    Withdrawn,
    WrongHandling,
)
from drive.web.information.models import Fact, FactVersion
from drive.web.information.queries.citing import verdict_of
from drive.web.information.queries.facts import standing_version, versions_of
from drive.web.information.queries.provenance import graph_of
from drive.web.recording.exceptions import ChangedMeanwhile
from tests.cast import NOW, Cast
from tests.factories.facts import (
    Pair,
    corroborated,
    fact,
    her_word,
    keeper,
    pair,
    saying,
    wished,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(cast: Cast) -> Pair:
    return pair(cast)


def outcome(found: Fact, use: Use = Use.CONTACT) -> GuardOutcome:
    return verdict_of([found.pk], use).outcome


def test_what_is_said_lies_sealed_and_is_shared_with_nobody(cast: Cast, both: Pair) -> None:
    made = fact(cast, both.hers, "He sleeps in a blue van.", conditions="Ask her first.")
    standing = standing_version(made)
    assert standing.handling == HandlingCode.DO_NOT_SHARE
    with connection.cursor() as cursor:
        cursor.execute("select * from information_factversion")
        row = " ".join(str(cell) for cell in cursor.fetchone())
    assert "blue van" not in row
    assert "Ask her" not in row
    assert actions.said_of(standing)["statement"] == "He sleeps in a blue van."
    event = Event.objects.get(action="information.record_fact")
    assert "van" not in str(vars(event))


def test_what_cannot_be_so_is_refused(cast: Cast, both: Pair) -> None:
    by = cast.case_manager
    for said, refusal in (
        (saying(" "), NotRecordable),
        (saying(learned_on=NOW.date() + timedelta(days=1)), ImpossibleDay),
        (saying(without_her=None), NotRecordable),
        (
            saying(source_kind=InformationSource.VICTIM_SURVIVOR, handling=HandlingCode.ORDINARY),
            WrongHandling,
        ),
    ):
        with pytest.raises(refusal):
            actions.record_fact(folder=both.his, said=said, by=by, now=NOW)
    assert not Fact.objects.exists()


def test_what_she_told_is_hers_whatever_is_said_of_its_independence(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.his, without_her=Independence.YES)
    assert standing_version(told).without_her == Independence.NO
    assert outcome(told) is GuardOutcome.STOPPED
    assert outcome(told, Use.THREAT_TO_LIFE) is GuardOutcome.FREE


@pytest.mark.parametrize("without_her", [Independence.NO, Independence.UNSURE])
def test_a_police_record_of_her_call_is_hers(
    cast: Cast, both: Pair, without_her: Independence
) -> None:
    record = fact(cast, both.his, without_her=without_her)
    assert outcome(record) is GuardOutcome.STOPPED


def test_a_correction_keeps_what_was_said_before_and_its_wall(cast: Cast, both: Pair) -> None:
    made = fact(cast, both.his, "He has a van.")
    first = standing_version(made)
    actions.correct_fact(
        fact=made, said=saying("He has a car."), seen=first.pk, by=cast.case_manager, now=NOW
    )
    said = [actions.said_of(row)["statement"] for row in versions_of(made, cast.case_manager)]
    assert said == ["He has a car.", "He has a van."]
    with pytest.raises(ChangedMeanwhile) as clash:
        actions.correct_fact(
            fact=made, said=saying("A bus."), seen=first.pk, by=cast.case_manager, now=NOW
        )
    assert clash.value.theirs["statement"] == "He has a car."
    assert versions_of(made, cast.idva) == []


def test_what_was_withdrawn_carries_nothing_and_nothing_is_built_on_it(
    cast: Cast, both: Pair
) -> None:
    record = fact(cast, both.his, "The police saw him.")
    report = fact(cast, both.his, "He was seen.", record)
    assert outcome(report) is GuardOutcome.WARNED
    by = cast.case_manager
    with pytest.raises(NotRecordable):
        actions.withdraw_fact(fact=record, reason=" ", by=by, now=NOW)
    actions.withdraw_fact(fact=record, reason="It was somebody else.", by=by, now=NOW)
    assert outcome(report) is GuardOutcome.STOPPED
    for refused in (
        lambda: fact(cast, both.his, "Another.", record),
        lambda: actions.withdraw_fact(fact=record, reason="Again.", by=by, now=NOW),
        lambda: corroborated(cast, report, record),
        lambda: wished(record),
    ):
        with pytest.raises(Withdrawn):
            refused()


def test_two_records_that_she_did_not_cause_free_a_fact(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.his)
    police, court = fact(cast, both.his, "Seen."), fact(cast, both.his, "Read out in court.")
    corroborated(cast, told, police, Independence.UNSURE)
    assert outcome(told) is GuardOutcome.STOPPED
    corroborated(cast, told, police)
    assert outcome(told) is GuardOutcome.WARNED
    corroborated(cast, told, court)
    assert outcome(told) is GuardOutcome.FREE
    corroborated(cast, told, court, Independence.NO)
    assert outcome(told) is GuardOutcome.WARNED


def test_what_she_told_gets_no_other_origin_by_derivation(cast: Cast, both: Pair) -> None:
    police = fact(cast, both.his, "Seen.")
    told = her_word(cast, both.his)
    with pytest.raises(NotRecordable):
        actions.derive(fact=told, derives_from=[police], by=keeper(both.his), now=NOW)
    with pytest.raises(NotRecordable):
        fact(cast, both.his, "Told again.", police, source_kind=InformationSource.IDVA)
    assert outcome(told) is GuardOutcome.STOPPED


def test_nothing_derives_from_itself(cast: Cast, both: Pair) -> None:
    by = cast.case_manager
    first = fact(cast, both.his, "One.")
    second = fact(cast, both.his, "Two.", first)
    third = fact(cast, both.his, "Three.", second)
    for parent in (first, third):
        with pytest.raises(Circle):
            actions.derive(fact=first, derives_from=[parent], by=by, now=NOW)
    actions.derive(fact=third, derives_from=[first, second], by=by, now=NOW)
    assert set(graph_of([third.pk])[third.pk].derives_from) == {first.pk, second.pk}


def test_nothing_of_another_case_is_built_on(cast: Cast, both: Pair) -> None:
    hers = her_word(cast, both.hers)
    his = fact(cast, both.his)
    with pytest.raises(NotRecordable):
        fact(cast, both.his, "Made of hers.", hers)
    with pytest.raises(NotRecordable):
        corroborated(cast, his, hers)
    with pytest.raises(NotRecordable):
        corroborated(cast, his, his)


def test_her_latest_wish_stands_on_whatever_is_made_of_it(cast: Cast, both: Pair) -> None:
    told = her_word(cast, both.hers)
    report = fact(cast, both.hers, "Made of it.", told, source_kind=InformationSource.POLICE)
    wished(told)
    assert verdict_of([report.pk], Use.CONTACT).footings[0].wish is WishAnswer.NOT_USED
    assert FactVersion.objects.count() == 2


def test_the_graph_asks_the_database_a_few_times_for_each_step_of_derivation(
    cast: Cast, both: Pair, django_assert_max_num_queries
) -> None:
    for number in range(30):
        fact(cast, both.his, f"Fact {number}.")
    keys = list(Fact.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(5):
        assert len(graph_of(keys)) == 30
