from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.evaluation.blocks import Count, Figure, Figures, Percent, Remark, Section, Table
from drive.evaluation.disclosure import complement, redact, redact_results, shown_count
from drive.evaluation.results import Analysis, Kind, Result, Suppressed

ANALYSIS = Analysis(
    id="A0", title="T", question=1, kind=Kind.PROFILE, denominator="All", about="About"
)
HIDDEN = Suppressed()


def _count(name: str, count: int, of: int) -> Result:
    return Result(
        id=f"A0.{name}.n",
        analysis="A0",
        group="g",
        title=name,
        unit="count",
        n=of,
        estimate=count,
        cells=(count, of - count),
    )


@given(st.integers(min_value=0, max_value=100_000))
def test_a_shown_count_is_never_small_and_never_far_off(count: int):
    shown = shown_count(count)
    if 1 <= count <= 7:
        assert isinstance(shown, Suppressed)
    else:
        assert isinstance(shown, int)
        assert shown % 5 == 0
        assert abs(shown - count) <= 2
        assert (shown == 0) == (count == 0)


def test_a_suppressed_count_is_not_a_zero():
    (small,) = redact_results([_count("a.b", 3, 100)])
    assert small.estimate == HIDDEN != 0
    assert (small.n, small.p, small.interval) == (HIDDEN, None, None)
    (none,) = redact_results([_count("a.b", 0, 100)])
    assert none.estimate == 0


def test_a_percentage_is_taken_from_rounded_counts():
    percent = replace(_count("a.b", 32, 98), unit="percent", estimate=32.65)
    (shown,) = redact_results([percent])
    assert shown.estimate == 30.0
    assert shown.n == 100


def test_the_only_small_number_of_a_set_does_not_go_alone():
    shown = redact_results([_count(f"g.{n}", n, 60) for n in (3, 12, 45)])
    assert [result.estimate for result in shown] == [HIDDEN, HIDDEN, 45]


@pytest.mark.parametrize(
    ("counts", "place"), [([3, 20, 9], 2), ([3, 4, 9], None), ([0, 20, 9], None), ([3], None)]
)
def test_the_partner_is_the_smallest_that_is_shown(counts: list[int], place: int | None):
    assert complement(counts) == place


def test_what_rests_on_a_small_count_goes_too():
    test = Result(
        id="A0.g.p",
        analysis="A0",
        group="g",
        title="t",
        unit="points",
        n=223,
        estimate=1.234,
        interval=(0.5, 2.0),
        p=0.0312,
        cells=(2, 17, 32, 172),
    )
    (shown,) = redact_results([test])
    assert (shown.estimate, shown.interval, shown.p) == (HIDDEN, HIDDEN, HIDDEN)
    (kept,) = redact_results([replace(test, cells=(20, 17, 32, 172))])
    assert (kept.n, kept.estimate, kept.p) == (225, 1.2, 0.031)


def test_tables_and_drawings_are_redacted_with_the_results():
    table = Table(
        caption="c",
        columns=["x", "y", "z"],
        rows=[
            ["r", Count(3), Percent(40, 41)],
            ["s", Count(61), Figures("1.234 (0.5 to 2.0)", (9, 9))],
        ],
    )
    drawing = Figure(name="f", title="Drawn", description="", svg="<svg>", cells=(3,))
    section = redact(Section(analysis=ANALYSIS, results=(), blocks=(table, drawing)))
    shown, remark = section.blocks
    assert isinstance(shown, Table)
    assert shown.rows[0][1] == Count(HIDDEN)
    assert shown.rows[0][2] == Percent(HIDDEN, 40)
    assert shown.rows[1][2] == Figures("1.2 (0.5 to 2)")
    assert isinstance(remark, Remark)
    assert "Drawn" in remark.text


def test_missing_answers_are_redacted():
    result = replace(_count("a.b", 30, 100), missing={"declined": 2, "not asked": 11})
    (shown,) = redact_results([result])
    assert shown.missing == {"not asked": 10}
