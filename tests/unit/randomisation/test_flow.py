from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation.flow import (
    ArmFlow,
    ArmGroups,
    FlowError,
    FlowRow,
    ReasonLists,
    SixGroups,
    count_flow,
)
from drive.randomisation.flow_drawing import as_svg, as_text
from drive.vocabulary.allocation import AllocationOutcome, Arm

DRIVE = FlowRow(AllocationOutcome.ALLOCATED, arm=Arm.DRIVE)
CONTROL = FlowRow(AllocationOutcome.ALLOCATED, arm=Arm.CONTROL)
REPEAT = FlowRow(AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED, reason="Drawn before")
EARLY = FlowRow(AllocationOutcome.EXCLUDED_INELIGIBLE, reason="Heard before the start")
VOID = FlowRow(AllocationOutcome.VOID_DUPLICATE, arm=Arm.CONTROL)
WAITING = FlowRow(AllocationOutcome.PENDING_MATCH_REVIEW)

REASONS = ReasonLists(
    excluded=["Drawn before", "Heard before the start", "No perpetrator named"],
    not_received=["Drawn in error"],
    lost=["Died", "Moved away"],
    not_analysed=["No outcome"],
)
ROWS = [
    *[DRIVE] * 5,
    replace(DRIVE, not_received="Drawn in error"),
    replace(DRIVE, lost="Died"),
    *[CONTROL] * 40,
    VOID,
    replace(CONTROL, lost="In custody abroad", not_analysed="No outcome"),
    REPEAT,
    REPEAT,
    EARLY,
    WAITING,
]
FLOW = count_flow(ROWS, REASONS)

losses = st.sampled_from(["", "", "a", "b"])
rows = st.lists(
    st.one_of(
        st.sampled_from([REPEAT, EARLY, WAITING, VOID]),
        st.builds(
            FlowRow,
            st.just(AllocationOutcome.ALLOCATED),
            arm=st.sampled_from(Arm),
            not_received=losses,
            lost=losses,
            not_analysed=losses,
        ),
    )
)


def test_the_flow_is_counted_from_rows() -> None:
    assert (FLOW.assessed, FLOW.waiting, FLOW.drawn) == (53, 1, 49)
    drive, control = FLOW.arms[Arm.DRIVE], FLOW.arms[Arm.CONTROL]
    assert (drive.allocated, drive.received, drive.analysed, drive.void) == (7, 6, 7, 0)
    assert (control.allocated, control.received, control.analysed, control.void) == (42, 41, 40, 1)


def test_reasons_that_nobody_had_are_kept_and_new_ones_added() -> None:
    assert FLOW.excluded == {
        "Drawn before": 2,
        "Heard before the start": 1,
        "No perpetrator named": 0,
    }
    assert FLOW.arms[Arm.CONTROL].lost == {"Died": 0, "Moved away": 0, "In custody abroad": 1}


@given(given_rows=rows)
def test_every_row_is_somewhere_in_the_flow(given_rows: list[FlowRow]) -> None:
    flow = count_flow(given_rows, REASONS)
    assert flow.assessed == len(given_rows)
    assert sum(flow.excluded.values()) + flow.waiting + flow.drawn == len(given_rows)
    ET.fromstring(as_svg(flow))  # noqa: S314


def test_the_flow_as_text() -> None:
    text = as_text(FLOW)
    assert text.startswith(
        "Assessed at the door: 53\n"
        "  Excluded: 3\n"
        "    Drawn before: 2\n"
        "    Heard before the start: 1\n"
        "    No perpetrator named: 0\n"
        "  Waiting for a decision on identity: 1\n"
        "Drawn: 49\n"
        "  Drive: allocated 7\n"
        "    Void: drawn before: 0\n"
    )
    assert "Lost to follow-up, kept as allocated: 1" in text


