"""Two tabs of one form: neither overwrites the other, and nothing that was typed is thrown away."""

from uuid import uuid4

import pytest

from drive.web.recording import actions
from drive.web.recording.actions import Sent
from drive.web.recording.exceptions import AlreadySubmitted, SentWithOtherWords
from drive.web.recording.models import Draft
from drive.web.recording.queries import draft_of, drafts_beside, drafts_of, own_draft, typed_in
from drive.web.recording.rules import OpenPage
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

PLACE = {"form": "note", "subject": "ES-0001"}


@pytest.fixture
def by(cast: Cast):
    return cast.case_manager


def save(by, text: str, page: str, number: int = 1, *, began_from: str = "") -> Draft | None:
    return actions.save_draft(
        **PLACE,
        path="/x/",
        typed={"text": [text]},
        by=by,
        now=NOW,
        page=OpenPage(page, number, began_from),
    )


def latest(by) -> str | None:
    draft = draft_of(by, **PLACE)
    return typed_in(draft)["text"][0] if draft else None


def beside(by) -> list[str]:
    return sorted(typed_in(each)["text"][0] for each in drafts_beside(by, **PLACE))


def drop(by, page: str, began_from: str = "") -> None:
    actions.discard_draft(**PLACE, by=by, page=OpenPage(page, 9, began_from))


def test_a_page_goes_on_with_its_own_text(by) -> None:
    save(by, "one", "a", 1)
    save(by, "one two", "a", 2)
    assert (latest(by), beside(by)) == ("one two", [])


def test_what_arrives_late_changes_nothing(by) -> None:
    save(by, "one two", "a", 2)
    assert save(by, "one", "a", 1) is None
    assert latest(by) == "one two"


def test_the_text_of_another_page_stays_beside(by) -> None:
    save(by, "from a", "a", 1)
    save(by, "from b", "b", 1)
    assert (latest(by), beside(by)) == ("from b", ["from a"])
    save(by, "more from a", "a", 2)
    assert (latest(by), beside(by)) == ("more from a", ["from b"])


def test_a_page_that_began_with_a_draft_takes_its_place(by) -> None:
    save(by, "from a", "a", 3)
    save(by, "from a, and more", "b", 1, began_from="a:3")
    assert (latest(by), beside(by)) == ("from a, and more", [])


def test_unless_the_other_page_has_typed_on_meanwhile(by) -> None:
    save(by, "from a, later", "a", 4)
    save(by, "from a, and more", "b", 1, began_from="a:3")
    assert (latest(by), beside(by)) == ("from a, and more", ["from a, later"])


def test_the_same_words_are_kept_once(by) -> None:
    save(by, "the same", "a")
    save(by, "the same", "b")
    assert (latest(by), beside(by)) == ("the same", [])


def test_what_is_saved_leaves_what_another_page_typed(by) -> None:
    save(by, "from a", "a")
    save(by, "from b", "b")
    drop(by, "b")
    assert (latest(by), beside(by)) == ("from a", [])
    drop(by, "c", began_from="a:1")
    assert not drafts_of(by).exists()


def test_a_page_without_a_name_of_its_own_drops_the_latest(by) -> None:
    save(by, "from a", "a")
    save(by, "from b", "b")
    actions.discard_draft(**PLACE, by=by)
    assert latest(by) == "from a"


def test_its_author_prefers_one_or_throws_one_away(by, cast: Cast) -> None:
    old = save(by, "from a", "a")
    save(by, "from b", "b")
    assert own_draft(cast.idva, old.pk) is None
    actions.prefer(draft=own_draft(by, old.pk), by=by)
    assert (latest(by), beside(by)) == ("from a", ["from b"])
    actions.throw_away(draft=own_draft(by, old.pk), by=by)
    assert (latest(by), beside(by)) == ("from b", [])


def test_what_was_sent_for_good_is_not_offered_again_by_a_late_draft(by) -> None:
    sent = Sent(mark="words", page=OpenPage("a", 5))
    actions.claim(key=uuid4(), form="note", by=by, now=NOW, sent=sent)
    assert save(by, "half of it", "a", 4) is None
    assert not drafts_of(by).exists()
    assert save(by, "something else, typed after going back", "a", 6) is not None


def test_the_same_form_with_other_words_is_refused_and_with_the_same_is_one(by) -> None:
    key = uuid4()
    first = Sent(mark=actions.mark_of({"text": ["one"], "key": ["x"]}))
    actions.claim(key=key, form="note", by=by, now=NOW, sent=first)
    again = Sent(mark=actions.mark_of({"key": ["y"], "text": ["one"], "draft_number": ["4"]}))
    with pytest.raises(AlreadySubmitted):
        actions.claim(key=key, form="note", by=by, now=NOW, sent=again)
    other = Sent(mark=actions.mark_of({"text": ["two"]}))
    with pytest.raises(SentWithOtherWords, match="Press the button again"):
        actions.claim(key=key, form="note", by=by, now=NOW, sent=other)


def test_a_mark_tells_nobody_what_was_typed() -> None:
    assert "one" not in actions.mark_of({"text": ["one"]})
    assert len(actions.mark_of({"text": ["one"]})) == 64
