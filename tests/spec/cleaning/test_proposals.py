"""What is proposed does not hang on the order of the rows, on tidiness, or on luck."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from drive.linkage.cleaning import CleaningReason, InsightsRow, Proposal, propose
from drive.simulation.pilot.insights_rows import InsightsRows
from tests.spec.cleaning.conftest import STARTS_ON

NAMES = ("victim_forename", "victim_surname", "perpetrator_forename", "perpetrator_surname")


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_rows_makes_no_difference(
    listed: InsightsRows, proposals: tuple[Proposal, ...], seed: int
):
    order = np.random.default_rng(seed).permutation(len(listed.rows))
    shuffled = [listed.rows[place] for place in order]
    assert propose(shuffled, starts_on=STARTS_ON) == proposals


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_an_untidy_copy_of_any_row_that_stays_is_one_more_copy(
    listed: InsightsRows, proposals: tuple[Proposal, ...], seed: int
):
    rng = np.random.default_rng(seed)
    gone = {each.number for each in proposals}
    row = [each for each in listed.rows if each.number not in gone][int(rng.integers(481))]
    name = NAMES[int(rng.integers(4))]
    copy = replace(row, number=653, **{name: f"  {getattr(row, name).upper()}- "})
    added = set(propose([copy, *listed.rows], starts_on=STARTS_ON)) - set(proposals)
    assert [(each.number, each.reason, each.stays) for each in added] == [
        (653, CleaningReason.COPY, row.number)
    ]


def test_after_the_rows_are_set_aside_nothing_more_is_proposed(
    listed: InsightsRows, proposals: tuple[Proposal, ...]
):
    gone = {each.number for each in proposals}
    left = [row for row in listed.rows if row.number not in gone]
    assert propose(left, starts_on=STARTS_ON) == ()


def test_the_row_that_stays_is_not_set_aside_itself(proposals: tuple[Proposal, ...]):
    reasons = {each.number: each.reason for each in proposals}
    for each in proposals:
        if each.stays is not None:
            # The original of a copy may be a Marac repeat: that is looked for afterwards.
            assert reasons.get(each.stays) in {None, CleaningReason.REPEAT}
            assert each.reason is CleaningReason.COPY or each.stays not in reasons


@settings(max_examples=20, deadline=None)
@given(later=st.integers(0, 400))
def test_a_later_start_makes_more_rows_early(
    listed: InsightsRows, proposals: tuple[Proposal, ...], later: int
):
    moved = propose(listed.rows, starts_on=STARTS_ON + timedelta(days=later))
    early = [
        {each.number for each in found if each.reason is CleaningReason.EARLY}
        for found in (proposals, moved)
    ]
    assert early[0] <= early[1]


texts = st.text(max_size=12) | st.sampled_from(["UNKNOWN", "", "Анна", "01/01/1980", "31/02/2016"])
rows = st.builds(
    InsightsRow,
    number=st.just(0),
    site=texts,
    victim_forename=texts,
    victim_surname=texts,
    victim_born=texts,
    perpetrator_forename=texts,
    perpetrator_surname=texts,
    perpetrator_born=texts,
    marac_on=texts,
    opened_on=texts,
    closed_on=texts,
    answers=st.dictionaries(texts, texts, max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, max_size=12))
def test_whatever_was_typed_is_read_without_a_crash(typed: list[InsightsRow]):
    numbered = [replace(row, number=number) for number, row in enumerate(typed)]
    proposed = propose(numbered, starts_on=STARTS_ON)
    assert propose(numbered[::-1], starts_on=STARTS_ON) == proposed
    assert len({each.number for each in proposed}) == len(proposed)


def test_each_proposal_says_why_in_words(proposals: tuple[Proposal, ...]):
    days = {f"{day.day} {day:%B %Y}" for day in (STARTS_ON, date(2016, 4, 1))}
    for each in proposals:
        assert each.because.endswith(".")
        if each.reason is CleaningReason.EARLY:
            assert any(day in each.because for day in days)
        else:
            assert f"Row {each.stays} " in each.because