def test_the_drawing_says_what_the_text_says() -> None:
    drawing = ET.fromstring(as_svg(FLOW, name="trial"))  # noqa: S314
    named = {each.get("id"): each.text for each in drawing.iter() if each.get("id")}
    assert named["trial-desc"] == as_text(FLOW)
    assert drawing.get("aria-labelledby") == "trial-title trial-desc"
    lines = [each.text for each in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(lines) == sorted(line.strip() for line in as_text(FLOW).splitlines())


def test_a_reason_cannot_break_out_of_the_drawing() -> None:
    flow = count_flow([replace(EARLY, reason="<b>&")], REASONS)
    assert "&lt;b&gt;&amp;: 1" in as_svg(flow)


ARM = ArmFlow(
    allocated=10,
    void=1,
    received=8,
    not_received={"a": 1},
    lost={"b": 2},
    analysed=9,
    not_analysed={},
)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"received": 9}, "9 in all, but 10 received the service or not"),
        ({"analysed": 10}, "9 in all, but 10 were analysed or not"),
        ({"lost": {"b": 10}}, "10 were lost of 9"),
        ({"not_received": {"a": -1}}, "Not received is below 0"),
        ({"void": -1}, "Void is below 0"),
    ],
)
def test_an_arm_whose_sums_do_not_match(change: dict[str, object], words: str) -> None:
    with pytest.raises(FlowError, match=words):
        replace(ARM, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"assessed": 54}, "54 in all, but 53 were excluded, wait or were drawn"),
        ({"drawn": 48, "waiting": 2}, "48 in all, but 49 were allocated to an arm"),
        ({"arms": {Arm.DRIVE: ARM}}, "needs both arms"),
        ({"waiting": -1}, "Waiting is below 0"),
    ],
)
def test_a_flow_whose_sums_do_not_match(change: dict[str, object], words: str) -> None:
    with pytest.raises(FlowError, match=words):
        replace(FLOW, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (replace(DRIVE, arm=None), "A row is allocated, but its arm says otherwise"),
        (replace(WAITING, arm=Arm.DRIVE), "its arm says otherwise"),
        (replace(REPEAT, lost="Died"), "but none stands"),
        (replace(VOID, lost="Died"), "but none stands"),
        (replace(VOID, arm=None), "its arm says otherwise"),
        (replace(REPEAT, reason=""), "excluded without a reason"),
    ],
)
def test_a_row_that_contradicts_itself(row: FlowRow, words: str) -> None:
    with pytest.raises(FlowError, match=words):
        count_flow([row])


def test_the_six_groups_of_the_pilot() -> None:
    """Year-1 report, line 380: 198, 62, 136; 1,574, 379, 1,195."""
    groups = SixGroups(
        drive=ArmGroups(198, victim_survivors=198, on_insights=62, not_with_idva=136),
        control=ArmGroups(1574, victim_survivors=1574, on_insights=379, not_with_idva=1195),
    )
    assert [count for _, count in groups.rows()] == [198, 62, 136, 1574, 379, 1195]
    assert groups.rows()[4][0] == "Control: victim-survivors on Insights"


def test_groups_that_do_not_add_up() -> None:
    with pytest.raises(FlowError, match="198 in all, but 197"):
        ArmGroups(198, victim_survivors=198, on_insights=61, not_with_idva=136)


def test_for_who_draws_the_flow_ends_at_the_arms() -> None:
    for text in (as_text(FLOW, follow_up=False), as_svg(FLOW, follow_up=False)):
        assert "Control: allocated 42" in text
        assert not any(word in text for word in ("Received", "Lost", "Analysed", "analysis"))


def test_a_long_reason_is_broken_into_lines_that_fit_the_box() -> None:
    reason = "Taking part would have made somebody less safe, as was found out later"
    drawing = as_svg(count_flow([replace(DRIVE, not_received=reason)], REASONS))
    lines = [
        each.text or ""
        for each in ET.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314
    ]
    assert max(map(len, lines)) <= 42
    assert f"{reason}: 1" in " ".join(lines)


def test_a_note_stands_under_the_drawing() -> None:
    drawing = ET.fromstring(as_svg(FLOW, note="Not to be passed on <yet>"))  # noqa: S314
    *_, last = drawing.iter("{http://www.w3.org/2000/svg}text")
    assert last.text == "Not to be passed on <yet>"
    top, height = (float(number) for number in (drawing.get("viewBox") or "").split()[1::2])
    assert top + height >= float(last.get("y") or "inf")
