"""Which open page typed what, and what of it is kept."""

import pytest

from drive.web.recording.rules import OpenPage, own_words, page_in, subject_of, to_keep


def test_a_page_says_which_it_is_and_how_much_it_has_sent():
    sent = {"draft_page": "abc", "draft_number": "7", "draft_from": "xyz:3"}
    assert page_in(sent) == OpenPage(key="abc", number=7, began_from="xyz:3")


@pytest.mark.parametrize("number", ["", "-1", "٣", "1e9", "9" * 40, "two"])
def test_what_a_page_says_wrongly_is_left_out(number: str):
    assert page_in({"draft_page": "x" * 900, "draft_number": number}) == OpenPage(key="x" * 36)


def test_no_secret_and_no_mark_of_drafts_is_kept():
    sent = {"text": ["a"], "password": ["b"], "csrfmiddlewaretoken": ["c"], "draft_page": ["d"]}
    assert to_keep(sent) == {"text": ["a"]}


def test_hidden_marks_and_blanks_are_nobodys_words():
    sent = {"text": ["a"], "blank": [" "], "key": ["b"], "seen": ["c"], "draft_page": ["d"]}
    assert own_words(sent) == {"text": ["a"]}


def test_two_long_addresses_never_share_a_subject():
    one, two = (f"/cases/{'a' * 80}/notes/{number}/add/" for number in (1, 2))
    assert subject_of(one) != subject_of(two)
    assert len(subject_of(one)) <= 80
    assert subject_of("/cases/?point=intake") == "/cases/"
