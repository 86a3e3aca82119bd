"""What people type is kept, sealed, for them alone; a double submit makes one."""

from uuid import uuid4

import pytest

from drive.web.recording import actions
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.models import Draft, Submission
from drive.web.recording.queries import draft_of, drafts_of, typed_in
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

TYPED = {"text": ["He rang from a new number"], "csrfmiddlewaretoken": ["x"], "password": ["y"]}


def save(cast: Cast, text: str = "first") -> Draft:
    return actions.save_draft(
        form="note", subject="ES-0001", path="/x/", typed={"text": [text]}, by=cast.idva, now=NOW
    )


def test_a_draft_is_sealed_and_opens_for_its_author(cast: Cast) -> None:
    draft = save(cast, "a word that nobody else may read")
    assert "nobody else" not in Draft.objects.get(pk=draft.pk).sealed_text
    found = draft_of(cast.idva, form="note", subject="ES-0001")
    assert found is not None
    assert typed_in(found) == {"text": ["a word that nobody else may read"]}
    assert not drafts_of(cast.case_manager).exists()


def test_a_later_draft_takes_the_place_of_the_earlier(cast: Cast) -> None:
    save(cast, "first")
    save(cast, "second")
    assert [typed_in(each)["text"] for each in drafts_of(cast.idva)] == [["second"]]


def test_the_text_of_a_failed_post_is_kept_without_its_secrets(cast: Cast) -> None:
    for _ in range(2):
        actions.keep_failed_post(path="/cases/" + "x" * 200, typed=TYPED, by=cast.idva, now=NOW)
    draft = drafts_of(cast.idva).get()
    assert draft.rescued
    assert typed_in(draft) == {"text": ["He rang from a new number"]}


def test_a_discarded_draft_is_gone(cast: Cast) -> None:
    save(cast)
    actions.discard_draft(form="note", subject="ES-0001", by=cast.idva)
    assert not drafts_of(cast.idva).exists()


def test_a_form_submitted_twice_leads_to_what_it_made(cast: Cast) -> None:
    key, result = uuid4(), uuid4()
    claimed = actions.claim(key=key, form="note", by=cast.idva, now=NOW)
    actions.complete(claimed, result_id=result)
    with pytest.raises(AlreadySubmitted) as refusal:
        actions.claim(key=key, form="note", by=cast.idva, now=NOW)
    assert refusal.value.result_id == result
    assert Submission.objects.filter(key=key).count() == 1
