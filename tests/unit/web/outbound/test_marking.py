"""The mark of a copy, and addresses in two spellings."""

from __future__ import annotations

from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.outbound import OutgoingChannel
from drive.web.outbound.rules.addresses import problem_in_address, same_address
from drive.web.outbound.rules.marking import mark_of, marks_in

SPACE = UUID("00000000-0000-4000-8000-000000000000")


@given(st.uuids())
def test_a_mark_is_found_again_in_a_text(copy: UUID) -> None:
    mark = mark_of(copy)
    assert marks_in(f"Our reference for this copy: {mark}. Ring us.") == [mark]


@given(st.uuids())
def test_a_mark_that_was_misread_or_typed_without_its_hyphens_is_mended(copy: UUID) -> None:
    mark = mark_of(copy)
    for written in (mark.lower(), mark.replace("-", " "), mark.replace("0", "O").replace("1", "I")):
        assert marks_in(written) == [mark]


def test_two_hundred_copies_have_two_hundred_marks_and_each_leads_to_its_own() -> None:
    copies = [uuid5(SPACE, str(number)) for number in range(200)]
    by_mark = {mark_of(copy): copy for copy in copies}
    assert len(by_mark) == 200
    assert [by_mark[marks_in(mark_of(copy))[0]] for copy in copies] == copies


def test_a_wrong_letter_is_nobodys_mark() -> None:
    mark = mark_of(SPACE)
    wrong = mark[:-1] + ("2" if mark[-1] != "2" else "3")
    assert marks_in(wrong) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1 High Street,\nNeath", "1 high street Neath", True),
        ("her@example.org", "HER@example.org ", True),
        ("1 High Street", "2 High Street", False),
        ("", "", False),
    ],
)
def test_two_spellings_of_an_address(one: str, other: str, expected: bool) -> None:
    assert same_address(one, other) is expected


@pytest.mark.parametrize(
    ("address", "channel", "is_right"),
    [
        ("name@example.org", OutgoingChannel.EMAIL, True),
        ("one@example.org, two@example.org", OutgoingChannel.EMAIL, False),
        ("name@example", OutgoingChannel.EMAIL, False),
        ("a@example.org\nBcc: b@example.org", OutgoingChannel.EMAIL, False),
        ("07700 900123", OutgoingChannel.MESSAGE, True),
        ("her mother", OutgoingChannel.MESSAGE, False),
        ("Her mother, at the office", OutgoingChannel.BY_HAND, True),
    ],
)
def test_where_something_cannot_go(address: str, channel: OutgoingChannel, is_right: bool) -> None:
    assert (problem_in_address(address, channel) == "") is is_right
