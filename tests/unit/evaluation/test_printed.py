from fractions import Fraction

import pytest

from drive.evaluation.printed import PrintedValue, printed_values, slip_note


def _printed(text: str, op: str = "=") -> PrintedValue:
    return PrintedValue(
        quantity="A1.x.y",
        place="",
        printed=text,
        op=op,  # type: ignore[arg-type]
        location="Table",
        lines="1-2",
        reference="PR1",
    )


@pytest.mark.parametrize(
    ("value", "text", "agrees"),
    [
        (Fraction(300, 48), "6.3", True),  # 6.25: half up
        (Fraction(900, 48), "18.9", False),
        (Fraction(900, 48), "18.8", True),
        (0.03125, ".031", True),
        (0.5, ".500", True),
        (1.0, "1.00", True),
        (123.357664, "123.36", True),
        (34.285714, "34.36", False),
        (48, "48", True),
        (-2.27, "-2.27", True),
        (41.7, "40", False),
    ],
)
def test_a_value_agrees_at_the_printed_decimals(value: float, text: str, agrees: bool):
    assert _printed(text).agrees_with(value) is agrees


@pytest.mark.parametrize(
    ("value", "op", "text", "agrees"),
    [
        (0.0005, "<", ".001", True),
        (0.001, "<", ".001", False),
        (0.25, ">", ".05", True),
        (0.05, ">", ".05", False),
        (41.7, "about", "40", True),
        (45.1, "about", "40", False),
    ],
)
def test_signs_are_taken_as_they_stand(value: float, op: str, text: str, agrees: bool):
    assert _printed(text, op).agrees_with(value) is agrees


def test_every_printed_value_says_where_it_stands():
    values = [value for found in printed_values().values() for value in found]
    assert len(values) > 1000
    assert all(value.lines and value.location and value.reference for value in values)
    assert len({(value.quantity, value.place) for value in values}) == len(values)


def test_the_closest_note_is_given():
    assert "pasted" in slip_note("A16.control.harassment.none_to_none")
    assert slip_note("A16.control.harassmentx") == ""
    assert slip_note("A1.drive.allocated") == ""
