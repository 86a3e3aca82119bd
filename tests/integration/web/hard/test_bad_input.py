"""Bad input into every form of casework: words beside the field, the text kept, never a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from drive.web.casework.models import CaseClosure
from tests.cast import Cast
from tests.factories.closing import closed
from tests.integration.web.hard.desk import Desk, at, page_of
from tests.integration.web.hard.every import FORMS
from tests.integration.web.hard.forms import WORDS, Form, date_of

pytestmark = pytest.mark.django_db

HUGE = "x" * 1_000_000
TEXTS = {
    "nothing": "",
    "a megabyte": HUGE,
    "control characters": "a\x00b\x01c\x1b[2J\x7f\x0b\r\n",
    "right to left and emoji": "\u202e\u05e9\u05dc\u05d5\u05dd\u202c \u0645\u0631 "
    "\U0001f469\u200d\U0001f467 \U0001f1ec\U0001f1e7",
    "markup": "<script>alert(1)</script> {{ 7 * 7 }} %s '; --",
    "a number too long": "9" * 5000,
}
DATES = {
    "the first day": "1 1 0001",
    "the last day": "31 12 9999",
    "no day": "31 2 2017",
    "words": "some ti\x00me lately\x01",
    "minus": "-1 -1 -1",
}
CHOICES = {"unknown": "no-such\x00-choice", "nothing": ""}


def tries(desk: Desk) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give what to change in a valid form, and how that is called."""
    for name in desk.form.words:
        for words, text in TEXTS.items():
            yield f"{words} in {name}", {name: text}
    for name in desk.form.dates:
        for words, day in DATES.items():
            yield f"{words} in {name}", dict(date_of(name, day))
    for name in desk.form.choices:
        for words, choice in CHOICES.items():
            yield f"{words} in {name}", {name: choice}
    yield "no key", {"key": None}
    yield "no key that can be read", {"key": "key"}
    if "seen" in desk.form.sent:
        yield "a version that can not be read", {"seen": "seen"}
        yield "a version that never was", {"seen": str(uuid4())}
    yield "nothing at all", dict.fromkeys(desk.valid())


def wrong_with(answer: Any, form: Form, changed: dict[str, Any]) -> str:
    """Return what is wrong with an answer to bad input, or nothing."""
    if form.is_done(answer):
        return ""
    if answer.status_code not in (200, 403, 409):
        return f"answered with {answer.status_code}"
    page = page_of(answer)
    if form.words and form.words not in changed and WORDS not in _everything(page):
        return "the text is gone"
    if answer.status_code == 200 and page.error_links:
        lost = [link for link in page.error_links if link[1:] not in page.ids]
        return f"the summary leads to {lost}, which is not there" if lost else ""
    return ""


def _everything(page: Any) -> str:
    typed = [text for form in page.forms for texts in form.sent.values() for text in texts]
    return "\n".join([page.text, *typed])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_bad_input_is_answered_in_words(form: Form, cast: Cast) -> None:
    desk = at(form, cast)
    wrong = []
    for words, changed in tries(desk):
        answer = desk.send_and_undo(desk.valid(**changed))
        if found := wrong_with(answer, form, changed):
            wrong.append(f"{words}: {found}")
    assert wrong == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_page_has_a_key_and_keeps_what_is_typed(form: Form, cast: Cast) -> None:
    sent = at(form, cast).form.sent
    assert "key" in sent or "section" in form.name
    assert sent["draft_form"][0]
    assert sent["draft_page"][0]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_filled_in_well_is_accepted(form: Form, cast: Cast) -> None:
    desk = at(form, cast)
    answer = desk.send(desk.valid())
    assert form.is_done(answer), page_of(answer).errors


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_case_that_was_closed_meanwhile_is_answered_in_words(form: Form, cast: Cast) -> None:
    desk = at(form, cast)
    if not CaseClosure.objects.filter(drive_case=desk.case).exists():
        closed(cast, desk.case)
    opened = desk.client.get(desk.address)
    assert opened.status_code in (200, 302, 403, 404, 409)
    assert wrong_with(desk.send(desk.valid()), form, {}) == ""
