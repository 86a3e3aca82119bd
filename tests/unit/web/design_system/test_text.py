"""Typed text is read as it is meant, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.design_system.rules import on_one_line, readable

TYPED = ("L", "M", "N", "P", "S", "Zs", "Cf", "Co")
"""The kinds of signs that are letters, marks, figures, punctuation, symbols and joiners."""


@pytest.mark.parametrize(
    "typed",
    [
        "She said no.",
        "أخبرتني أنها خائفة",
        "לא",
        "\u202eabc\u202c",
        "👩‍👧 🏠",
        "Dŵr — “naïve”",
        "a\tb\n c",
    ],
)
def test_what_can_be_typed_stays(typed: str):
    assert readable(typed) == typed


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\vtwo\fthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("half \ud83d a sign", "half \ufffd a sign"),
    ],
)
def test_what_only_pasting_brings_is_put_right(pasted: str, read: str):
    assert readable(pasted) == read


def test_one_line_is_one_line():
    assert on_one_line("12 High Street\r\nEssex\tUK\x00") == "12 High Street Essex UK"


@given(st.text(st.characters(categories=TYPED)))
def test_no_letter_of_any_script_is_lost(text: str):
    assert readable(text) == text
    assert readable(readable(text)) == readable(text)
