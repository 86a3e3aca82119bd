"""Reports counted as events: several people who report one event do not make it several."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.harm.rules import (
    Column,
    Place,
    Report,
    column_on,
    events_among,
    in_columns,
    months_between,
)

HIM, HER, HIM_TOO, HER_TOO = (UUID(int=number) for number in range(1, 5))
IDVA, MANAGER = UUID(int=11), UUID(int=12)
DAY = date(2017, 6, 12)

FROM_IDVA = Report(
    him=HIM,
    her=HER,
    kind=SeriousEventKind.SERIOUS_INJURY,
    harmed=Harmed.VICTIM_SURVIVOR,
    day=DAY,
    order=0,
    by=IDVA,
    by_both_arms=True,
)
FROM_MANAGER = replace(FROM_IDVA, by=MANAGER, by_both_arms=False, order=1)


def later(report: Report, days: int, **changed: object) -> Report:
    return replace(report, day=DAY + timedelta(days=days), order=report.order + 10, **changed)


def test_two_people_who_report_one_event_count_once() -> None:
    found = events_among([FROM_IDVA, later(FROM_MANAGER, 3)])
    assert [(each.day, each.by_both_arms) for each in found] == [(DAY, True)]


def test_further_apart_they_are_two() -> None:
    found = events_among([FROM_IDVA, later(FROM_MANAGER, 4)])
    assert [each.by_both_arms for each in found] == [True, False]


def test_one_person_who_reports_two_means_two() -> None:
    """Two children were hurt on one day; the case manager heard of one of them."""
    child = replace(FROM_IDVA, harmed=Harmed.CHILD)
    found = events_among(
        [child, replace(child, order=1), replace(FROM_MANAGER, harmed=Harmed.CHILD)]
    )
    assert [each.by_both_arms for each in found] == [True, True]


def test_more_from_the_case_manager_than_from_the_idva() -> None:
    found = events_among([FROM_IDVA, FROM_MANAGER, replace(FROM_MANAGER, order=2)])
    assert [each.by_both_arms for each in found] == [True, False]


def test_another_kind_person_or_perpetrator_is_another_event() -> None:
    others = [
        replace(FROM_MANAGER, kind=SeriousEventKind.NEAR_FATAL),
        replace(FROM_MANAGER, harmed=Harmed.CHILD),
        replace(FROM_MANAGER, her=HER_TOO),
        replace(FROM_MANAGER, him=HIM_TOO),
    ]
    assert len(events_among([FROM_IDVA, *others])) == 5


def test_a_child_is_hurt_whomever_the_report_names_with_him() -> None:
    child = replace(FROM_IDVA, harmed=Harmed.CHILD)
    other = replace(FROM_MANAGER, harmed=Harmed.CHILD, her=HER_TOO)
    assert len(events_among([child, other])) == 1


def test_nobody_dies_twice_and_the_last_word_on_how_counts() -> None:
    death = replace(FROM_IDVA, kind=SeriousEventKind.DEATH)
    suicide = later(FROM_MANAGER, 40, kind=SeriousEventKind.SUICIDE)
    [found] = events_among([suicide, death])
    assert (found.kind, found.day, found.by_both_arms) == (SeriousEventKind.SUICIDE, DAY, True)
    his = [replace(each, harmed=Harmed.PERPETRATOR) for each in (death, suicide)]
    assert len(events_among([*his, replace(his[0], her=HER_TOO)])) == 1


def test_children_may_die_apart() -> None:
    death = replace(FROM_IDVA, kind=SeriousEventKind.DEATH, harmed=Harmed.CHILD)
    assert len(events_among([death, later(death, 40)])) == 2


_reports = st.lists(
    st.builds(
        Report,
        him=st.sampled_from([HIM, HIM_TOO]),
        her=st.sampled_from([HER, HER_TOO]),
        kind=st.sampled_from(list(SeriousEventKind)),
        harmed=st.sampled_from(list(Harmed)),
        day=st.integers(0, 20).map(lambda days: DAY + timedelta(days=days)),
        order=st.integers(0, 1000),
        by=st.sampled_from([IDVA, MANAGER]),
        by_both_arms=st.booleans(),
    ),
    max_size=12,
)


@given(_reports)
def test_there_are_never_more_events_than_reports_nor_none_of_some(reports: list[Report]) -> None:
    found = events_among(reports)
    assert len(found) <= len(reports)
    fatal = {SeriousEventKind.DEATH, SeriousEventKind.SUICIDE}
    told = {(each.him, each.harmed, each.kind in fatal or each.kind) for each in reports}
    assert {(each.him, each.harmed, each.kind in fatal or each.kind) for each in found} == told


@given(_reports, st.randoms(use_true_random=False))
def test_the_order_in_which_reports_are_given_changes_no_count(reports: list[Report], rng) -> None:
    numbered = [replace(each, order=number) for number, each in enumerate(reports)]
    shuffled = list(numbered)
    rng.shuffle(shuffled)
    assert events_among(shuffled) == events_among(numbered)


# -- Where they belong -----------------------------------------------------------------------------

CONTROL = Place(column=Column.CONTROL, since=DAY)


def test_an_event_counts_in_the_arm_from_the_day_of_the_draw_on() -> None:
    assert column_on(DAY, CONTROL) is Column.CONTROL
    assert column_on(DAY - timedelta(days=1), CONTROL) is Column.BEFORE
    assert column_on(DAY, None) is Column.NEVER


def test_each_event_is_in_one_column() -> None:
    events = events_among([FROM_IDVA, replace(FROM_IDVA, him=HIM_TOO)])
    found = in_columns(events, {HIM: CONTROL})
    assert Counter(each.column for each in found) == {Column.CONTROL: 1, Column.NEVER: 1}
    assert {each.month for each in found} == {date(2017, 6, 1)}


def test_no_month_is_left_out() -> None:
    assert months_between(date(2016, 11, 30), date(2017, 2, 1)) == [
        date(2016, 11, 1),
        date(2016, 12, 1),
        date(2017, 1, 1),
        date(2017, 2, 1),
    ]
    assert months_between(DAY, DAY) == [date(2017, 6, 1)]
