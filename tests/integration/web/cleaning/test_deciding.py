"""Deciding on rows: nothing is removed, the latest decision counts, each leaves its reason."""

from datetime import timedelta
from typing import Any

import pytest

from drive.web.audit.models import Event
from drive.web.cleaning.actions import (
    decide_row,
    discard_list,
    purge_expired,
    set_aside_rows,
)
from drive.web.cleaning.exceptions import ListIsPast, NeedsAReason, StandsSoAlready
from drive.web.cleaning.models import InsightsList, InsightsListRow, RowDecision
from drive.web.cleaning.queries.lists import progress
from drive.web.cleaning.queries.proposals import left_without, relying_on
from drive.web.cleaning.queries.sealed import cells_in, words_of
from drive.web.cleaning.rules.states import (
    DecisionReason,
    InsightsListState,
    InsightsRowState,
    RowVerdict,
)
from tests.cast import NOW, Cast
from tests.factories.cleaning import read, row_of

pytestmark = pytest.mark.django_db


def decide(cast: Cast, row: InsightsListRow, verdict: RowVerdict, **more: Any) -> RowDecision:
    given = {"reason": None, "words": ""} | more
    return decide_row(row=row, verdict=verdict, by=cast.allocator, now=NOW, **given)


def aside(cast: Cast, row: InsightsListRow, reason: DecisionReason, words: str = "") -> RowDecision:
    return decide(cast, row, RowVerdict.SET_ASIDE, reason=reason, words=words)


def keep(cast: Cast, row: InsightsListRow, words: str = "They are cousins.") -> RowDecision:
    return decide(cast, row, RowVerdict.KEEP, words=words)


def test_a_row_set_aside_as_proposed_takes_the_words_of_the_proposal(cast: Cast) -> None:
    row = row_of(read(cast), 3)
    made = aside(cast, row, DecisionReason.COPY)
    assert words_of(made).startswith("Row 2 has the same two people and the same hearing")
    row.refresh_from_db()
    assert (row.state, row.set_aside_reason) == ("set_aside", "copy")
    assert cells_in(row)["victim_surname"] == "SYNTHETIC"


def test_a_row_is_taken_back_and_every_decision_stays(cast: Cast) -> None:
    row = row_of(read(cast), 3)
    aside(cast, row, DecisionReason.COPY)
    keep(cast, row, "Two hearings of one day.")
    row.refresh_from_db()
    assert (row.state, row.set_aside_reason) == ("kept", "")
    found = list(row.decisions.order_by("number"))
    assert [(each.number, each.verdict, each.reason) for each in found] == [
        (1, "set_aside", "copy"),
        (2, "keep", "copy"),
    ]
    assert words_of(found[1]) == "Two hearings of one day."


def test_a_row_can_be_set_aside_though_nobody_proposed_it(cast: Cast) -> None:
    row = row_of(read(cast), 5)
    with pytest.raises(NeedsAReason, match="nobody proposed it so"):
        aside(cast, row, DecisionReason.BY_HAND)
    aside(cast, row, DecisionReason.BY_HAND, "She asked that it be left out.")
    row.refresh_from_db()
    assert row.set_aside_reason == DecisionReason.BY_HAND


@pytest.mark.parametrize(
    ("verdict", "reason", "field"),
    [
        (RowVerdict.KEEP, None, "words"),
        (RowVerdict.SET_ASIDE, None, "reason"),
        (RowVerdict.SET_ASIDE, DecisionReason.REPEAT, "words"),
    ],
)
def test_going_another_way_than_proposed_needs_a_reason(
    cast: Cast, verdict: RowVerdict, reason: DecisionReason | None, field: str
) -> None:
    row = row_of(read(cast), 3)
    with pytest.raises(NeedsAReason) as refusal:
        decide(cast, row, verdict, reason=reason)
    assert refusal.value.field == field
    assert not RowDecision.objects.exists()


def test_what_stands_so_already_is_refused(cast: Cast) -> None:
    found = read(cast)
    with pytest.raises(StandsSoAlready, match="Row 2 stands as “stays” already"):
        keep(cast, row_of(found, 2))
    aside(cast, row_of(found, 3), DecisionReason.COPY)
    with pytest.raises(StandsSoAlready):
        aside(cast, row_of(found, 3), DecisionReason.COPY)
    aside(cast, row_of(found, 3), DecisionReason.REPEAT, "It was a later hearing.")
    assert row_of(found, 3).set_aside_reason == DecisionReason.REPEAT


def page(cast: Cast, found: InsightsList, numbers: list[int], reason: DecisionReason) -> list[int]:
    keys = found.rows.filter(number__in=numbers).values_list("pk", flat=True)
    done = set_aside_rows(insights_list=found, rows=keys, reason=reason, by=cast.allocator, now=NOW)
    return [row.number for row in done]


def test_a_page_sets_aside_only_what_is_proposed_for_its_reason_and_waits(cast: Cast) -> None:
    found = read(cast)
    every = [1, 2, 3, 4, 5]
    keep(cast, row_of(found, 4))
    assert page(cast, found, every, DecisionReason.EARLY) == [1]
    assert page(cast, found, every, DecisionReason.COPY) == [3]
    assert page(cast, found, every, DecisionReason.COPY) == []
    assert page(cast, found, every, DecisionReason.REPEAT) == []
    assert row_of(found, 4).state == InsightsRowState.KEPT
    assert Event.objects.filter(action="cleaning.set_aside_page").count() == 4


def test_a_page_of_another_list_decides_nothing(cast: Cast) -> None:
    found = read(cast)
    keys = list(found.rows.values_list("pk", flat=True))
    other = read(cast, [])
    assert other.state == InsightsListState.UNREADABLE
    with pytest.raises(ListIsPast):
        set_aside_rows(
            insights_list=other, rows=keys, reason=DecisionReason.COPY, by=cast.allocator, now=NOW
        )
    assert not RowDecision.objects.exists()


def test_more_rows_than_a_page_shows_are_refused(cast: Cast) -> None:
    found = read(cast)
    keys = [found.pk] * 51
    with pytest.raises(NeedsAReason, match="No more than 50"):
        set_aside_rows(
            insights_list=found, rows=keys, reason=DecisionReason.COPY, by=cast.allocator, now=NOW
        )


def test_the_list_is_decided_once_nothing_waits(cast: Cast) -> None:
    found = read(cast)
    for number, reason in ((1, "early"), (3, "copy"), (4, "repeat")):
        assert InsightsList.objects.get().state == InsightsListState.WAITING
        aside(cast, row_of(found, number), DecisionReason(reason))
    assert InsightsList.objects.get().state == InsightsListState.DECIDED
    assert [each.set_aside for each in progress(found, cast.allocator)] == [1, 1, 1]


def test_it_is_said_when_the_row_that_stays_is_set_aside_itself(cast: Cast) -> None:
    found = read(cast)
    aside(cast, row_of(found, 3), DecisionReason.COPY)
    assert left_without(found, cast.allocator) == []
    stays = row_of(found, 2)
    assert relying_on([stays], cast.allocator) == [3, 4]
    aside(cast, stays, DecisionReason.BY_HAND, "A test entry.")
    (pair,) = left_without(found, cast.allocator)
    assert (pair.row.number, pair.proposal.stays_number) == (3, 2)
    keep(cast, row_of(found, 3))
    assert left_without(found, cast.allocator) == []


def test_after_the_thirty_days_decisions_stay_and_nobody_can_decide_any_more(cast: Cast) -> None:
    found = read(cast)
    aside(cast, row_of(found, 3), DecisionReason.COPY)
    assert purge_expired(today=found.expires_on - timedelta(days=1), now=NOW) == 0
    assert purge_expired(today=found.expires_on, now=NOW) == 1
    assert purge_expired(today=found.expires_on, now=NOW) == 0
    found.refresh_from_db()
    assert (found.state, found.sealed_content) == (InsightsListState.EXPIRED, "")
    assert [cells_in(row) for row in found.rows.all()] == [{}] * 5
    assert RowDecision.objects.get().row.number == 3
    with pytest.raises(ListIsPast, match="Decisions that were made before stay"):
        keep(cast, row_of(found, 3))


@pytest.mark.parametrize(("decides", "rows"), [(True, 5), (False, 0)])
def test_a_list_that_is_thrown_away_keeps_what_was_decided(
    cast: Cast, decides: bool, rows: int
) -> None:
    found = read(cast)
    if decides:
        aside(cast, row_of(found, 3), DecisionReason.COPY)
    discard_list(insights_list=found, by=cast.allocator, now=NOW)
    assert found.rows.count() == rows
    assert not found.rows.exclude(sealed_cells="").exists()
    with pytest.raises(ListIsPast):
        discard_list(insights_list=found, by=cast.allocator, now=NOW)
